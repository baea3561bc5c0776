import { uuidv7 } from 'uuidv7';
import { now } from '#shared/time/instant.ts';
import { type Result, ok } from '#shared/result/result.ts';
import type { Counter, Rows } from '../counter/counter.ts';
import { inTransaction } from '../counter/transaction.ts';
import type { SavedList } from './saved-lists.ts';
import { type ViewNameRefusal, checkViewName } from './view-name.ts';

/** The views of a clerk, of all lists, as they were made. */
export function viewsOf(rows: Pick<Rows, 'selectFrom'>, clerkId: string) {
  return rows
    .selectFrom('saved_views')
    .where('user_id', '=', clerkId)
    .select(['id', 'list', 'name', 'search'])
    .orderBy('created_at')
    .orderBy('id');
}

export type SavedView = Awaited<ReturnType<ReturnType<typeof viewsOf>['execute']>>[number];

/** Keeps what of a list is shown now under a name of its own. Answers the id of the view. */
export async function saveView(
  counter: Counter,
  list: SavedList,
  typed: string,
  search: object,
): Promise<Result<string, ViewNameRefusal>> {
  const { companyId, clerkId } = counter.place;
  return await inTransaction(counter, async (tx) => {
    const views = await viewsOf(tx, clerkId).where('list', '=', list).execute();
    const name = checkViewName(
      typed,
      views.map((view) => view.name),
    );
    if (!name.ok) return name;
    const id = uuidv7();
    await tx.write(
      tx.insertInto('saved_views').values({
        id,
        company_id: companyId,
        user_id: clerkId,
        list,
        name: name.value,
        search: JSON.stringify(search),
        created_at: now(),
      }),
    );
    return ok(id);
  });
}

/** Gives a view another name; the same in other capitals is one. */
export async function renameView(
  counter: Counter,
  { id, list }: Pick<SavedView, 'id' | 'list'>,
  typed: string,
): Promise<Result<string, ViewNameRefusal>> {
  return await inTransaction(counter, async (tx) => {
    const views = await viewsOf(tx, counter.place.clerkId)
      .where('list', '=', list)
      .where('id', '<>', id)
      .execute();
    const name = checkViewName(
      typed,
      views.map((view) => view.name),
    );
    if (!name.ok) return name;
    await tx.write(tx.updateTable('saved_views').set({ name: name.value }).where('id', '=', id));
    return ok(id);
  });
}

export async function removeView({ rows }: Counter, id: string): Promise<void> {
  await rows.deleteFrom('saved_views').where('id', '=', id).execute();
}
