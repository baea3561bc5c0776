import { type IsoDay, addDays, daysBetween } from '../time/instant.ts';

/** Days in which the holder pays or names who drove. */
export const daysToName = 30;

export interface NamingDeadline {
  /** The last day. */
  readonly until: IsoDay;
  readonly state: 'open' | 'last_day' | 'passed';
  /** 0 on the last day and after it. */
  readonly daysLeft: number;
  readonly daysPast: number;
}

/**
 * The last day on which the fine can still be passed on without ordinary proceedings against the holder.
 *
 * The holder may pay within 30 days of being told in writing (OBG 7(2)); otherwise ordinary proceedings follow (OBG 7(3)).
 * Who names the person, with name and address, passes the fine on (OBG 7(4)): the law gives that no term of its own, so it
 * is that of the payment (read in the law as of 1 January 2025). Counted from the day after, as terms are; the code of
 * criminal procedure does not govern these fines (BGE 145 IV 252), so whether a last day on a Sunday moves to Monday is not
 * certain, and it does not here: a day too early does no harm. In ordinary proceedings the driver may still be named after
 * it. Name and address must be complete and plausible; then a renter abroad who does not answer is not the holder's matter
 * (Federal Supreme Court 6B_1007/2016, of a rental company, on the same rule in the former act).
 */
export function nameUntil(receivedOn: IsoDay): IsoDay {
  return addDays(receivedOn, daysToName);
}

export function namingDeadline(receivedOn: IsoDay, on: IsoDay): NamingDeadline {
  const until = nameUntil(receivedOn);
  const left = daysBetween(on, until);
  return {
    until,
    state: left > 0 ? 'open' : left === 0 ? 'last_day' : 'passed',
    daysLeft: Math.max(0, left),
    daysPast: Math.max(0, -left),
  };
}
