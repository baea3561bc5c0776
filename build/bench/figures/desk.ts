import { spreadOf } from '../measure.ts';
import { type Report, spread } from '../report.ts';
import type { CounterPage } from '../scene/counter-page.ts';

const runs = 40;

/** The desk's five queries at once, as the screen asks them, and the list of the check-out. */
export async function desk(report: Report, contracts: number, counter: CounterPage): Promise<void> {
  const { together, freeVehicles, ...alone } = await counter.call('desk', runs);
  const medians = Object.entries(alone).map(([name, times]) => `${name} ${spreadOf(times).p50.toFixed(1)}`);
  report.add({
    name: 'desk',
    what: `queries of the desk over ${contracts.toLocaleString('en')} contracts`,
    measured: spread(spreadOf(together)),
    budget: { atMost: 100 },
    note: `all five at once, ${together.length} runs; medians alone in ms: ${medians.join(', ')}`,
  });
  report.add({
    name: 'desk',
    what: `free vehicles of the check-out over ${contracts.toLocaleString('en')} contracts`,
    measured: spread(spreadOf(freeVehicles)),
    budget: { atMost: 100 },
  });
}
