import { mayWorkAt } from '#shared/clerks/may-work-at.ts';
import { ownBranch } from '#shared/clerks/own-branch.ts';
import type { Rows } from './counter.ts';
import { namesOfOwners } from './names-of-owners.ts';

/** The counters of the company, beside who asks for one: no row at all until the person has arrived. */
export function countersBeside(rows: Rows, userId: string) {
  return rows
    .selectFrom('users as person')
    .leftJoin('branches as own', 'own.id', 'person.branch_id')
    .leftJoin('counters', (join) =>
      join.onRef('counters.company_id', '=', 'person.company_id').on('counters.is_active', '=', 1),
    )
    .leftJoin('branches', 'branches.id', 'counters.branch_id')
    .where('person.id', '=', userId)
    .select(['person.role', 'person.branch_id as own_id', 'own.name as own_name'])
    .select(['counters.id', 'counters.name', 'counters.letter', 'counters.branch_id', 'branches.code'])
    .select(namesOfOwners(rows).as('owners'))
    .orderBy('branches.name')
    .orderBy('counters.letter');
}

export interface CounterChoice {
  readonly id: string;
  readonly name: string;
  /** As in the numbers of its contracts: `ZRH-A`. */
  readonly code: string;
}

/** What a machine that is no counter yet may become in somebody's hands. */
export interface CounterOffer {
  readonly choices: readonly CounterChoice[];
  readonly isOwner: boolean;
  /** The name of the one branch in which the person works; null for who works in all. */
  readonly ownBranch: string | null;
  /** Who sets counters up, and says where people work. Empty where nobody is known. */
  readonly owners: string;
}

type Found = Awaited<ReturnType<ReturnType<typeof countersBeside>['execute']>>;

/** Those that the person may open, and no other. Null while the first rows are on their way. */
export function counterOffer(found: Found): CounterOffer | null {
  const [first] = found;
  if (!first) return null;
  const worker = { role: first.role, branchId: first.own_id };
  return {
    choices: found.flatMap(({ id, name, code, letter, branch_id: branchId }) =>
      id !== null && branchId !== null && mayWorkAt(worker, branchId)
        ? [{ id, name: name ?? '', code: `${code}-${letter}` }]
        : [],
    ),
    isOwner: first.role === 'owner',
    ownBranch: ownBranch(worker) === null ? null : first.own_name,
    owners: first.owners ?? '',
  };
}
