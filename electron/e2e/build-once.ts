import { buildGallery } from '#build/gallery/build-gallery.ts';
import { buildApp } from '#build/start/build-app.ts';

/** The specs run against the app and the controls as they are built, never against a development server. */
export default async function buildOnce(): Promise<void> {
  await buildApp();
  await buildGallery();
}
