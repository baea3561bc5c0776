import { expect, test } from 'vitest';
import { instant, isoDay } from '#shared/time/instant.ts';
import { daysLater, placeOf, showing, spanOf } from './timeline-window.ts';

test('a day is as wide as any other, also when the clock changes', () => {
  const window = { firstDay: isoDay('2026-10-24'), days: 4 };
  expect(placeOf(window, instant('2026-10-24T22:00:00Z'))).toBe(0.25);
  expect(placeOf(window, instant('2026-10-25T23:00:00Z'))).toBe(0.5);
  expect(spanOf(window, instant('2026-10-20T00:00:00Z'), instant('2026-10-25T23:00:00Z'))).toEqual({
    left: 0,
    width: 0.5,
  });
  expect(spanOf(window, instant('2026-10-25T23:00:00Z'), null)).toEqual({ left: 0.5, width: 0.5 });
  expect(spanOf(window, instant('2026-11-25T23:00:00Z'), null)).toBeNull();
  // At the same time on the wall.
  expect(daysLater(instant('2026-10-24T08:00:00Z'), 2)).toBe('2026-10-26T09:00:00.000Z');
});

test('the window moves as little as shows a moment', () => {
  const window = { firstDay: isoDay('2026-11-20'), days: 14 };
  expect(showing(window, instant('2026-11-22T10:00:00Z'))).toBe(window);
  for (const at of [instant('2026-10-22T10:00:00Z'), instant('2027-01-22T10:00:00Z')]) {
    const place = placeOf(showing(window, at), at);
    expect(place).toBeGreaterThanOrEqual(0);
    expect(place).toBeLessThan(1);
  }
});
