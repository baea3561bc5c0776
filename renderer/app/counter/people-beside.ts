import { mayWorkAt } from '#shared/clerks/may-work-at.ts';
import type { Rows } from './counter.ts';
import { namesOfOwners } from './names-of-owners.ts';

/** People of the company, beside the branch of the counter that this machine is. */
export function peopleBeside(rows: Rows, userIds: readonly string[], counterId: string | null) {
  return rows
    .selectFrom('users')
    .leftJoin('counters', (join) => join.on('counters.id', '=', counterId ?? ''))
    .leftJoin('branches as own', 'own.id', 'users.branch_id')
    .leftJoin('branches as here', 'here.id', 'counters.branch_id')
    .where('users.id', 'in', userIds)
    .select(['users.id', 'users.display_name', 'users.is_active', 'users.role', 'users.branch_id as own_id'])
    .select(['own.name as own_name', 'counters.branch_id as here_id', 'here.name as here_name'])
    .select('counters.is_active as here_is_active')
    .select(namesOfOwners(rows).as('owners'));
}

export type PersonBeside = Awaited<ReturnType<ReturnType<typeof peopleBeside>['execute']>>[number];

/** Whether this machine is a counter of a branch in which the person does not work. */
export function isElsewhere({ role, own_id: branchId, here_id: here }: PersonBeside): boolean {
  return here !== null && !mayWorkAt({ role, branchId }, here);
}

/** Why the server takes nothing from somebody at a counter: they are suspended, work in another branch, or it is out of use. */
export type Bar = 'suspended' | 'elsewhere' | 'retired';

/** As far as this machine knows: rows that have not arrived bar nobody. */
export function barOf(person: PersonBeside | undefined): Bar | null {
  if (!person) return null;
  if (person.is_active === 0) return 'suspended';
  if (isElsewhere(person)) return 'elsewhere';
  return person.here_is_active === 0 ? 'retired' : null;
}
