import type pg from 'pg';
import { type Report, value } from '../report.ts';
import type { CounterPage } from '../scene/counter-page.ts';

export interface UploadOptions {
  readonly counter: CounterPage;
  readonly sql: pg.Pool;
  readonly line: { cut(): Promise<void>; restore(): Promise<void> };
  readonly addVehicles: (count: number) => Promise<void>;
}

const contracts = 1_000;
const vehiclesLimitMs = 30_000;

/** Contracts written while the line is cut, until the last has left the queue after it is back. */
export async function upload(
  report: Report,
  { counter, sql, line, addVehicles }: UploadOptions,
): Promise<void> {
  // As many cars as contracts: a car that is out cannot be handed over.
  await addVehicles(contracts);
  const end = performance.now() + vehiclesLimitMs;
  while ((await counter.call('countFreeVehicles')) < contracts) {
    if (performance.now() > end) throw new Error('the new vehicles have not arrived');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await line.cut();
  const before = await signed(sql);
  await counter.call('saveContracts', contracts);
  const began = performance.now();
  await line.restore();
  await counter.call('queueIsEmpty');
  const seconds = (performance.now() - began) / 1000;
  const arrived = (await signed(sql)) - before;
  if (arrived !== contracts) throw new Error(`${arrived} of ${contracts} contracts have arrived`);
  report.add({
    name: 'upload',
    what: '1,000 contracts written offline, uploaded',
    measured: value('s', seconds),
    budget: { atMost: 30 },
    note: 'from the line back until the queue is empty and Postgres has all of them; pauses between tries included, papers not',
  });
}

async function signed(sql: pg.Pool): Promise<number> {
  const { rows } = await sql.query<{ n: number }>(
    `select count(*)::int as n from public.contracts where status = 'out' and signed_at is not null`,
  );
  return rows[0]?.n ?? 0;
}
