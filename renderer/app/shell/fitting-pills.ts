/** As in the styles: between two pills, around the row, and what the button for the rest takes. */
const gap = 6;
const around = 6;
const rest = 48;

/**
 * How many pills, from the first, stand whole in a row of so many pixels beside the button that leads to the rest, and how wide
 * they are together. One always stands, cut where it must be.
 */
export function fittingPills(
  widths: readonly number[],
  room: number,
): { readonly fits: number; readonly width: number } {
  const widthOf = (count: number): number =>
    widths.slice(0, count).reduce((sum, width) => sum + width, around) + gap * Math.max(0, count - 1);
  if (widthOf(widths.length) <= room) return { fits: widths.length, width: room };
  const inSight = room - rest;
  let fits = 1;
  while (widthOf(fits + 1) <= inSight) fits += 1;
  return { fits, width: Math.min(widthOf(fits), inSight) };
}
