import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperTotals } from '../invoices/invoice-paper-totals.ts';
import { type Rappen, basisPoints, rappen } from '../money/rappen.ts';
import { must } from '../result/result.ts';
import { instant } from '../time/instant.ts';
import { type CashMovement, cashMovementKinds, signedAmount } from './cash-movement.ts';
import {
  type CashCount,
  closeCashSession,
  expectedCash,
  openCashSession,
  recordMovement,
} from './cash-session.ts';
import { type CountedPieces, allDenominations, countCash } from './count-cash.ts';
import { totalsByMethod, vatOfPapers } from './day-sheet.ts';

const at = (time: string) => instant(`2026-11-20T${time}:00Z`);
const opening = {
  currency: 'CHF',
  openedAt: at('07:00'),
  openedBy: 'M. Caduff',
  openingFloat: rappen(20_000),
} as const;
const payment: CashMovement = {
  id: 'm1',
  kind: 'payment',
  currency: 'CHF',
  amount: rappen(35_685),
  at: at('08:15'),
  by: 'M. Caduff',
  document: 'ZRH-A-26-Q00009',
  reason: null,
};
const paidOut: CashMovement = {
  ...payment,
  id: 'm2',
  kind: 'paid_out',
  amount: rappen(4_550),
  document: null,
  reason: 'Briefmarken',
};
const session = must(openCashSession(opening));
/** 200.00 + 356.85 − 45.50 = 511.35 */
const worked = must(recordMovement(must(recordMovement(session, payment)), paidOut));

const pieces = (...count: readonly [number, number][]): readonly CountedPieces[] =>
  count.map(([denomination, number]) => ({ denomination: rappen(denomination), pieces: number }));
/** 2 × 200 + 100 + 10 + 1 + 0.20 + 0.10 + 0.05 = 511.35 */
const right = pieces([20_000, 2], [10_000, 1], [1_000, 1], [100, 1], [20, 1], [10, 1], [5, 1]);
const closing: CashCount = {
  currency: 'CHF',
  closedAt: at('17:30'),
  closedBy: 'L. Rossi',
  count: right,
  leftInDrawer: rappen(20_000),
  differenceReason: null,
  differenceLimit: rappen(100),
};

describe('a session', () => {
  test('that is right to the Rappen', () => {
    expect(must(closeCashSession(worked, closing)).closing).toMatchObject({
      expected: 51_135,
      counted: 51_135,
      difference: 0,
      leftInDrawer: 20_000,
      toBank: 31_135,
    });
  });

  test('with up to the limit too little needs no reason; above it does', () => {
    const without = (missing: number) =>
      closeCashSession(worked, {
        ...closing,
        count: [...right.filter(({ denomination }) => denomination !== 100), ...pieces([5, 0])].filter(
          ({ denomination, pieces: number }, index, all) =>
            number > 0 && all.findIndex((one) => one.denomination === denomination) === index,
        ),
        leftInDrawer: rappen(20_000),
        differenceLimit: rappen(missing),
      });
    expect(must(without(100)).closing).toMatchObject({ difference: -100, toBank: 31_035 });
    expect(without(95)).toMatchObject({
      refusal: { code: 'difference_without_reason', difference: -100, limit: 95 },
    });
  });

  test('in euros to the cent', () => {
    const euros = must(openCashSession({ ...opening, currency: 'EUR', openingFloat: rappen(1) }));
    const paid = must(recordMovement(euros, { ...payment, currency: 'EUR', amount: rappen(3) }));
    const closed = closeCashSession(paid, {
      ...closing,
      currency: 'EUR',
      count: pieces([2, 2]),
      leftInDrawer: rappen(1),
    });
    expect(must(closed).closing).toMatchObject({ expected: 4, counted: 4, toBank: 3 });
  });
});

test.each([
  [{ openingFloat: rappen(-5) }, 'cash_negative'],
  [{ openingFloat: rappen(20_003) }, 'cash_not_coinable'],
])('not opened with %j: %s', (wrong, code) => {
  expect(openCashSession({ ...opening, ...wrong })).toMatchObject({ ok: false, refusal: { code } });
});

test.each([
  [{ amount: rappen(0) }, 'cash_not_positive'],
  [{ amount: rappen(-500) }, 'cash_not_positive'],
  [{ amount: rappen(35_687) }, 'cash_not_coinable'],
  [{ currency: 'EUR' }, 'wrong_currency'],
  [{ at: at('06:59') }, 'movement_before_opening'],
  [{ id: 'm1' }, 'movement_twice'],
  [{ document: null }, 'document_missing'],
  [{ kind: 'paid_in' }, 'reason_missing'],
  [{ kind: 'paid_out', reason: ' ' }, 'reason_missing'],
  [{ kind: 'refund', amount: rappen(51_140) }, 'drawer_too_empty'],
] as const)('the movement %j is refused: %s', (wrong, code) => {
  const refused = recordMovement(worked, { ...payment, id: 'm3', ...wrong });
  expect(refused).toMatchObject({ ok: false, refusal: { code } });
});

