import fc from 'fast-check';
import { expect, test } from 'vitest';
import { basisPoints, rappen } from '../money/rappen.ts';
import type { PaperLine } from '../parties/paper-fields.ts';
import { afterCredits } from './after-credits.ts';
import { creditLines } from './credit-note.ts';
import { earlierCredits } from './earlier-credits.ts';

const line = (title: string, amount: number): PaperLine => ({
  title,
  explanation: null,
  amount: rappen(amount),
  vatKind: 'standard',
  vatRate: basisPoints(810),
});
const rent = line('3 Tage', 23_700);
const seat = line('Kindersitz', 2_400);
const gift = line('Rabatt', -2_000);
const free = line('Haftpflicht', 0);

test('a bill without credit notes stands as it is', () => {
  expect(afterCredits([rent, free, gift], [])).toEqual({
    standing: [rent, free, gift],
    credited: 0,
    total: 21_700,
  });
});

test('a line that was given cheaper stays billed, one that was credited whole does not', () => {
  expect(afterCredits([rent, seat, free], [[line('3 Tage', 1_000)]])).toEqual({
    standing: [rent, seat, free],
    credited: 1_000,
    total: 25_100,
  });
  expect(afterCredits([rent, seat], [[seat], [line('3 Tage', 500)]])).toEqual({
    standing: [rent],
    credited: 500,
    total: 23_200,
  });
  // In two halves it is gone as well.
  expect(afterCredits([rent, seat], [[line('Kindersitz', 1_400)], [line('Kindersitz', 1_000)]])).toEqual({
    standing: [rent],
    credited: 0,
    total: 23_700,
  });
});

test('of a bill that was credited whole nothing stands, not even what cost nothing', () => {
  expect(afterCredits([rent, free, gift], [[rent, gift]])).toEqual({ standing: [], credited: 0, total: 0 });
});

test('whatever is credited, what stands less what was given back of it is what is left', () => {
  const lines = fc.array(
    fc.record({ title: fc.constantFrom('a', 'b', 'c'), amount: fc.integer({ min: 0, max: 900 }) }),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(lines, fc.array(fc.tuple(fc.nat(4), fc.nat(900)), { maxLength: 6 }), (drawn, asked) => {
      const billed = drawn.map(({ title, amount }) => line(title, amount));
      const credits: PaperLine[][] = [];
      for (const [position, amount] of asked) {
        const credit = creditLines(billed, earlierCredits(billed, credits), [
          { position, amount: rappen(amount) },
        ]);
        if (credit.ok) credits.push([...credit.value.lines]);
      }
      const after = afterCredits(billed, credits);
      const sum = (some: readonly PaperLine[]): number => some.reduce((all, { amount }) => all + amount, 0);
      expect(after.total).toBe(sum(billed) - sum(credits.flat()));
      expect(sum(after.standing) - after.credited).toBe(after.total);
      expect(after.credited).toBeGreaterThanOrEqual(0);
    }),
  );
});
