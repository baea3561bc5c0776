import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { now } from '#shared/time/instant.ts';
import type { DraftKind } from '#sync/schema/local-tables.ts';
import type { Rows } from '../counter/counter.ts';

/** A kind of work that may be interrupted: how it is kept, and what its pill says. */
export interface DraftType<Content> {
  readonly kind: DraftKind;
  /** Texts as typed, so that nothing typed is lost or corrected. */
  readonly schema: z.ZodType<Content>;
  readonly steps: number;
  readonly titleOf: (content: Content) => string;
  /** Whether anything was entered: what was only looked at leaves no draft behind. */
  readonly isTouched: (content: Content) => boolean;
}

export interface SavedContent<Content> {
  readonly id: string;
  readonly content: Content;
  readonly step: number;
}

/** The draft as it was left; null when there is none, or it is not one of this kind and version. */
export async function readDraft<Content>(
  rows: Rows,
  { kind, schema, steps }: DraftType<Content>,
  id: string,
): Promise<SavedContent<Content> | null> {
  const row = await rows
    .selectFrom('drafts')
    .selectAll()
    .where('id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (!row) return null;
  let saved: unknown;
  try {
    saved = JSON.parse(row.content);
  } catch {
    return null;
  }
  const parsed = schema.safeParse(saved);
  if (!parsed.success) return null;
  return { id, content: parsed.data, step: row.step >= 1 && row.step <= steps ? row.step : 1 };
}

/** The draft of this kind that was begun for a contract; null when there is none. */
export async function draftOfContract(
  rows: Rows,
  { kind }: Pick<DraftType<unknown>, 'kind'>,
  contractId: string,
): Promise<string | null> {
  const begun = await rows.selectFrom('drafts').select(['id', 'content']).where('kind', '=', kind).execute();
  return begun.find(({ content }) => content.includes(`"contractId":"${contractId}"`))?.id ?? null;
}

/** @param id its own, where there is never more than one of its kind for a thing: the id of that thing */
export async function addDraft<Content>(
  rows: Rows,
  { kind, titleOf }: DraftType<Content>,
  content: Content,
  id: string = uuidv7(),
): Promise<string> {
  await rows
    .insertInto('drafts')
    .values({
      id,
      kind,
      title: titleOf(content),
      step: 1,
      content: JSON.stringify(content),
      saved_at: now(),
    })
    .execute();
  return id;
}

export async function saveDraft<Content>(
  rows: Rows,
  { titleOf }: DraftType<Content>,
  { id, content, step }: SavedContent<Content>,
): Promise<void> {
  await rows
    .updateTable('drafts')
    .set({ title: titleOf(content), step, content: JSON.stringify(content), saved_at: now() })
    .where('id', '=', id)
    .execute();
}

export async function discardDraft(rows: Rows, id: string): Promise<void> {
  await rows.deleteFrom('drafts').where('id', '=', id).execute();
}
