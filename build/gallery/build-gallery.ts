import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { newest } from '../start/build-app.ts';

const repository = join(import.meta.dirname, '..', '..');

/** Where the built page with every house control lies. */
export const builtGallery = join(repository, 'build', 'output', 'gallery');

/** Builds the page with every house control, as the app is built, where sources are newer. It is no part of the app. */
export async function buildGallery(): Promise<void> {
  const marker = join(builtGallery, 'index.html');
  const sources = ['renderer', 'shared', 'package-lock.json'];
  if (existsSync(marker)) {
    const built = statSync(marker).mtimeMs;
    if (sources.every((source) => newest(join(repository, source)) <= built)) return;
  }
  await build({
    root: join(repository, 'renderer', 'gallery'),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir: builtGallery,
      emptyOutDir: true,
      target: 'chrome140',
      minify: true,
      chunkSizeWarningLimit: 4_000,
    },
  });
}
