import { spreadOf } from '../measure.ts';
import { type Report, spread } from '../report.ts';
import type { CounterPage } from '../scene/counter-page.ts';

const runs = 100;

/** The whole command, from the page to the disk and back. Leaves the counter without a line. */
export async function saveContract(report: Report, counter: CounterPage): Promise<void> {
  await counter.call('disconnect');
  const times = await counter.call('saveContracts', runs);
  report.add({
    name: 'save',
    what: 'save a contract, durable on disk',
    measured: spread(spreadOf(times)),
    budget: { atMost: 20 },
    note: `signContract, ${runs} walk-ins in a row, no line; synchronous=FULL; slowest ${Math.max(...times).toFixed(0)} ms`,
  });
}
