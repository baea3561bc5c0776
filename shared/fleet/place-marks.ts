type Point = readonly [x: number, y: number];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where marks on a sketch may stand, on paper or on a screen: within `bounds`, clear of `blocked`. */
export interface MarkRoom {
  readonly bounds: Box;
  readonly blocked: readonly Box[];
  readonly radius: number;
}

const turnsPerRing = 24;

/**
 * Finds a place for every mark as near as can be to the point it marks, so that no two cover each other. Earlier marks keep
 * their point. The same points give the same places. Where there is no room at all a mark stays on its point.
 */
export function placeMarks(points: readonly Point[], room: MarkRoom): readonly Point[] {
  const placed: Point[] = [];
  for (const point of points) placed.push(nearestFree(point, placed, room) ?? point);
  return placed;
}

function nearestFree(point: Point, placed: readonly Point[], room: MarkRoom): Point | undefined {
  const { bounds, radius } = room;
  const between = radius * 2 + 0.8;
  const isFree = (place: Point) =>
    fits(place, room) &&
    placed.every((other) => Math.hypot(place[0] - other[0], place[1] - other[1]) >= between);
  if (isFree(point)) return point;
  const farthest = Math.hypot(bounds.width, bounds.height);
  for (let distance = radius * 0.5; distance < farthest; distance += radius * 0.5) {
    for (let turn = 0; turn < turnsPerRing; turn += 1) {
      // Upwards first: a mark above its point hides less of what lies around it.
      const angle =
        -Math.PI / 2 + (turn % 2 === 0 ? 1 : -1) * Math.ceil(turn / 2) * ((2 * Math.PI) / turnsPerRing);
      const place: Point = [point[0] + distance * Math.cos(angle), point[1] + distance * Math.sin(angle)];
      if (isFree(place)) return place;
    }
  }
  return undefined;
}

function fits([x, y]: Point, { bounds, blocked, radius }: MarkRoom): boolean {
  const isInside =
    x - radius >= bounds.x &&
    x + radius <= bounds.x + bounds.width &&
    y - radius >= bounds.y &&
    y + radius <= bounds.y + bounds.height;
  return (
    isInside &&
    blocked.every(
      (box) =>
        x + radius <= box.x ||
        x - radius >= box.x + box.width ||
        y + radius <= box.y ||
        y - radius >= box.y + box.height,
    )
  );
}
