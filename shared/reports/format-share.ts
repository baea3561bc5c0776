/**
 * A part of a whole, in whole percent: `33 %`. Little is not nothing: above zero and below half a percent it says `< 1 %`. A dash
 * where there is no whole. The spaces do not break; the same in all four languages.
 */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return '–';
  const percent = Math.round((part / whole) * 100);
  return part > 0 && percent === 0 ? '<\u00a01\u00a0%' : `${percent}\u00a0%`;
}
