import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (...path: string[]) => resolve(import.meta.dirname, ...path);
const output = at('build', 'output', 'app');

export default defineConfig({
  main: {
    build: {
      outDir: at(output, 'main'),
      rolldownOptions: {
        input: { index: at('electron/main/index.ts'), 'host-process': at('electron/main/utility/index.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at(output, 'preload'),
      // A sandboxed preload is one CommonJS file that requires nothing but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    resolve: {
      // Only what PowerSync's SDK loads when it is to open a database by itself, which we never ask of it.
      alias: [
        {
          find: /^@journeyapps\/wa-sqlite\/(dist|src\/examples)\/.+/,
          replacement: at('build/config/absent-module.ts'),
        },
      ],
    },
    build: {
      outDir: at(output, 'renderer'),
      emptyOutDir: true,
      target: 'chrome140',
      minify: true,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
});
