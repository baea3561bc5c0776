import fc from 'fast-check';
import { expect, test } from 'vitest';
import { perMille } from '#shared/fleet/per-mille.ts';
import { sketchDrawings, sketchViews } from '#shared/fleet/sketch-views.ts';
import { movedPlace, placeAt, pointOf, sketchHeight, sketchWidth, viewPlaces } from './sketch-layout.ts';

const anyPlace = fc.record({
  view: fc.constantFrom(...sketchViews),
  x: fc.integer({ min: 0, max: 1000 }).map(perMille),
  y: fc.integer({ min: 0, max: 1000 }).map(perMille),
});

test('the views lie within the sketch, and none over another', () => {
  const boxes = sketchViews.map((view) => ({ at: viewPlaces[view], ...sketchDrawings[view] }));
  for (const { at, width, height } of boxes) {
    expect(at[0]).toBeGreaterThanOrEqual(0);
    expect(at[0] + width).toBeLessThanOrEqual(sketchWidth);
    expect(at[1] + height).toBeLessThanOrEqual(sketchHeight);
  }
  const overlaps = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.at[0] < other.at[0] + other.width &&
          other.at[0] < one.at[0] + one.width &&
          one.at[1] < other.at[1] + other.height &&
          other.at[1] < one.at[1] + one.height,
      ),
  );
  expect(overlaps).toEqual([]);
});

test('a place is found again at its point', () => {
  fc.assert(
    fc.property(anyPlace, (place) => {
      expect(placeAt(pointOf(place))).toEqual(place);
    }),
  );
});

test('between the views there is no place', () => {
  expect(placeAt([sketchDrawings.left.width + 10, 100])).toBeNull();
  expect(placeAt([-1, 100])).toBeNull();
});

test('the cursor always stays on a view, and the arrows lead from each to every other', () => {
  const arrows = [
    [8, 0],
    [-8, 0],
    [0, 8],
    [0, -8],
  ] as const;
  fc.assert(
    fc.property(anyPlace, fc.array(fc.constantFrom(...arrows), { maxLength: 200 }), (start, path) => {
      const end = path.reduce((place, [across, down]) => movedPlace(place, across, down), start);
      expect(placeAt(pointOf(end))?.view).toBe(end.view);
    }),
  );
  const seen = new Set(['left']);
  let place = { view: 'left' as const, x: perMille(500), y: perMille(500) } as Parameters<
    typeof movedPlace
  >[0];
  for (const [across, down, times] of [
    [8, 0, 80],
    [0, 8, 40],
    [-8, 0, 80],
    [8, 0, 120],
    [0, 8, 5],
  ] as const) {
    for (let at = 0; at < times; at += 1) {
      place = movedPlace(place, across, down);
      seen.add(place.view);
    }
  }
  expect([...seen].sort()).toEqual([...sketchViews].sort());
});

test('a step over an edge goes on in the view beside', () => {
  expect(movedPlace({ view: 'left', x: perMille(998), y: perMille(400) }, 8, 0)).toEqual({
    view: 'right',
    x: 0,
    y: 400,
  });
  expect(movedPlace({ view: 'left', x: perMille(2), y: perMille(400) }, -8, 0).view).toBe('left');
});
