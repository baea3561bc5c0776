import { defineConfig } from '@playwright/test';

/** The same specs in both shells: Electron where SCHALTER_SHELL=electron, else Chromium on the node-host. */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: '../../test-results',
  globalSetup: './build-once.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // On a busy machine a window can be slow once; the list names what needed a second try as flaky.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'de-CH',
    timezoneId: 'Europe/Zurich',
    // Recording the steps of tests that pass is work for nobody. `-- --trace on` records what is looked into by hand.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
  },
});
