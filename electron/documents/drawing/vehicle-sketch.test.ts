import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sketchDrawings, sketchViews } from '#shared/fleet/sketch-views.ts';
import { renderPdfPage } from '#build/pdf/render-page.ts';
import { readPath } from '#shared/fleet/sketch-outlines/read-path.ts';
import { instant } from '#shared/time/instant.ts';
import { colourOf, mm } from './measure.ts';
import { PaperFile } from './paper-file.ts';
import { circlePath } from './paths.ts';
import { placeMarks } from '#shared/fleet/place-marks.ts';
import type { Point } from './sheet.ts';

test('every path of the sketch can be read, and stays in its view', () => {
  for (const view of sketchViews) {
    const { width, height, layers } = sketchDrawings[view];
    for (const { path } of layers) {
      for (const [x, y] of readPath(path).flatMap(({ points }) => points)) {
        expect(x >= -1 && x <= width + 1 && y >= -1 && y <= height + 1).toBe(true);
      }
    }
  }
});

test('a ring has a hole where it is to have one, and a cross has none', async () => {
  const file = await PaperFile.open({
    title: 'Paths',
    author: '',
    subject: '',
    language: 'en',
    createdAt: instant('2026-11-20T12:00:00.000Z'),
    fingerprint: 'paths',
  });
  const sheet = file.addSheet();
  const fill = colourOf('#000000');
  const ring = [...circlePath([mm(10), mm(10)], mm(8)), ...circlePath([mm(10), mm(10)], mm(3))];
  sheet.paint(ring, { fill, holes: true });
  const bars = [
    [mm(22), mm(8), mm(16), mm(4)],
    [mm(28), mm(2), mm(4), mm(16)],
  ] as const;
  sheet.fillRectangles(bars, fill);
  const part = { left: 0, top: 0, width: 40, height: 20 };
  const { data, width } = await renderPdfPage(await file.finish(), 1, 25.4, part);
  const isBlack = (x: number, y: number) => (data[(y * width + x) * 4] ?? 255) < 60;
  expect([isBlack(10, 10), isBlack(10, 4), isBlack(30, 10), isBlack(30, 4), isBlack(24, 4)]).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
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
