import { sql } from 'kysely';
import type { Rows } from './counter.ts';

/** Whom to ask about counters and about where people work: nobody else may change either. Null where nobody is known. */
export function namesOfOwners(rows: Rows) {
  return rows
    .selectFrom('users as owner')
    .where('owner.role', '=', 'owner')
    .where('owner.is_active', '=', 1)
    .select(sql<string | null>`group_concat(owner.display_name, ', ')`.as('names'));
}
