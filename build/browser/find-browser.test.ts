import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { type Browser as Running, chromium } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';

import { findBrowser } from './find-browser.ts';

let running: Running | undefined;

afterEach(async () => {
  await running?.close();
  running = undefined;
});

describe('findBrowser', () => {
  it('finds a browser that draws a page, on this machine', async () => {
    running = await chromium.launch({ ...(await findBrowser()), headless: true });
    const page = await running.newPage();
    await page.setContent('<h1 style="font-family: sans-serif; display: inline">Grüezi</h1>');
    const width = await page.evaluate(() => document.querySelector('h1')?.getBoundingClientRect().width ?? 0);
    // Without fonts the text has no width.
    expect(width).toBeGreaterThan(20);
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'brings the libraries that a bare machine has not',
    async () => {
      const browser = await findBrowser('npm');
      const libraries = join(dirname(browser.executablePath), 'al2023', 'lib');
      const resolved = execFileSync('ldd', [browser.executablePath], { env: browser.env, encoding: 'utf8' });
      for (const library of ['libnss3.so', 'libnspr4.so', 'libnssutil3.so', 'libexpat.so.1']) {
        expect(resolved).toContain(`${library} => ${libraries}/${library}`);
      }
      expect(resolved).not.toContain('not found');
      expect(existsSync(browser.env['FONTCONFIG_FILE'] ?? '')).toBe(true);
    },
  );

  it('says so when the configured browser is not there', async () => {
    const before = process.env['SCHALTER_BROWSER'];
    process.env['SCHALTER_BROWSER'] = '/nowhere/chromium';
    try {
      await expect(findBrowser()).rejects.toThrow('/nowhere/chromium');
    } finally {
      if (before === undefined) delete process.env['SCHALTER_BROWSER'];
      else process.env['SCHALTER_BROWSER'] = before;
    }
  });
});
