import fc from 'fast-check';
import { expect, test } from 'vitest';
import { basisPoints, rappen } from '../money/rappen.ts';
import type { PaperLine } from '../parties/paper-fields.ts';
import { must } from '../result/result.ts';
import { type Credit, creditLines, creditableLines } from './credit-note.ts';
import { earlierCredits } from './earlier-credits.ts';

const line = (title: string, amount: number, rate = 810): PaperLine => ({
  title,
  explanation: null,
  amount: rappen(amount),
  vatKind: 'standard',
  vatRate: basisPoints(rate),
});

test('a credit is found again in the lines it took of', () => {
  const lines = [line('Miete', 20_000), line('Kindersitz', 3_000), line('Rabatt', -2_000)];
  const credits = [[line('Miete', 5_000)], [line('Miete', 15_000), line('Rabatt', -2_000)]];
  const earlier = earlierCredits(lines, credits);
  expect(earlier).toEqual([
    { credited: [{ position: 0, amount: 5_000 }] },
    {
      credited: [
        { position: 0, amount: 15_000 },
        { position: 2, amount: -2_000 },
      ],
    },
  ]);
  expect(creditableLines(lines, earlier).map(({ amount }) => amount)).toEqual([0, 3_000, 0]);
});

test('of two lines alike the first with enough left gives', () => {
  const lines = [line('Miete', 10_000), line('Miete', 10_000)];
  const earlier = earlierCredits(lines, [[line('Miete', 10_000)], [line('Miete', 4_000)]]);
  expect(creditableLines(lines, earlier).map(({ amount }) => amount)).toEqual([0, 6_000]);
});

test('whatever was credited, as much is left of words and rate as the credits themselves left', () => {
  const some = fc.array(
    fc.record({ title: fc.constantFrom('a', 'b'), amount: fc.integer({ min: 1, max: 500 }) }),
    { minLength: 1, maxLength: 5 },
  );
  const shares = fc.array(
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
    {
      maxLength: 3,
    },
  );
  fc.assert(
    fc.property(some, shares, (given, asked) => {
      const lines = given.map(({ title, amount }) => line(title, amount));
      const made: Credit[] = [];
      for (const parts of asked) {
        const left = creditableLines(lines, made);
        const wanted = left.flatMap(({ position, amount }) => {
          const part = Math.floor(amount * (parts[position] ?? 0));
          return part === 0 ? [] : [{ position, amount: rappen(part) }];
        });
        if (wanted.length > 0) made.push(must(creditLines(lines, made, wanted)));
      }
      const again = earlierCredits(
        lines,
        made.map((credit) => credit.lines),
      );
      const leftOf = (title: string, earlier: Parameters<typeof creditableLines>[1]) =>
        creditableLines(lines, earlier)
          .filter(({ position }) => lines[position]?.title === title)
          .reduce((sum, { amount }) => sum + amount, 0);
      for (const title of ['a', 'b']) expect(leftOf(title, again)).toBe(leftOf(title, made));
      for (const { amount } of creditableLines(lines, again)) expect(amount).toBeGreaterThanOrEqual(0);
    }),
  );
});
