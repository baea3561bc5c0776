/** Points per millimetre. Papers are measured in points from the top left corner. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

export const a4 = { width: mm(210), height: mm(297) } as const;

/** A hundredth of a point is 3.5 micrometres: finer than any printer, and it keeps the file small. */
export function inPoints(value: number): number {
  return Math.round(value * 100) / 100;
}

/** PDF counts from the bottom of the page. */
export function fromBottom(y: number): number {
  return inPoints(a4.height - y);
}

/** A colour as PDF wants it: red, green, blue from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number];

/** `#ffd000` → colour. The paper's schema has checked the form. */
export function colourOf(hex: string): Colour {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

export const ink = colourOf('#1b1b18');
/** Secondary text: 6.9:1 on white. */
export const ink2 = colourOf('#5d5b53');
/** Hairlines. */
export const line = colourOf('#c9c7bd');
export const black: Colour = [0, 0, 0];
export const white: Colour = [1, 1, 1];

/** Ink or white, whichever reads better on a colour of the company's choice (WCAG relative luminance). */
export function inkOn(background: Colour): Colour {
  const [red, green, blue] = background.map((part) =>
    part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return luminance > 0.2 ? ink : white;
}
