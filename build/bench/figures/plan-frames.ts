import type { Page } from 'playwright-core';
import { spreadOf } from '../measure.ts';
import { type Report, spread } from '../report.ts';

const frames = 150;

/** The plan at its widest: how long a frame lasts while somebody goes down the fleet, and along the days. */
export async function planFrames(report: Report, page: Page): Promise<void> {
  // Out of whatever field has the focus, which would take the keys.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  for (const key of ['g', 'p']) await page.keyboard.press(key);
  const grid = page.getByRole('grid');
  await grid.waitFor();
  // From two weeks by way of a month.
  for (const key of ['z', 'z']) await page.keyboard.press(key);
  for (const [way, along] of [
    ['down the fleet', false],
    ['along the days', true],
  ] as const) {
    const taken = await grid.evaluate(
      async (element, [count, sideways]) => {
        const scroller = element.parentElement;
        if (!scroller) throw new Error('the plan cannot be scrolled');
        const next = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
        const lasted: number[] = [];
        let last = await next();
        for (let frame = 0; frame < count; frame++) {
          if (sideways) {
            // There and back again: a day a frame.
            const deltaX = frame % 50 < 25 ? 40 : -40;
            scroller.dispatchEvent(new WheelEvent('wheel', { deltaX, bubbles: true, cancelable: true }));
          } else scroller.scrollTop += frame % 100 < 50 ? 60 : -60;
          const now = await next();
          lasted.push(now - last);
          last = now;
        }
        return lasted;
      },
      [frames, along] as const,
    );
    report.add({
      name: 'screens',
      what: `plan, 300 vehicles × 90 days: a frame on the way ${way}`,
      measured: spread(spreadOf(taken)),
      note: `${frames} frames, each a step of ${along ? 'a day' : '60 pixels'}; the browser draws in software, at most 60 a second`,
    });
  }
}
