import { describe, expect, test } from 'vitest';
import { type Currency, rappen } from '../money/rappen.ts';
import { isoDay } from '../time/instant.ts';
import { ageingBucketOf, ageingOn } from './ageing.ts';
import { paperTotals } from './invoice-paper-totals.ts';
import { type ReminderTerms, type SentReminder, reminderDue } from './reminders.ts';
import { damageLines, fineFeeLine } from './special-lines.ts';

const day = isoDay;

function termsFrom(from: string, ...fees: readonly [number, number, number]): ReminderTerms {
  const step = (fee: number) => ({ afterDays: 10, fee: rappen(fee), daysToPay: 10 });
  return { from: day(from), steps: [step(fees[0]), step(fees[1]), step(fees[2])] };
}

const terms = [termsFrom('2026-01-01', 0, 2_000, 4_000), termsFrom('2027-01-01', 500, 2_500, 5_000)];
const first: SentReminder = {
  step: 1,
  sentOn: day('2026-12-10'),
  payUntil: day('2026-12-20'),
  fee: rappen(0),
};
const second: SentReminder = {
  step: 2,
  sentOn: day('2026-12-30'),
  payUntil: day('2027-01-09'),
  fee: rappen(2_000),
};
const third: SentReminder = {
  step: 3,
  sentOn: day('2027-01-19'),
  payUntil: day('2027-01-29'),
  fee: rappen(5_000),
};
const invoice = { dueOn: day('2026-11-30'), open: rappen(35_685), sent: [] };

describe('which reminder is due', () => {
  test('ten days after the last day to pay, not before, and never without anything open', () => {
    expect(reminderDue(invoice, terms, day('2026-12-09'))).toEqual({
      kind: 'not_yet',
      step: 1,
      from: '2026-12-10',
    });
    expect(reminderDue(invoice, terms, day('2026-12-10'))).toEqual({
      kind: 'remind',
      reminder: first,
      daysOverdue: 10,
      fees: 0,
      toPay: 35_685,
    });
    const paid = { ...invoice, open: rappen(0) };
    expect(reminderDue(paid, terms, day('2027-12-10'))).toEqual({ kind: 'nothing_open' });
  });

  test('each step counts from the one before, however late, and fees are those of its day', () => {
    const once = { ...invoice, sent: [first] };
    expect(reminderDue(once, terms, day('2026-12-30'))).toMatchObject({ reminder: second, toPay: 37_685 });
    expect(reminderDue(once, terms, day('2027-06-01'))).toMatchObject({ reminder: { step: 2, fee: 2_500 } });
    const twice = { ...invoice, sent: [first, second] };
    expect(reminderDue(twice, terms, day('2027-01-19'))).toMatchObject({
      reminder: third,
      fees: 7_000,
      toPay: 42_685,
    });
  });

  test('after the third it is for a person to decide', () => {
    const thrice = { ...invoice, sent: [first, second, third] };
    expect(reminderDue(thrice, terms, day('2027-01-29'))).toMatchObject({
      kind: 'not_yet',
      step: 'exhausted',
    });
    expect(reminderDue(thrice, terms, day('2027-01-30'))).toEqual({ kind: 'exhausted', since: '2027-01-30' });
  });

  test('new terms hold from their first day', () => {
    const reminded = { ...invoice, dueOn: day('2026-12-22'), sent: [] };
    expect(reminderDue(reminded, terms, day('2027-01-01'))).toMatchObject({ fees: 500 });
  });

  test('no fee is invented for a day without terms', () => {
    expect(reminderDue({ ...invoice, dueOn: day('2025-01-01') }, terms, day('2025-12-31'))).toEqual({
      kind: 'no_terms',
    });
  });
});

describe('ageing', () => {
  test.each([
    ['2026-11-21', 'not_due'],
    ['2026-11-20', 'to_30'],
    ['2026-10-21', 'to_30'],
    ['2026-10-20', 'to_60'],
    ['2026-09-21', 'to_60'],
    ['2026-09-20', 'to_90'],
    ['2026-08-22', 'to_90'],
    ['2026-08-21', 'over_90'],
  ] as const)('due on %s is %s on 20 November', (dueOn, bucket) => {
    expect(ageingBucketOf(day(dueOn), day('2026-11-20'))).toBe(bucket);
  });

  test('adds up by currency', () => {
    const open = (dueOn: string, amount: number, currency: Currency) => ({
      dueOn: day(dueOn),
      open: rappen(amount),
      currency,
    });
    const list = [
      open('2026-11-30', 1, 'CHF'),
      open('2026-11-01', 20, 'CHF'),
      open('2026-11-02', 300, 'CHF'),
      open('2026-01-01', 4_000, 'CHF'),
      open('2026-10-01', 7, 'EUR'),
    ];
    expect(ageingOn(list, day('2026-11-20'))).toEqual({
      CHF: { not_due: 1, to_30: 320, to_60: 0, to_90: 0, over_90: 4_000, total: 4_321 },
      EUR: { not_due: 0, to_30: 0, to_60: 7, to_90: 0, over_90: 0, total: 7 },
    });
  });
});

describe('lines of their own kind', () => {
  const damage = (cost: number) => ({ title: 'Tür', explanation: null, cost: rappen(cost) });

  test('a damage costs at most the deductible, and knows no VAT', () => {
    const lines = damageLines([damage(120_000), damage(30_000)], rappen(50_000));
    expect(lines).toMatchObject({ ok: true, value: [{ amount: 50_000 }, { amount: 30_000 }] });
    expect(lines.ok && paperTotals(lines.value)).toEqual({ total: 80_000, vat: [] });
    expect(damageLines([damage(120_000)], null)).toMatchObject({ value: [{ amount: 120_000 }] });
    expect(damageLines([], null)).toMatchObject({ refusal: { code: 'no_damage' } });
    expect(damageLines([damage(5), damage(0)], null)).toMatchObject({
      refusal: { code: 'amount_not_positive', position: 1 },
    });
  });

  test('the fee for a fine has the rate of its day, or none', () => {
    const fee = { title: 'Busse', explanation: null, amount: rappen(4_000), handledOn: day('2023-12-31') };
    expect(fineFeeLine({ ...fee, vatKind: 'standard' })).toMatchObject({ value: { vatRate: 770 } });
    expect(fineFeeLine({ ...fee, vatKind: 'none' })).toMatchObject({
      value: { vatKind: 'none', vatRate: 0 },
    });
    expect(fineFeeLine({ ...fee, amount: rappen(0), vatKind: 'none' })).toMatchObject({ ok: false });
  });
});
