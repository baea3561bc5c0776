import type { Page } from 'playwright-core';
import { spreadOf } from '../measure.ts';
import { type Report, spread, value } from '../report.ts';
import { openScreen, placesOfRail } from '../scene/screen-openings.ts';

const runs = 10;
const budget = { atMost: 100 };

/** Every place of the rail, and what is opened from the lists, in the real app. */
export async function screens(report: Report, page: Page): Promise<void> {
  const places = await placesOfRail(page);
  const keysOf = (wanted: string): readonly string[] =>
    places.find(({ name }) => name === wanted)?.keys ?? [];
  const opened = [
    ...places,
    { name: 'a customer, from the list', before: keysOf('customers'), keys: ['Enter'] },
    { name: 'a vehicle, from the list', before: keysOf('fleet'), keys: ['Enter'] },
    { name: 'a bill, from the list', before: keysOf('invoices'), keys: ['Enter'] },
    { name: 'a new check-out, from the desk', before: keysOf('desk'), keys: ['n'] },
  ];
  for (const way of opened) {
    const openings = await openScreen(page, way, runs);
    const times = openings.map(({ own }) => own);
    report.add({
      name: 'screens',
      what: `open ${way.name}`,
      measured: spread(spreadOf(times)),
      budget,
      note: `from the key to the frame after the last change in the work area; ${runs} times, the first ${times[0]?.toFixed(0)} ms`,
    });
    const whole = openings.flatMap(({ withHistory }) => withHistory ?? []);
    if (whole.length > 0)
      report.add({
        name: 'screens',
        what: `of it: ${way.name}, until its history was there`,
        measured: value('ms', Math.max(...whole)),
        note: `rows that this counter does not keep came from the server after the screen was open, ${whole.length} of ${runs} times; with no line it says that they are missing`,
      });
  }
}
