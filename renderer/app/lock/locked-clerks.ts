import type { KeptClerk } from '#shared/clerks/clerks-contract.ts';
import { type Bar, type PersonBeside, barOf } from '../counter/people-beside.ts';

/** Somebody who may open the window, as the lock screen names them. */
export interface LockedClerk {
  readonly userId: string;
  readonly email: string;
  /** Their e-mail where the replica does not have their row (any more). */
  readonly name: string;
  readonly opensBy: 'pin' | 'password' | 'nothing';
  /** Why nothing opens it to them. */
  readonly barred: Exclude<Bar, 'retired'> | null;
}

/** By name. Who is suspended, or works in another branch, is opened by nothing: the server would take nothing of theirs. */
export function lockedClerks(
  kept: readonly KeptClerk[],
  people: readonly PersonBeside[],
): readonly LockedClerk[] {
  return kept
    .map(({ userId, email, hasPin, isPinLocked, isTurnedAway }): LockedClerk => {
      const person = people.find(({ id }) => id === userId);
      const opensByPin = hasPin && !isPinLocked && !isTurnedAway;
      const barred = person ? whyBarred(person) : null;
      const opensBy = barred ? 'nothing' : opensByPin ? 'pin' : 'password';
      return { userId, email, name: person?.display_name ?? email, opensBy, barred };
    })
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** That the counter is out of use is said to whoever comes in: no other name would open it. */
function whyBarred(person: PersonBeside): LockedClerk['barred'] {
  const bar = barOf(person);
  return bar === 'retired' ? null : bar;
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
