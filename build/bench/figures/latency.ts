import { spreadOf } from '../measure.ts';
import { type Report, spread } from '../report.ts';
import type { CounterPage } from '../scene/counter-page.ts';

const runs = 50;

/** A change at one counter until a screen at the other has it. Both in step, one change at a time. */
export async function latency(report: Report, from: CounterPage, to: CounterPage): Promise<void> {
  const customerId = await from.call('aCustomer');
  await from.call('queueIsEmpty');
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const note = `run ${run}`;
    const arrives = to.call('noteArrives', customerId, note);
    const written = await from.call('writeNote', customerId, note);
    times.push((await arrives) - written);
    await from.call('queueIsEmpty');
  }
  report.add({
    name: 'latency',
    what: 'change at one counter to another',
    measured: spread(spreadOf(times)),
    budget: { atMost: 100, of: 'p50' },
    note: `from the commit here to the watched query there, ${runs} runs; upload, Postgres and stream in between`,
  });
}
