import { expect, test } from 'vitest';
import { type PerMille, perMille } from './per-mille.ts';
import { readPath } from './sketch-outlines/read-path.ts';
import { type SketchView, sketchDrawings, sketchViews } from './sketch-views.ts';
import { type VehiclePart, vehiclePartAt, vehicleParts, vehicleSideAt } from './vehicle-part.ts';

test.each<[SketchView, number, number, string]>([
  ['left', 20, 700, 'bumper_front left'],
  ['left', 200, 750, 'wheel_front left'],
  ['left', 400, 600, 'door_front left'],
  ['left', 650, 550, 'door_rear left'],
  ['right', 980, 700, 'bumper_front right'],
  ['right', 600, 600, 'door_front right'],
  ['right', 20, 500, 'tail_lamp right'],
  ['front', 500, 250, 'windscreen middle'],
  ['front', 150, 550, 'headlamp right'],
  ['front', 850, 550, 'headlamp left'],
  ['front', 500, 850, 'bumper_front middle'],
  ['rear', 150, 500, 'tail_lamp left'],
  ['rear', 500, 600, 'tailgate middle'],
  ['top', 150, 500, 'bonnet middle'],
  ['top', 350, 500, 'windscreen middle'],
  ['top', 600, 300, 'roof right'],
  ['top', 600, 700, 'roof left'],
])('%s at %i, %i is %s', (view, x, y, words) => {
  const at = [perMille(x), perMille(y)] as const;
  expect(`${vehiclePartAt(view, ...at)} ${vehicleSideAt(view, ...at)}`).toBe(words);
});

test('every place of every view has a part, and every part a place', () => {
  const found = new Set<VehiclePart>();
  for (const view of sketchViews) {
    for (let x = 0; x <= 1000; x += 10) {
      for (let y = 0; y <= 1000; y += 10) found.add(vehiclePartAt(view, x as PerMille, y as PerMille));
    }
  }
  expect([...found].toSorted()).toEqual([...vehicleParts].toSorted());
});

test('the car is drawn within the box of each view, and fills it', () => {
  for (const view of sketchViews) {
    const { width, height, layers } = sketchDrawings[view];
    const points = layers.flatMap(({ path }) => readPath(path).flatMap((step) => step.points));
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...xs)).toBeLessThanOrEqual(width);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ys)).toBeLessThanOrEqual(height);
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(width * 0.9);
    expect(Math.max(...ys) - Math.min(...ys)).toBeGreaterThan(height * 0.9);
  }
});

test('the right side is the left one in a mirror', () => {
  const [left, right] = [sketchDrawings.left, sketchDrawings.right];
  expect(right.layers.map(({ role }) => role)).toEqual(left.layers.map(({ role }) => role));
  const [first, mirrored] = [left, right].map(
    ({ layers }) => readPath(layers.at(-1)?.path ?? '')[0]?.points[0],
  );
  expect((first?.[0] ?? 0) + (mirrored?.[0] ?? 0)).toBeCloseTo(left.width);
});

test.each(['', 'L1 2', 'M1', 'M1 2L3', 'M1 2Q3 4 5 6', 'M1 2l3 4', 'M1 x'])('“%s” is no path', (path) => {
  expect(() => readPath(path)).toThrow(/path|points|step/);
});
