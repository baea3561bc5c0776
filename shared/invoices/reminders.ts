import { type Rappen, add } from '../money/rappen.ts';
import { type IsoDay, addDays, daysBetween } from '../time/instant.ts';

export type ReminderStep = 1 | 2 | 3;

/** How a company reminds, from a day on. Fees need an agreement with the customer; 0 is none. */
export interface ReminderTerms {
  readonly from: IsoDay;
  /** For each step: days after the last day to pay, the fee, and the days then given to pay. */
  readonly steps: readonly [ReminderStepTerms, ReminderStepTerms, ReminderStepTerms];
}

export interface ReminderStepTerms {
  readonly afterDays: number;
  readonly fee: Rappen;
  readonly daysToPay: number;
}

/** A reminder that was sent, with the fee as it was then: a later change of fees does not touch it. */
export interface SentReminder {
  readonly step: ReminderStep;
  readonly sentOn: IsoDay;
  readonly payUntil: IsoDay;
  readonly fee: Rappen;
}

export interface RemindedInvoice {
  readonly dueOn: IsoDay;
  /** Without fees. */
  readonly open: Rappen;
  /** In the order of the steps. */
  readonly sent: readonly SentReminder[];
}

export type ReminderDue =
  | { readonly kind: 'nothing_open' }
  | { readonly kind: 'no_terms' }
  /** The next step, and the first day on which it is due. */
  | { readonly kind: 'not_yet'; readonly step: ReminderStep | 'exhausted'; readonly from: IsoDay }
  | {
      readonly kind: 'remind';
      readonly reminder: SentReminder;
      readonly daysOverdue: number;
      /** Of this and all earlier steps. */
      readonly fees: Rappen;
      /** What is open, with all fees. */
      readonly toPay: Rappen;
    }
  /** Three reminders were sent and their time is over: debt collection is a person's decision. */
  | { readonly kind: 'exhausted'; readonly since: IsoDay };

/**
 * Which reminder of an invoice is due on a day. No step is left out, however late it is, and each counts from the day until
 * which the one before gave time. The fee is that of the terms in force on the day of the reminder.
 */
export function reminderDue(
  invoice: RemindedInvoice,
  terms: readonly ReminderTerms[],
  on: IsoDay,
): ReminderDue {
  if (invoice.open <= 0) return { kind: 'nothing_open' };
  const last = invoice.sent.at(-1);
  const counted = last?.payUntil ?? invoice.dueOn;
  const step = nextStep(last?.step);
  if (step === null) {
    return on > counted
      ? { kind: 'exhausted', since: addDays(counted, 1) }
      : { kind: 'not_yet', step: 'exhausted', from: addDays(counted, 1) };
  }
  const inForce = terms
    .filter(({ from }) => from <= on)
    .toSorted((one, other) => (one.from < other.from ? 1 : -1))[0];
  if (inForce === undefined) return { kind: 'no_terms' };
  const { afterDays, fee, daysToPay } = inForce.steps[step - 1] ?? inForce.steps[2];
  const from = addDays(counted, afterDays);
  if (on < from) return { kind: 'not_yet', step, from };
  const reminder = { step, sentOn: on, payUntil: addDays(on, daysToPay), fee };
  const fees = add(...invoice.sent.map((sent) => sent.fee), fee);
  return {
    kind: 'remind',
    reminder,
    daysOverdue: daysBetween(invoice.dueOn, on),
    fees,
    toPay: add(invoice.open, fees),
  };
}

function nextStep(last: ReminderStep | undefined): ReminderStep | null {
  if (last === undefined) return 1;
  return last === 1 ? 2 : last === 2 ? 3 : null;
}
