import { type Page, chromium, test as base } from '@playwright/test';
import { findBrowser } from '#build/browser/find-browser.ts';
import { servePage } from '#build/browser/serve-page.ts';
import { builtGallery } from '#build/gallery/build-gallery.ts';

interface GalleryFixtures {
  /** Opens a section of the gallery; an error in the page fails the test. */
  readonly openSection: (section: string, language?: string) => Promise<Page>;
}

/** The house controls in real Chromium, without a counter around them. */
export const test = base.extend<GalleryFixtures, { readonly address: string; readonly chrome: Chrome }>({
  address: [
    // Playwright reads which fixtures are wanted from this pattern: none.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const served = await servePage(builtGallery);
      await use(served.address);
      await served.close();
    },
    { scope: 'worker' },
  ],
  chrome: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const { executablePath, args, env } = await findBrowser();
      const browser = await chromium.launch({ executablePath, args, env });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  openSection: async ({ address, chrome }, use) => {
    const context = await chrome.newContext({
      viewport: { width: 1280, height: 800 },
      timezoneId: 'Europe/Zurich',
      reducedMotion: 'reduce',
    });
    const errors: string[] = [];
    await use(async (section, language = 'de') => {
      const page = await context.newPage();
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.goto(`${address}?section=${section}&language=${language}`);
      await page.getByRole('region', { name: section }).waitFor();
      return page;
    });
    await context.close();
    base.expect(errors).toEqual([]);
  },
});

type Chrome = Awaited<ReturnType<typeof chromium.launch>>;

export { expect } from '@playwright/test';
