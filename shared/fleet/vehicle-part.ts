import type { PerMille } from './per-mille.ts';
import { type SketchView, sketchDrawings } from './sketch-views.ts';

/** The parts of a car that a damage list names. */
export const vehicleParts = [
  'bumper_front',
  'bumper_rear',
  'grille',
  'bonnet',
  'wing',
  'door_front',
  'door_rear',
  'side_panel',
  'sill',
  'roof',
  'tailgate',
  'windscreen',
  'rear_window',
  'side_window',
  'mirror',
  'headlamp',
  'tail_lamp',
  'wheel_front',
  'wheel_rear',
] as const;
export type VehiclePart = (typeof vehicleParts)[number];

/** The car's own side, as its driver says it. */
export type VehicleSide = 'left' | 'middle' | 'right';

type Zone = readonly [part: VehiclePart, left: number, top: number, right: number, bottom: number];

/** In centimetres of the view's box; the first zone that holds a point names it, and the last holds every point. */
const side: readonly Zone[] = [
  ['wheel_front', 53, 80, 130, 156],
  ['wheel_rear', 326, 80, 403, 156],
  ['mirror', 158, 48, 182, 63],
  ['headlamp', 0, 70, 62, 86],
  ['tail_lamp', 404, 69, 462, 87],
  ['bumper_front', 0, 86, 58, 156],
  ['bumper_rear', 400, 87, 462, 156],
  ['roof', 190, 0, 425, 18],
  ['windscreen', 124, 0, 152, 60],
  ['side_window', 152, 18, 414, 58],
  ['rear_window', 414, 18, 462, 69],
  ['wing', 0, 0, 142, 156],
  ['sill', 142, 124, 330, 156],
  ['door_front', 142, 58, 256, 124],
  ['door_rear', 256, 58, 340, 124],
  ['side_panel', 0, 0, 462, 156],
];

const front: readonly Zone[] = [
  ['mirror', 0, 46, 27, 68],
  ['mirror', 181, 46, 208, 68],
  ['wheel_front', 0, 134, 50, 156],
  ['wheel_front', 158, 134, 208, 156],
  ['roof', 0, 0, 208, 16],
  ['windscreen', 36, 16, 172, 62],
  ['headlamp', 0, 77, 54, 95],
  ['headlamp', 154, 77, 208, 95],
  ['grille', 54, 82, 154, 96],
  ['bonnet', 36, 62, 172, 82],
  ['wing', 0, 16, 208, 77],
  ['bumper_front', 0, 0, 208, 156],
];

const rear: readonly Zone[] = [
  ['mirror', 0, 46, 27, 68],
  ['mirror', 181, 46, 208, 68],
  ['wheel_rear', 0, 134, 50, 156],
  ['wheel_rear', 158, 134, 208, 156],
  ['roof', 0, 0, 208, 22],
  ['rear_window', 40, 22, 168, 61],
  ['tail_lamp', 0, 68, 58, 88],
  ['tail_lamp', 150, 68, 208, 88],
  ['tailgate', 34, 61, 174, 105],
  ['side_panel', 0, 22, 208, 98],
  ['bumper_rear', 0, 0, 208, 156],
];

const top: readonly Zone[] = [
  ['headlamp', 0, 22, 60, 45],
  ['headlamp', 0, 163, 60, 186],
  ['tail_lamp', 408, 22, 462, 45],
  ['tail_lamp', 408, 163, 462, 186],
  ['bumper_front', 0, 0, 20, 208],
  ['bumper_rear', 447, 0, 462, 208],
  ['mirror', 143, 0, 169, 14.4],
  ['mirror', 143, 193.6, 169, 208],
  ['side_window', 152, 24, 412, 39],
  ['side_window', 152, 169, 412, 184],
  ['bonnet', 20, 29, 124, 179],
  ['windscreen', 124, 33, 197, 175],
  ['roof', 197, 39, 415, 169],
  ['rear_window', 415, 39, 443, 169],
  ['wing', 0, 0, 145, 208],
  ['door_front', 145, 0, 256, 208],
  ['door_rear', 256, 0, 357, 208],
  ['tailgate', 443, 39, 447, 169],
  ['side_panel', 0, 0, 462, 208],
];

/** What lies at a place on the sketch. Beside the car it is the part that is nearest in that row of the table above. */
export function vehiclePartAt(view: SketchView, x: PerMille, y: PerMille): VehiclePart {
  const { width, height } = sketchDrawings[view];
  // The right side is the left one, mirrored.
  const [across, down] = [((view === 'right' ? 1000 - x : x) * width) / 1000, (y * height) / 1000];
  const zones = { front, rear, top, left: side, right: side }[view];
  const found = zones.find(
    ([, left, upper, right, lower]) => across >= left && across <= right && down >= upper && down <= lower,
  );
  if (!found) throw new Error(`no part at ${x}, ${y} of ${view}`);
  return found[0];
}

/** On which side of the car a place lies: whoever stands before a car sees its left on the right. */
export function vehicleSideAt(view: SketchView, x: PerMille, y: PerMille): VehicleSide {
  switch (view) {
    case 'left':
    case 'right':
      return view;
    case 'front':
      return sideOf(1000 - x);
    case 'rear':
      return sideOf(x);
    case 'top':
      return sideOf(1000 - y);
  }
}

function sideOf(fromLeft: number): VehicleSide {
  if (fromLeft < 400) return 'left';
  return fromLeft > 600 ? 'right' : 'middle';
}
