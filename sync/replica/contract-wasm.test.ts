import { fileURLToPath } from 'node:url';

import { type Browser, type Page, chromium } from 'playwright-core';
import { type ViteDevServer, createServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { findBrowser } from '#build/browser/find-browser.ts';

import { contractCases } from './testing/contract-cases.ts';
import type { WasmPage } from './testing/wasm-page.ts';

const named = contractCases.map((one, index) => ({ ...one, index }));

describe('the stock WASM adapter in Chromium', () => {
  let server: ViteDevServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    server = await createServer({
      root,
      configFile: false,
      logLevel: 'error',
      cacheDir: `${root}/build/output/vite-contract`,
      server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
      optimizeDeps: { entries: ['sync/replica/testing/wasm-page.html'], exclude: ['@powersync/web'], include: ['@powersync/web > comlink'] },
      worker: { format: 'es' },
    }); // prettier-ignore
    await server.listen();
    browser = await chromium.launch({ ...(await findBrowser()), headless: true });
    page = await browser.newPage();
    await page.goto(new URL('/sync/replica/testing/wasm-page.html', server.resolvedUrls?.local[0]).href);
    await page.waitForFunction(() => 'runContractCase' in globalThis);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it.each(named)('$name', async ({ index, expected }) => {
    expect(
      await page.evaluate((at) => (globalThis as unknown as WasmPage).runContractCase(at), index),
    ).toEqual(expected);
  });
});
