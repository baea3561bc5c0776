import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { CashSessionRow } from '#sync/schema/rows.generated.ts';
import type { Rows } from '../app/counter/counter.ts';
import { type DraftType, addDraft, discardDraft, readDraft } from '../app/drafts/drafts.ts';
import { isCounted } from './counted-pieces.ts';

/** What a count holds while it goes on: texts as typed, so that nothing typed is lost or corrected. */
const content = z.object({
  /** Of the drawer, for the pill. */
  number: z.string(),
  pieces: z.record(z.string(), z.string()),
  /** Null while nobody said otherwise: then the float stays, as far as it is there. */
  left: z.string().nullable(),
  reason: z.string(),
});

export type CountDraft = z.infer<typeof content>;

/** How the count of a drawer is kept until the drawer is closed. Its id is that of the drawer: there is one count of each. */
export const countDraft: DraftType<CountDraft> = {
  kind: 'cash_count',
  schema: content,
  steps: 1,
  isTouched: ({ pieces, left, reason }) => isCounted(pieces) || left !== null || reason.trim() !== '',
  titleOf: ({ number }) => number,
};

/** Begins the count of a drawer, or goes on with the one that was begun. */
export async function beginCount(
  rows: Rows,
  { id, number }: Pick<Selectable<CashSessionRow>, 'id' | 'number'>,
): Promise<string> {
  if (await readDraft(rows, countDraft, id)) return id;
  // One that cannot be read is of another version.
  await discardDraft(rows, id);
  return await addDraft(rows, countDraft, { number, pieces: {}, left: null, reason: '' }, id);
}
