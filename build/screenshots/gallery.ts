import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { servePage } from '../browser/serve-page.ts';
import { buildGallery, builtGallery } from '../gallery/build-gallery.ts';

const languages = ['de', 'fr', 'it', 'en'] as const;
const themes = ['light', 'dark'] as const;
const sections = ['fields', 'forms', 'hours', 'choices', 'damage', 'table', 'timeline', 'overlays'] as const;

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
        for (const section of sections) {
          await page.goto(`${served.address}?language=${language}&theme=${theme}&section=${section}`);
          await page.getByRole('region', { name: section }).waitFor();
          if (section === 'damage') await page.getByRole('application').press('ArrowRight');
          if (section === 'damage') await page.keyboard.press('Enter');
          if (section === 'table') await page.getByRole('grid').press('j');
          if (section === 'overlays') await page.getByRole('button').first().press('Enter');
          await page.evaluate(() => document.fonts.ready.then(() => undefined));
          await page.screenshot({
            path: join(folder, `gallery-${language}-${theme}-${section}.png`),
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
