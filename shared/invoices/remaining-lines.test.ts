import { expect, test } from 'vitest';
import { basisPoints, rappen } from '../money/rappen.ts';
import { remainingLines } from './remaining-lines.ts';

const line = (title: string, amount: number) => ({
  kind: 'rental' as const,
  title,
  amount: rappen(amount),
  vatRate: basisPoints(810),
});

test('what was billed is not billed again, each line as often as it stands', () => {
  const seat = line('Kindersitz', 800);
  expect(
    remainingLines(
      [line('3 Tage', 23_700), seat, seat, line('Mehrkilometer', 350)],
      [line('3 Tage', 23_700), seat],
    ),
  ).toEqual([seat, line('Mehrkilometer', 350)]);
  expect(remainingLines([seat], [])).toEqual([seat]);
  expect(remainingLines([seat], [seat])).toEqual([]);
});

test('what was billed and is no longer owed is no remainder', () => {
  expect(remainingLines([line('2 Tage', 15_800)], [line('3 Tage', 23_700)])).toBeNull();
  const seat = line('Kindersitz', 800);
  expect(remainingLines([seat], [seat, seat])).toBeNull();
});
