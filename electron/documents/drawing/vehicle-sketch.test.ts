import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sketchDrawings, sketchViews } from '#shared/fleet/sketch-views.ts';
import { type Strip, stripsOf } from './fill-area.ts';
import { flattenPath } from './flat-path.ts';
import { placeMarks } from './place-marks.ts';
import type { Point } from './sheet.ts';

const circle =
  'M10 0C10 5.523 5.523 10 0 10C-5.523 10 -10 5.523 -10 0C-10 -5.523 -5.523 -10 0 -10C5.523 -10 10 -5.523 10 0Z';

test('a flattened circle stays round, and ends where it began', () => {
  const [line = []] = flattenPath(circle);
  expect(line.at(-1)).toEqual(line[0]);
  for (const [at, [x, y]] of line.entries()) {
    const [nextX, nextY] = line[at + 1] ?? line[0] ?? [x, y];
    expect(Math.hypot(x, y)).toBeCloseTo(10, 1);
    expect(Math.hypot((x + nextX) / 2, (y + nextY) / 2)).toBeGreaterThan(9.9);
  }
});

const covered = (strips: readonly Strip[], [x, y]: Point) =>
  strips.some(
    ([left, top, width, height]) => x >= left && x <= left + width && y >= top && y <= top + height,
  );

test.each([
  ['the hole', 0, 3, false],
  ['the ring', 6, 9.3, true],
  ['beyond', 10.7, 14, false],
])('strips of a ring cover what they should: %s', (_, from, to, expected) => {
  const ring = stripsOf(flattenPath(`${circle}M5 0L0 5L-5 0L0 -5Z`), 0.5);
  const turn = fc.integer({ min: 0, max: 359 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const isRight = fc.property(turn, share, (degrees, part) => {
    const [angle, far] = [(degrees * Math.PI) / 180, from + part * (to - from)];
    return covered(ring, [far * Math.cos(angle), far * Math.sin(angle)]) === expected;
  });
  expect(fc.check(isRight, { numRuns: 300 }).failed).toBe(false);
});

test('strips lie along the longer side', () => {
  expect(stripsOf(flattenPath('M0 0L2 0L2 100L0 100Z'), 1)).toHaveLength(2);
  expect(stripsOf(flattenPath('M0 0L100 0L100 2L0 2Z'), 1)).toHaveLength(2);
  expect(stripsOf([], 1)).toEqual([]);
});

test('every line of the sketch can be drawn', () => {
  for (const view of sketchViews) {
    for (const { path } of sketchDrawings[view].layers) {
      for (const line of flattenPath(path)) expect(line.length).toBeGreaterThan(1);
    }
  }
});

const bounds = { x: 0, y: 0, width: 480, height: 220 };
const label = { x: 100, y: 100, width: 40, height: 12 };
const room = { bounds, blocked: [label], radius: 5 };
const anyPoint = fc.tuple(fc.integer({ min: 0, max: 480 }), fc.integer({ min: 0, max: 220 }));

test('marks never cover each other or a label, stay inside, and move only when they must', () => {
  fc.assert(
    fc.property(fc.array(anyPoint, { maxLength: 40 }), (points) => {
      const marks = placeMarks(points, room);
      expect(placeMarks(points, room)).toEqual(marks);
      for (const [at, [x, y]] of marks.entries()) {
        expect(x >= 5 && x <= 475 && y >= 5 && y <= 215).toBe(true);
        expect(x + 5 <= label.x || x - 5 >= 140 || y + 5 <= label.y || y - 5 >= 112).toBe(true);
        for (const [ox, oy] of marks.slice(at + 1)) expect(Math.hypot(x - ox, y - oy)).toBeGreaterThan(10);
      }
    }),
    { numRuns: 50 },
  );
  const apart: readonly Point[] = [
    [50, 50],
    [61, 50],
    [300, 200],
  ];
  expect(placeMarks(apart, room)).toEqual(apart);
});
