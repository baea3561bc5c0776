import { expect, test } from 'vitest';
import { idleMs } from './idle-clock.ts';

const last = { day: 1_000_000, steady: 500 };

test.each([
  ['both ran', { day: 1_060_000, steady: 60_500 }, 60_000],
  ['the machine slept: the steady clock stood still', { day: 1_600_000, steady: 700 }, 600_000],
  ['the day was set back meanwhile', { day: 400_000, steady: 60_500 }, 60_000],
  ['the day was set back and nothing has run', { day: 400_000, steady: 500 }, 0],
])('%s', (_what, now, expected) => {
  expect(idleMs(last, now)).toBe(expected);
});
