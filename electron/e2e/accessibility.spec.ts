import { arrange } from '#build/screenshots/tour/arrange.ts';
import { takeTour } from '#build/screenshots/tour/tour.ts';
import { messages } from '#renderer/messages/messages.ts';
import { allRules, axeFindings, colourRules } from './checks/axe.ts';
import { cutOffFindings, motionFindings, narrowFindings, sidewaysFindings } from './checks/layout.ts';
import { expect, test } from './fixture.ts';

const usual = { width: 1280, height: 800 };
/** What 1280 × 800 leaves at 200 %. */
const enlarged = { width: 640, height: 400 };
const tablet = { width: 820, height: 1180 };

test('every screen can be read, reached and seen: WCAG 2.2 AA, light and dark, small, large and without motion', async ({
  backend,
  counter,
}) => {
  test.setTimeout(420_000);
  const { page } = counter;
  page.context().setDefaultTimeout(10_000);
  const arranged = await arrange(backend.databaseUrl);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const found: string[] = [];
  let stops = 0;
  const visit = async (name: string): Promise<void> => {
    stops += 1;
    const look = async (how: string, finding: Promise<readonly string[]>): Promise<void> => {
      for (const one of await finding) found.push(`${name}, ${how}: ${one}`);
    };
    await look('light', axeFindings(page, allRules));
    await look('usual', sidewaysFindings(page));
    await look('usual', cutOffFindings(page));
    await look('usual', motionFindings(page));
    await page.emulateMedia({ colorScheme: 'dark' });
    await look('dark', axeFindings(page, colourRules));
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(enlarged);
    await look('enlarged', sidewaysFindings(page));
    await look('enlarged', narrowFindings(page));
    await page.setViewportSize(tablet);
    await look('tablet', sidewaysFindings(page));
    await look('tablet', cutOffFindings(page));
    await page.setViewportSize(usual);
  };
  await takeTour(
    {
      page,
      t: messages.de,
      visit,
      cutLine: () => counter.cutLine(),
      restoreLine: () => counter.restoreLine(),
    },
    arranged,
  );
  expect([...new Set(found)]).toEqual([]);
  expect(stops).toBeGreaterThan(100);
});
