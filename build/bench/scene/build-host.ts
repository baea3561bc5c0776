import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = join(root, 'build', 'output', 'bench-host');

/** The node-host as {@link buildHost} leaves it. */
export const builtHost = join(folder, 'main.js');

/**
 * Builds the node-host as the app's own host process is built: our modules in one file, packages as they lie there. Read from its
 * sources it takes twice as long to start and 30 MB more, which no counter of a customer would.
 */
export async function buildHost(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join('electron', 'node-host', 'main.ts'),
      outDir: folder,
      emptyOutDir: true,
      target: 'node24',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'main.js' } },
    },
  });
}
