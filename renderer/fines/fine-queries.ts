import { sql } from 'kysely';
import type { Rows } from '../app/counter/counter.ts';
import { hasWords } from '../app/lists/has-words.ts';
import type { fineStates } from './fine-search.ts';

export interface FineFilter {
  readonly state: (typeof fineStates)[number];
  /** Of this branch only; null is the whole company. */
  readonly branchId: string | null;
  /** In the number, the plate, the driver, the authority or its reference. */
  readonly text: string;
}

/** As many are shown at once; a text narrows them, and a file has them all. */
export const finesShown = 1_000;

/** What a text is looked for in: a plate also as it is typed, without its spaces. */
const named = sql<string>`number || ' ' || plate || ' ' || replace(plate, ' ', '') || ' ' || driver_name || ' ' || authority
  || ' ' || authority_reference`;

const toDo = ['received', 'resolved', 'named', 'billed'] as const;

/** Fines: what somebody has still to do something about with the nearest deadline first, what is closed with the newest. */
export function fineList(rows: Rows, { state, branchId, text }: FineFilter, atMost = finesShown) {
  let listed = rows.selectFrom('fines').selectAll().limit(atMost);
  if (state === 'open') listed = listed.where('status', 'in', toDo);
  if (state === 'closed') listed = listed.where('status', '=', 'closed');
  if (branchId !== null) listed = listed.where('branch_id', '=', branchId);
  for (const has of hasWords(text, named)) listed = listed.where(has);
  const order = state === 'open' ? 'asc' : 'desc';
  return listed.orderBy('received_on', order).orderBy('number', order);
}

export type FineItem = Awaited<ReturnType<ReturnType<typeof fineList>['execute']>>[number];
