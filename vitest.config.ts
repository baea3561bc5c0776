import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,sync,renderer,electron,supabase,build}/**/*.test.{ts,tsx}'],
    exclude: ['electron/e2e/**', 'build/output/**', 'node_modules/**'],
    globalSetup: ['build/config/prepare-tests.ts'],
    setupFiles: ['build/config/property-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
