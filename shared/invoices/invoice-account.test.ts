import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, basisPoints, rappen, subtract, zero } from '../money/rappen.ts';
import type { PaperLine } from '../parties/paper-fields.ts';
import { must } from '../result/result.ts';
import { type Credit, creditLines, creditWhole, creditableLines } from './credit-note.ts';
import { type AccountEntry, accountOf, openAccount, recordEntry, settleDeposit } from './invoice-account.ts';
import { paperTotals } from './invoice-paper-totals.ts';

function line(amount: number, vatRate = 810, vatKind: PaperLine['vatKind'] = 'standard'): PaperLine {
  return { title: 'x', explanation: null, amount: rappen(amount), vatKind, vatRate: basisPoints(vatRate) };
}

/** The invoice of the sample: 356.82 with a discount of 11.85. */
const invoice = [line(23_700), line(5_700), line(2_500), line(-1_185), line(4_970)];

describe('a credit note', () => {
  test('of the whole invoice mirrors its lines and its VAT', () => {
    const credit = must(creditWhole(invoice));
    expect(credit.lines).toEqual(invoice);
    expect({ total: credit.total, vat: credit.vat }).toEqual(paperTotals(invoice));
    expect(creditWhole(invoice, [credit])).toEqual({ ok: false, refusal: { code: 'nothing_to_credit' } });
  });

  test('keeps what carries no VAT apart', () => {
    const credit = must(creditWhole([line(10_000), line(50_000, 0, 'none')]));
    expect(credit.vat).toEqual([{ rate: 810, gross: 10_000, net: 9251, vat: 749 }]);
    expect(credit.total).toBe(60_000);
  });

  test.each([
    ['nothing', [], { code: 'nothing_to_credit' }],
    ['a line that is not there', [[5, 1]], { code: 'credit_line_unknown', position: 5, lines: 5 }],
    [
      'a line twice',
      [
        [2, 1],
        [2, 1],
      ],
      { code: 'credit_line_twice', position: 2 },
    ],
    [
      'a Rappen too much of a line',
      [[2, 2501]],
      { code: 'credit_exceeds_line', position: 2, creditable: 2500, asked: 2501 },
    ],
    ['a discount alone', [[3, -1185]], { code: 'credit_not_positive', total: -1185 }],
    ['a charge, which is no credit', [[2, -1]], { code: 'credit_exceeds_line' }],
    [
      'everything but the discount',
      [
        [0, 23_700],
        [1, 5_700],
        [2, 2_500],
        [4, 4_970],
      ],
      { code: 'credit_exceeds_invoice', creditable: 35_685, asked: 36_870 },
    ],
  ] as const)('of %s is refused', (_, asked, refusal) => {
    const lines = asked.map(([position, amount]) => ({ position, amount: rappen(amount) }));
    expect(creditLines(invoice, [], lines)).toMatchObject({ ok: false, refusal });
  });

  test('takes no more of one VAT rate than was billed at it', () => {
    const mixed = [line(10_000), line(-9_000), line(10_000, 260)];
    expect(creditLines(mixed, [], [{ position: 0, amount: rappen(10_000) }])).toMatchObject({
      refusal: { code: 'credit_exceeds_rate', rate: 810, creditable: 1_000, asked: 10_000 },
    });
  });

  test('credit note by credit note, all VAT is given back and no Rappen more', () => {
    const anyLine = fc
      .tuple(fc.integer({ min: 1, max: 5_000_000 }), fc.constantFrom(810, 260, 380, 0))
      .map(([amount, rate]) => line(amount, rate, rate === 0 ? 'none' : 'standard'));
    const parts = fc.array(fc.tuple(fc.nat(7), fc.integer({ min: 1, max: 5_000_000 })), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 8 }), parts, (lines, asked) => {
        const credits: Credit[] = [];
        for (const [position, amount] of asked) {
          const left = creditableLines(lines, credits)[position]?.amount ?? zero;
          const credit = creditLines(lines, credits, [{ position, amount: rappen(amount) }]);
          expect(credit.ok).toBe(amount <= left);
          if (credit.ok) credits.push(credit.value);
        }
        const last = creditWhole(lines, credits);
        if (last.ok) credits.push(last.value);
        const { total, vat } = paperTotals(lines);
        expect(add(...credits.map((credit) => credit.total))).toBe(total);
        const shares = credits.flatMap((credit) => credit.vat);
        expect(shares.every((share) => share.vat >= 0 && share.net >= 0)).toBe(true);
        for (const whole of vat) {
          const ofRate = shares.filter(({ rate }) => rate === whole.rate);
          expect(add(...ofRate.map((share) => share.vat))).toBe(whole.vat);
          expect(add(...ofRate.map((share) => share.net))).toBe(whole.net);
        }
      }),
    );
  });
});