test.each([
  [{ currency: 'EUR' }, 'wrong_currency'],
  [{ closedAt: at('08:14') }, 'closed_too_early'],
  [{ count: pieces([20_000, -1]) }, 'pieces'],
  [{ count: pieces([20_000, 1.5]) }, 'pieces'],
  [{ count: pieces([20_000, 1], [20_000, 1]) }, 'denomination_twice'],
  [{ count: pieces([50_000, 1]) }, 'denomination_unknown'],
  [{ count: [] }, 'difference_without_reason'],
  [{ count: [], differenceReason: '  ' }, 'difference_without_reason'],
  [{ leftInDrawer: rappen(51_140) }, 'left_exceeds_counted'],
  [{ leftInDrawer: rappen(-5) }, 'cash_negative'],
  [{ leftInDrawer: rappen(3) }, 'cash_not_coinable'],
] as const)('the closing %j is refused: %s', (wrong, code) => {
  const refused = closeCashSession(worked, { ...closing, ...wrong });
  expect(refused).toMatchObject({ ok: false, refusal: { code } });
});

test('after the close nothing moves, and it is not closed again', () => {
  const closed = must(closeCashSession(worked, closing));
  const moved = recordMovement(closed, { ...payment, id: 'm3' });
  expect(moved).toMatchObject({ refusal: { code: 'session_closed', closedAt: at('17:30') } });
  expect(closeCashSession(closed, closing)).toMatchObject({ refusal: { code: 'session_closed' } });
});

test('expected is the float and all that moved, and counted is what stays and what goes, to the Rappen', () => {
  const movement = fc.record({
    kind: fc.constantFrom(...cashMovementKinds),
    amount: fc.integer({ min: 1, max: 200_000 }).map((fives) => rappen(fives * 5)),
  });
  const count = fc.tuple(...allDenominations('CHF').map(() => fc.integer({ min: 0, max: 300 })));
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100_000 }),
      fc.array(movement, { maxLength: 60 }),
      count,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (float, moves, counted, share) => {
        let open = must(openCashSession({ ...opening, openingFloat: rappen(float * 5) }));
        let sum = float * 5;
        for (const [index, move] of moves.entries()) {
          const next = recordMovement(open, { ...payment, ...move, id: String(index), reason: 'x' });
          const signed = ['payment', 'deposit_in', 'paid_in'].includes(move.kind)
            ? move.amount
            : 0 - move.amount;
          // What the drawer cannot pay is refused, and leaves the session as it was.
          if (sum + signed < 0 === next.ok) throw new Error('the drawer paid what it did not have');
          if (!next.ok) continue;
          open = next.value;
          sum += signed;
        }
        expect(expectedCash(open)).toBe(sum);
        const all = allDenominations('CHF');
        const drawer = all.map((denomination, index) => ({ denomination, pieces: counted[index] ?? 0 }));
        const total = must(countCash('CHF', drawer));
        const leftInDrawer = rappen(Math.floor((total * share) / 5) * 5);
        const { closing: end } = must(
          closeCashSession(open, { ...closing, count: drawer, leftInDrawer, differenceReason: 'gezählt' }),
        );
        const sums = end && [end.expected + end.difference, end.leftInDrawer + end.toBank];
        expect(sums).toEqual([total, total]);
      },
    ),
  );
});

test('refunds and deposits given back take from the drawer, the others add to it', () => {
  const signs = cashMovementKinds.map((kind) => [kind, signedAmount({ kind, amount: rappen(5) })]);
  expect(Object.fromEntries(signs)).toEqual({
    payment: 5,
    refund: -5,
    deposit_in: 5,
    deposit_out: -5,
    paid_in: 5,
    paid_out: -5,
  });
});

describe('the day sheet', () => {
  test('sums what was not cash by method', () => {
    const pay = (method: 'card' | 'twint', direction: 'in' | 'out', amount: number) => ({
      method,
      direction,
      amount: rappen(amount),
    });
    expect(
      totalsByMethod([pay('twint', 'in', 5_000), pay('card', 'in', 30_001), pay('card', 'out', 10_000)]),
    ).toEqual([
      { method: 'card', count: 2, received: 30_001, refunded: 10_000, net: 20_001 },
      { method: 'twint', count: 1, received: 5_000, refunded: 0, net: 5_000 },
    ]);
  });

  test('adds up the VAT that stands on the papers, not that of the sum', () => {
    const line = { title: 'x', explanation: null, vatKind: 'standard', vatRate: basisPoints(810) } as const;
    // 8.1 % in 0.07 is 0.0052…, on each paper 0.01; in 0.21 it would be 0.02.
    const papers = [7, 7, 7].map((amount) => paperTotals([{ ...line, amount: rappen(amount) }]).vat);
    const old = paperTotals([{ ...line, vatRate: basisPoints(770), amount: rappen(10_770) }]).vat;
    expect(vatOfPapers([old, ...papers])).toEqual([
      { rate: 810, gross: 21, net: 18, vat: 3 },
      { rate: 770, gross: 10_770, net: 10_000, vat: 770 },
    ]);
  });
});

test('notes and coins are counted to the Rappen', () => {
  const one = (currency: 'CHF' | 'EUR') =>
    must(
      countCash(
        currency,
        allDenominations(currency).map((denomination: Rappen) => ({ denomination, pieces: 1 })),
      ),
    );
  expect([one('CHF'), one('EUR')]).toEqual([138_885, 88_888]);
});
