import { describe, expect, test } from 'vitest';
import { receiptInput } from '#build/pdf/sample-letters.ts';
import { invoiceInput } from '#build/pdf/sample-papers.ts';
import { must } from '../result/result.ts';
import { type ReceiptPaperInput, parseReceiptPaper, receiptAmounts } from './receipt-paper.ts';

const line = (amount: number, rest: Partial<ReceiptPaperInput['lines'][number]> = {}) => ({
  title: 'Miete',
  explanation: null,
  amount,
  vatKind: 'standard' as const,
  vatRate: 810,
  ...rest,
});
const { company, customer } = invoiceInput();
const anonymous = { customer: null, given: null } as const;

describe('what is paid', () => {
  const amounts = (total: number, rest: Partial<ReceiptPaperInput>) =>
    receiptAmounts(must(parseReceiptPaper(receiptInput({ lines: [line(total)], given: null, ...rest }))));

  test.each([
    [23_702, 23_700, -2],
    [23_703, 23_705, 2],
  ])('francs in cash to 5 Rappen: %i is %i', (total, pay, rounding) => {
    expect(amounts(total, { method: 'cash' })).toEqual({ total, pay, rounding, change: 0 });
  });

  test('by card, and in euros, to the Rappen', () => {
    expect(amounts(23_702, { method: 'card' })).toMatchObject({ pay: 23_702, rounding: 0 });
    const euros = { method: 'cash', currency: 'EUR', customer } as const;
    expect(amounts(23_702, euros)).toMatchObject({ pay: 23_702, rounding: 0 });
  });

  test('the change is of what is paid, not of the total', () => {
    expect(amounts(23_702, { given: 30_000 })).toMatchObject({ change: 6300 });
    expect(amounts(23_702, { given: 23_700 })).toMatchObject({ change: 0 });
  });
});

test.each<readonly [string, Partial<ReceiptPaperInput>, string | undefined]>([
  ['CHF 400.00 without a name', { ...anonymous, lines: [line(40_000)] }, undefined],
  ['a Rappen more', { ...anonymous, lines: [line(40_001)] }, 'customer_missing'],
  ['a Rappen more with a name', { customer, given: null, lines: [line(40_001)] }, undefined],
  [
    'a euro without a name',
    { ...anonymous, currency: 'EUR', method: 'card', lines: [line(100)] },
    'customer_missing',
  ],
  ['nothing', { ...anonymous, lines: [line(0)] }, 'amount_not_positive'],
  ['too little on the counter', { lines: [line(20_000)], given: 19_995 }, 'too_little'],
  ['cash given for a card', { lines: [line(20_000)], method: 'card', given: 20_000 }, 'not_cash'],
  ['VAT of a company without', { ...anonymous, company: { ...company, vatRegistered: false } }, 'vat'],
  ['a VAT number that is missing', { company: { ...company, uid: null } }, 'vat_without_uid'],
  ['a period backwards', { service: { from: '2026-11-24', to: '2026-11-23' } }, 'period'],
])('a receipt for %s', (_name, change, reason) => {
  const parsed = parseReceiptPaper(receiptInput({ lines: [line(23_700)], ...change }));
  expect(parsed.ok ? undefined : parsed.refusal.reason).toBe(reason);
});
