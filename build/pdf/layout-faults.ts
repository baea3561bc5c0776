import type { PlacedText } from './render-page.ts';

/** Texts that leave the page's printable part, or lie over one another. */
export function layoutFaults(texts: readonly PlacedText[]): readonly string[] {
  const boxes = texts.map(({ text, x, y, width, size }) => ({
    text,
    left: x,
    right: x + width,
    bottom: y - size * 0.05,
    top: y + size * 0.6,
  }));
  const outside = boxes.filter(
    ({ left, right, bottom, top }) => left < 14 || right > 595.28 - 12 || bottom < 14 || top > 841.89 - 14,
  );
  const over = boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (other) =>
          one.left < other.right - 0.3 &&
          other.left < one.right - 0.3 &&
          one.bottom < other.top - 0.3 &&
          other.bottom < one.top - 0.3,
      )
      .map((other) => `${one.text} over ${other.text}`),
  );
  return [...outside.map(({ text }) => `outside: ${text}`), ...over];
}
