import { defineConfig } from 'vitest/config';

/** Tests that put something else in the place of a module, or look at one when it is new: each in a process of its own. */
const apart = ['electron/main/**/*.test.ts', 'electron/documents/warm-up-papers.test.ts'];
const elsewhere = ['electron/e2e/**', 'build/output/**', 'node_modules/**'];

export default defineConfig({
  test: {
    setupFiles: ['build/config/property-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'apart', include: apart, exclude: elsewhere } },
      {
        extends: true,
        test: {
          name: 'together',
          globalSetup: ['build/config/prepare-tests.ts'],
          setupFiles: ['build/config/property-seed.ts', 'build/config/compile-cache.ts'],
          include: ['{shared,sync,renderer,electron,supabase,build}/**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, ...apart],
          // Reading the same modules anew for each of two hundred files took a fifth of a run.
          isolate: false,
        },
      },
    ],
  },
});
