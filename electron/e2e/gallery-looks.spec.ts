import { sectionNames } from '#renderer/gallery/section-names.ts';
import { allRules, axeFindings, colourRules } from './checks/axe.ts';
import { cutOffFindings, sidewaysFindings } from './checks/layout.ts';
import { expect, test } from './gallery.ts';

test('every house control in every state is readable and whole, light and dark, in four languages', async ({
  openSection,
}) => {
  test.setTimeout(120_000);
  const found: string[] = [];
  for (const section of sectionNames) {
    for (const language of ['de', 'fr', 'it', 'en']) {
      const page = await openSection(section, language);
      const look = async (finding: Promise<readonly string[]>): Promise<void> => {
        for (const one of await finding) found.push(`${section}, ${language}: ${one}`);
      };
      // What is measured before its font is there is as wide as another one.
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await look(sidewaysFindings(page));
      await look(cutOffFindings(page));
      // Roles and colours are the same in every language.
      for (const colorScheme of language === 'de' ? (['light', 'dark'] as const) : []) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await look(axeFindings(page, colorScheme === 'light' ? allRules : colourRules));
      }
      await page.close();
    }
  }
  expect(found).toEqual([]);
});
