import type { KeptClerk } from '#shared/clerks/clerks-contract.ts';
import type { Rows } from '../counter/counter.ts';

/** Somebody who may open the window, as the lock screen names them. */
export interface LockedClerk {
  readonly userId: string;
  readonly email: string;
  /** Their e-mail where the replica does not have their row (any more). */
  readonly name: string;
  readonly opensBy: 'pin' | 'password' | 'nothing';
}

type Person = Awaited<ReturnType<ReturnType<typeof peopleHere>['execute']>>[number];

/** The kept clerks as the company knows them. */
export function peopleHere(rows: Rows, kept: readonly KeptClerk[]) {
  return rows
    .selectFrom('users')
    .select(['id', 'display_name', 'is_active'])
    .where(
      'id',
      'in',
      kept.map(({ userId }) => userId),
    );
}

/** By name. Who is suspended is opened by nothing: their password is the server's business, and it says the same. */
export function lockedClerks(kept: readonly KeptClerk[], people: readonly Person[]): readonly LockedClerk[] {
  return kept
    .map(({ userId, email, hasPin, isPinLocked, isTurnedAway }): LockedClerk => {
      const person = people.find(({ id }) => id === userId);
      const opensByPin = hasPin && !isPinLocked && !isTurnedAway;
      const opensBy = person?.is_active === 0 ? 'nothing' : opensByPin ? 'pin' : 'password';
      return { userId, email, name: person?.display_name ?? email, opensBy };
    })
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** The next one, from the chosen one on, whose name begins with a letter; or null. */
export function nextByLetter(
  clerks: readonly LockedClerk[],
  chosenId: string,
  letter: string,
): LockedClerk | null {
  const at = clerks.findIndex(({ userId }) => userId === chosenId);
  const inTurn = [...clerks.slice(at + 1), ...clerks.slice(0, at + 1)];
  const begins = ({ name }: LockedClerk): boolean =>
    name.slice(0, letter.length).localeCompare(letter, undefined, { sensitivity: 'base' }) === 0;
  return inTurn.find(begins) ?? null;
}