describe('the account of an invoice', () => {
  const entry = (kind: AccountEntry['kind'], amount: number) => ({
    kind,
    amount: rappen(amount),
  });

  test('by hand: part payment, credit, over-payment, refund', () => {
    const entries = [
      entry('payment', 10_000),
      entry('credit', 5_685),
      entry('payment', 25_000),
      entry('refund', 3_000),
    ];
    expect(must(accountOf(rappen(35_685), entries))).toEqual({
      invoiced: 35_685,
      credited: 5_685,
      paid: 35_000,
      refunded: 3_000,
      roundedDown: 0,
      roundedUp: 0,
      open: 0,
      overpaid: 2_000,
    });
  });

  test.each([
    ['nothing', entry('payment', 0), { code: 'amount_not_positive' }],
    ['a refund of what was not paid', entry('refund', 1), { code: 'refund_exceeds_overpaid', overpaid: 0 }],
    ['more credit than invoice', entry('credit', 1001), { code: 'credit_exceeds_invoice', creditable: 1000 }],
    ['more deposit than is open', entry('deposit', 1001), { code: 'deposit_exceeds_open', open: 1000 }],
  ] as const)('%s is refused', (_, wrong, refusal) => {
    expect(accountOf(rappen(1000), [wrong])).toMatchObject({ ok: false, refusal: { ...refusal, entry: 0 } });
  });

  test('all that is open is kept of a deposit, all that is overpaid is refunded, all of it is credited', () => {
    const account = (...entries: readonly ReturnType<typeof entry>[]) =>
      must(accountOf(rappen(1000), entries));
    expect(account(entry('deposit', 1000))).toMatchObject({ open: 0, paid: 1000 });
    expect(account(entry('payment', 1200), entry('refund', 200))).toMatchObject({
      overpaid: 0,
      refunded: 200,
    });
    // What was paid may be credited too: it is then to be given back.
    expect(account(entry('payment', 1000), entry('credit', 1000))).toMatchObject({ open: 0, overpaid: 1000 });
  });

  test('francs in cash leave nothing open, and nothing overpaid', () => {
    const account = (invoiced: number, ...entries: readonly AccountEntry[]) =>
      accountOf(rappen(invoiced), entries);
    expect(must(account(23_702, entry('payment', 23_700), entry('rounding', 2)))).toMatchObject({
      open: 0,
      roundedDown: 2,
    });
    expect(must(account(23_703, entry('payment', 23_705), entry('rounding', 2)))).toMatchObject({
      overpaid: 0,
      roundedUp: 2,
    });
    const refused = { ok: false, refusal: { code: 'rounding_too_large' } };
    expect(account(23_703, entry('payment', 23_700), entry('rounding', 3))).toMatchObject(refused);
    expect(account(23_702, entry('payment', 23_700), entry('rounding', 1))).toMatchObject(refused);
    expect(account(23_700, entry('payment', 23_700), entry('rounding', 1))).toMatchObject(refused);
    const twice = [entry('payment', 9998), entry('rounding', 2), entry('payment', 1), entry('rounding', 1)];
    expect(account(10_000, ...twice)).toMatchObject({ refusal: { limit: 0, asked: 1 }, ok: false });
  });

  test('whatever happens, money adds up and nothing is negative', () => {
    const entries = fc.array(
      fc
        .tuple(
          fc.constantFrom<AccountEntry['kind']>('payment', 'deposit', 'credit', 'refund', 'rounding'),
          fc.oneof(fc.integer({ min: -50, max: 40_000 }), fc.integer({ min: 1, max: 3 })),
        )
        .map(([kind, amount]) => entry(kind, amount)),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(fc.nat(100_000).map(rappen), entries, (invoiced, all) => {
        let account = openAccount(invoiced);
        // Kept beside the account: what the customer has given and what the company may keep.
        let cash = 0;
        let owed: number = invoiced;
        for (const each of all) {
          const next = recordEntry(account, each);
          if (!next.ok) continue;
          account = next.value;
          if (each.kind === 'credit') owed -= each.amount;
          else if (each.kind === 'rounding') owed = cash;
          else cash = each.kind === 'refund' ? cash - each.amount : cash + each.amount;
          expect(subtract(account.open, account.overpaid)).toBe(owed - cash);
          expect(Math.min(...Object.values(account))).toBeGreaterThanOrEqual(0);
          expect(Math.min(account.open, account.overpaid)).toBe(0);
        }
      }),
    );
  });

  test('a deposit is kept as far as something is open, and released for the rest', () => {
    fc.assert(
      fc.property(fc.nat(100_000).map(rappen), fc.nat(100_000).map(rappen), (deposit, open) => {
        const { kept, released } = settleDeposit(deposit, open);
        expect(add(kept, released)).toBe(deposit);
        expect(kept).toBe(Math.min(deposit, open));
      }),
    );
  });
});
