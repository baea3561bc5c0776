import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { invoiceInput } from '#build/pdf/sample-papers.ts';
import { add, basisPoints, rappen, zero } from '../money/rappen.ts';
import type { PaperLine } from '../parties/paper-fields.ts';
import { must } from '../result/result.ts';
import { type Credit, creditLines, creditWhole, creditableLines } from './credit-note.ts';
import { checkGivenVat } from './given-vat.ts';
import { type InvoicePaper, parseInvoicePaper } from './invoice-paper.ts';
import { invoiceTotals, paperTotals } from './invoice-paper-totals.ts';

function line(amount: number, rate = 810): PaperLine {
  const vatKind = rate === 0 ? 'none' : 'standard';
  return { title: 'x', explanation: null, amount: rappen(amount), vatKind, vatRate: basisPoints(rate) };
}

function creditPaper({ lines, vat }: Credit): InvoicePaper {
  const common = { kind: 'credit-note', correctsNumber: 'ZRH-A-26-R00017', dueOn: null, payment: null };
  return must(parseInvoicePaper({ ...invoiceInput(), ...common, lines, vat }));
}

test('by hand: three credits of 0.07 give back the 0.02 of the invoice, not 0.03', () => {
  // 0.21 × 8.1 / 108.1 = 0.0157… → 0.02. 0.07 × 8.1 / 108.1 = 0.0052… → 0.01 on each, were it computed.
  const lines = [line(7), line(7), line(7)];
  const credits: Credit[] = [];
  for (const position of [0, 1, 2]) {
    credits.push(must(creditLines(lines, credits, [{ position, amount: rappen(7) }])));
  }
  const printed = credits.map((credit) => invoiceTotals(creditPaper(credit)).vat[0]?.vat);
  expect(printed).toEqual([1, 0, 1]);
  expect(credits.map((credit) => paperTotals(credit.lines).vat[0]?.vat)).toEqual([1, 1, 1]);
});

test('the VAT on the papers of all credits adds up to that on the invoice, whatever was credited when', () => {
  const anyLine = fc
    .tuple(fc.integer({ min: 1, max: 50_000 }), fc.constantFrom(810, 260, 380, 0))
    .map(([amount, rate]) => line(amount, rate));
  const parts = fc.array(
    fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 100 })), { minLength: 1, maxLength: 4 }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 6 }), parts, (lines, series) => {
      const credits: Credit[] = [];
      for (const asked of series) {
        const left = creditableLines(lines, credits);
        const some = [...new Map(asked)].flatMap(([position, percent]) => {
          const amount = rappen(Math.ceil(((left[position]?.amount ?? 0) * percent) / 100));
          return amount === 0 ? [] : [{ position, amount }];
        });
        if (some.length > 0) credits.push(must(creditLines(lines, credits, some)));
      }
      const rest = creditWhole(lines, credits);
      if (rest.ok) credits.push(rest.value);
      const printed = credits.flatMap((credit) => invoiceTotals(creditPaper(credit)).vat);
      for (const { rate, vat, gross } of paperTotals(lines).vat) {
        const shares = printed.filter((share) => share.rate === rate);
        expect(add(zero, ...shares.map((share) => share.vat))).toBe(vat);
        expect(add(zero, ...shares.map((share) => share.gross))).toBe(gross);
      }
    }),
    { numRuns: 60 },
  );
});

test('VAT rounded line by line is taken; a Rappen more is not', () => {
  // Each 0.07 has 0.0052… → 0.01: 0.05 on five lines, where the sum 0.35 has 0.0262… → 0.03. (5 + 1) / 2 = 3.
  const lines = Array.from({ length: 5 }, () => line(7));
  const share = (vat: number) => ({
    rate: basisPoints(810),
    gross: rappen(35),
    net: rappen(35 - vat),
    vat: rappen(vat),
  });
  expect(checkGivenVat(lines, [share(5)])).toBeNull();
  expect(checkGivenVat(lines, [share(0)])).toBeNull();
  expect(checkGivenVat(lines, [share(7)])).toEqual({
    path: [0, 'vat'],
    fault: { code: 'vat_differs', limit: 3, computed: 3 },
  });
});

const right = { rate: 810, gross: 35_685, net: 33_011, vat: 2_674 };
test.each([
  [[{ ...right, vat: 2_676, net: 33_009 }], null],
  [[{ ...right, vat: 2_678, net: 33_007 }], 'vat.0.vat'],
  [[{ ...right, vat: 2_673 }], 'vat.0'],
  [[{ ...right, gross: 35_684, net: 33_010 }], 'vat.0'],
  [[{ ...right, rate: 770 }], 'vat.0'],
  [[], 'vat'],
  [[right, { rate: 260, gross: 0, net: 0, vat: 0 }], 'vat'],
])('the invoice with %j: wrong is %s', (vat, field) => {
  const parsed = parseInvoicePaper({ ...invoiceInput(), vat });
  expect(parsed.ok ? null : parsed.refusal.field).toBe(field);
});
