import { buildGallery } from '#build/gallery/build-gallery.ts';
import { buildApp } from '#build/start/build-app.ts';
import { prepareBackend } from '#supabase/embedded/prepared.ts';

/**
 * The specs run against the app and the controls as they are built, never against a development server, and each against a copy
 * of one backend.
 */
export default async function buildOnce(): Promise<() => void> {
  await buildApp();
  await buildGallery();
  return await prepareBackend();
}
