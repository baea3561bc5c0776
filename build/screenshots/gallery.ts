import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { SectionName } from '#renderer/gallery/section-names.ts';
import { servePage } from '../browser/serve-page.ts';
import { buildGallery, builtGallery } from '../gallery/build-gallery.ts';

const languages = ['de', 'fr', 'it', 'en'] as const;
const themes = ['light', 'dark'] as const;

interface Shot {
  readonly section: SectionName;
  /** What is done first, and how the picture is called then. */
  readonly after?: string;
  readonly act?: (page: Page) => Promise<void>;
}

const press = (page: Page, at: number, key = 'Enter') => page.getByRole('button').nth(at).press(key);

/** Every section, and once more where something opens. */
const shots: readonly Shot[] = [
  { section: 'fields' },
  { section: 'forms' },
  {
    section: 'forms',
    after: 'towns',
    act: async (page) => {
      await page
        .getByRole('textbox', { name: /^(PLZ|NPA|Postcode)$/ })
        .first()
        .fill('6900');
      await page.keyboard.press('Tab');
      await page.getByRole('option').first().waitFor();
    },
  },
  { section: 'hours' },
  { section: 'choices' },
  {
    section: 'choices',
    after: 'list',
    act: async (page) => {
      await page.getByRole('combobox').nth(2).press('ArrowDown');
      await page.getByRole('option').first().waitFor();
    },
  },
  { section: 'actions' },
  { section: 'facts' },
  {
    section: 'damage',
    act: async (page) => {
      await page.getByRole('application').first().press('ArrowRight');
      await page.keyboard.press('Enter');
    },
  },
  {
    section: 'table',
    act: async (page) => {
      for (const key of ['j', 'Space', 'j']) await page.getByRole('grid').first().press(key);
    },
  },
  { section: 'timeline', act: async (page) => await page.getByRole('grid').first().focus() },
  { section: 'screen' },
  { section: 'flow' },
  { section: 'overlays', after: 'question', act: async (page) => await press(page, 0) },
  { section: 'overlays', after: 'form', act: async (page) => await press(page, 1) },
  {
    section: 'overlays',
    act: async (page) => {
      for (const at of [2, 3]) await press(page, at);
    },
  },
];

/** Takes every section of the gallery of controls, light and dark, in four languages, into a folder. */
export async function takeGallery(browser: Browser, folder: string): Promise<void> {
  await buildGallery();
  const served = await servePage(builtGallery);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    timezoneId: 'Europe/Zurich',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  try {
    for (const language of languages) {
      for (const theme of themes) {
        for (const { section, after, act } of shots) {
          await page.goto(`${served.address}?language=${language}&theme=${theme}&section=${section}`);
          await page.getByRole('region', { name: section }).waitFor();
          await act?.(page);
          await page.evaluate(() => document.fonts.ready.then(() => undefined));
          const name = after === undefined ? section : `${section}-${after}`;
          await page.screenshot({
            path: join(folder, `gallery-${language}-${theme}-${name}.png`),
            fullPage: true,
          });
        }
      }
    }
  } finally {
    await context.close();
    await served.close();
  }
}
