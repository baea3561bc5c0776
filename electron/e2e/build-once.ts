import { buildApp } from '#build/start/build-app.ts';

/** The specs run against the app as it is built, never against a development server. */
export default async function buildOnce(): Promise<void> {
  await buildApp();
}
