import type { ModelCounter, Row } from './model-counter.ts';
import type { Slot } from './scene.ts';
import type { WrittenByHand } from './written-by-hand.ts';

/** Reads rows: a counter's replica, or the transaction that is being written there. */
type Reads = (sql: string, ...values: string[]) => Promise<Row[]>;

export const readsOf =
  (counter: ModelCounter): Reads =>
  (sql, ...values) =>
    counter.db.getAll<Row>(sql, values);

export const readsIn =
  (desk: WrittenByHand): Reads =>
  (sql, ...values) =>
    desk.rows(sql, ...values);

export function vehicleOf({ vehicleIds }: Slot, n: number): string {
  return vehicleIds[n % vehicleIds.length] ?? '';
}

export function customerOf({ customerIds }: Slot, n: number): string {
  return customerIds[n % customerIds.length] ?? '';
}

/** One of the contracts of a history in these states, as the counter knows them. By id: in the order in which they were written. */
export async function pickContract(
  read: Reads,
  { categoryId }: Slot,
  n: number,
  ...statuses: string[]
): Promise<Row | undefined> {
  return pickFrom(
    await read(
      'SELECT * FROM contracts WHERE category_id = ? AND status IN (SELECT value FROM json_each(?)) ORDER BY id',
      categoryId,
      JSON.stringify(statuses),
    ),
    n,
  );
}

/** One of the bills of a history that are no credit notes. */
export async function pickBill(read: Reads, { categoryId }: Slot, n: number): Promise<Row | undefined> {
  return pickFrom(
    await read(
      `SELECT * FROM invoices WHERE corrects_id IS NULL
       AND contract_id IN (SELECT id FROM contracts WHERE category_id = ?) ORDER BY id`,
      categoryId,
    ),
    n,
  );
}

export function pickFrom<T>(found: readonly T[], n: number): T | undefined {
  return found[n % Math.max(found.length, 1)];
}
