import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', 'page');
const output = join(import.meta.dirname, '..', '..', 'output', 'bench-page');

/** Builds the page that both adapters run in, as the app itself is built: minified, for a current Chromium. */
export async function buildPage(): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: output,
      emptyOutDir: true,
      target: 'chrome140',
      minify: true,
      chunkSizeWarningLimit: 4_000,
    },
  });
  return output;
}
