import type { Compilable } from 'kysely';
import { type SeriesNumber, formatSeriesNumber, parseSeriesNumber } from '#shared/numbering/series-number.ts';
import { must } from '#shared/result/result.ts';
import { type Instant, dayOf } from '#shared/time/instant.ts';
import type { Place } from './counter.ts';
import type { Tx } from './transaction.ts';

export interface NextNumber {
  readonly text: string;
  readonly number: SeriesNumber;
}

/** A number that is taken with its statement and not before. */
export interface OfferedNumber extends NextNumber {
  /** To be written in the same transaction, in which nobody else can be offered the number. */
  readonly take: Compilable;
}

/** The kinds that counters number so far, and where their numbers stand. */
const tables = {
  contract: { table: 'contracts', column: 'number' },
  invoice: { table: 'invoices', column: 'number' },
  cash_session: { table: 'cash_sessions', column: 'number' },
  fine: { table: 'fines', column: 'number' },
  amendment: { table: 'amendments', column: 'number' },
  receipt: { table: 'payments', column: 'receipt' },
} as const;

/**
 * Takes the next number of this counter's own series, in the transaction that uses it: with a rollback the number was
 * never given out, with a later refusal by the server it stays used.
 *
 * The series is remembered apart from the rows. Where it is not (a new replica), it goes on after the highest number
 * that the server knows; the caller makes sure that the first sync is complete.
 */
export async function nextNumber(
  tx: Tx,
  place: Place,
  kind: keyof typeof tables,
  at: Instant,
): Promise<NextNumber> {
  const { id, year } = seriesOf(place, kind, at);
  // Counted where it stands: one round trip, as the one writer waits for each.
  const counted = await tx
    .updateTable('number_series')
    .set((series) => ({ last: series('last', '+', 1) }))
    .where('id', '=', id)
    .returning('last')
    .executeTakeFirst();
  if (counted) return numberOf(place, kind, year, counted.last);
  const running = (await highestKnown(tx, place, kind, year)) + 1;
  await tx.insertInto('number_series').values({ id, last: running }).execute();
  return numberOf(place, kind, year, running);
}

/**
 * The number that {@link nextNumber} would give, to be read beside what else a command reads and taken beside what it writes: no
 * round trip of its own. Where nothing is written it was never given out.
 */
export async function offerNumber(
  tx: Tx,
  place: Place,
  kind: keyof typeof tables,
  at: Instant,
): Promise<OfferedNumber> {
  const { id, year } = seriesOf(place, kind, at);
  const known = await tx.selectFrom('number_series').select('last').where('id', '=', id).executeTakeFirst();
  const last = (known?.last ?? (await highestKnown(tx, place, kind, year))) + 1;
  const take = known
    ? tx.updateTable('number_series').set({ last }).where('id', '=', id)
    : tx.insertInto('number_series').values({ id, last });
  return { ...numberOf(place, kind, year, last), take };
}

function seriesOf(
  { counterId }: Place,
  kind: keyof typeof tables,
  at: Instant,
): { readonly id: string; readonly year: number } {
  const year = Number(dayOf(at).slice(0, 4));
  return { id: `${counterId}/${kind}/${year}`, year };
}

function numberOf(
  { branchCode: branch, counterLetter: counter }: Place,
  kind: keyof typeof tables,
  year: number,
  running: number,
): NextNumber {
  const number: SeriesNumber = { kind, branch, counter, year, running };
  return { text: must(formatSeriesNumber(number)), number };
}

async function highestKnown(tx: Tx, place: Place, kind: keyof typeof tables, year: number): Promise<number> {
  const { table, column } = tables[kind];
  // Kysely types a query for one table, not for a choice of them; both columns are texts of theirs.
  const known = await tx
    .selectFrom(table as 'contracts')
    .select(`${column as 'number'} as number`)
    .where('counter_id', '=', place.counterId)
    .where(column as 'number', 'is not', null)
    .execute();
  const running = known.flatMap(({ number }) => {
    const parsed = parseSeriesNumber(number ?? '');
    return parsed.ok && parsed.value.year === year ? [parsed.value.running] : [];
  });
  return running.reduce((highest, one) => Math.max(highest, one), 0);
}
