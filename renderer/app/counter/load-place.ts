import type { Identity } from '#shared/clerks/identity.ts';
import type { Place, Rows } from './counter.ts';

/** Where this machine stands, from the replica. Null while the counter's row has not arrived yet. */
export async function loadPlace(rows: Rows, identity: Identity, counterId: string): Promise<Place | null> {
  const row = await rows
    .selectFrom('counters')
    .innerJoin('branches', 'branches.id', 'counters.branch_id')
    .select(['counters.letter', 'counters.reference_no', 'counters.branch_id', 'branches.code'])
    .where('counters.id', '=', counterId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    companyId: identity.companyId,
    branchId: row.branch_id,
    branchCode: row.code,
    counterId,
    counterLetter: row.letter,
    counterNo: row.reference_no,
    clerkId: identity.userId,
  };
}
