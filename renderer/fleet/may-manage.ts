import type { Counter, Rows } from '../app/counter/counter.ts';

/** Whether this person may change vehicles of a branch: owners anywhere, managers in theirs, or anywhere when they have none. */
export async function mayManage(
  { rows, role, place }: Counter,
  branchId: string,
  reads: Pick<Rows, 'selectFrom'> = rows,
): Promise<boolean> {
  if (role !== 'owner' && role !== 'manager') return false;
  const person = await reads
    .selectFrom('users')
    .select('branch_id')
    .where('id', '=', place.clerkId)
    .executeTakeFirst();
  return person !== undefined && (person.branch_id === null || person.branch_id === branchId);
}
