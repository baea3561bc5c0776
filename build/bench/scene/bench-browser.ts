import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';
import { findBrowser } from '../../browser/find-browser.ts';
import { type Memory, memoryOf } from './memory.ts';

export interface BenchBrowser {
  readonly version: string;
  openPage(address: string): Promise<Page>;
  /**
   * With cookies of its own: two node-hosts of one browser take each other's, because cookies know no ports. The page keeps
   * nothing on the disk, so this is for pages with a host.
   */
  openPageApart(address: string): Promise<Page>;
  /** Of the renderer process that has most: the page that is open. */
  pageMemory(): Promise<Memory | null>;
  close(): Promise<void>;
}

/** Pages that measure must not be slowed down because another lies over them. */
const awake = [
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

/** One Chromium with a profile on the disk: in a private window, the browser's own storage would lie in memory. */
export async function openBrowser(): Promise<BenchBrowser> {
  const { executablePath, args, env } = await findBrowser();
  const profile = mkdtempSync(join(tmpdir(), 'schalter-bench-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...args, ...awake],
    env,
    headless: true,
    // Else Playwright ends this process at Ctrl+C, and what else was started stays.
    handleSIGINT: false,
    viewport: { width: 1280, height: 800 },
    locale: 'de-CH',
    timezoneId: 'Europe/Zurich',
  });
  const browser = context.browser();
  if (!browser) throw new Error('the browser did not start');
  return {
    version: browser.version(),
    async openPage(address) {
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
    async openPageApart(address) {
      const apart = await browser.newContext();
      const page = await apart.newPage();
      page.once('close', () => void apart.close().catch(() => undefined));
      await page.goto(address);
      return page;
    },
    pageMemory: () => largestRenderer(browser),
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function largestRenderer(browser: Browser): Promise<Memory | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const all = processInfo.flatMap(({ id, type }) => (type === 'renderer' ? (memoryOf(id) ?? []) : []));
  return all.sort((one, other) => other.now - one.now)[0] ?? null;
}
