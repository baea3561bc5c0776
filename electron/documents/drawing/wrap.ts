import type { FontName } from '../fonts/font-files.ts';
import { typeface } from '../fonts/typeface.ts';

/**
 * Breaks a text into lines no wider than `width` points. Breaks at spaces, after hyphens and slashes, and only when a word
 * alone is too wide inside it: nothing is ever cut off. Line breaks in the text are kept.
 */
export function wrap(text: string, font: FontName, size: number, width: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, font, size, width));
}

function wrapParagraph(text: string, font: FontName, size: number, width: number): readonly string[] {
  const fits = (line: string) => typeface(font).width(line.trimEnd(), size) <= width;
  const lines: string[] = [];
  let current = '';
  for (const piece of pieces(text)) {
    const longer = current + piece;
    if (fits(longer)) {
      current = longer;
      continue;
    }
    if (current.trim() !== '') lines.push(current.trimEnd());
    current = piece;
    if (fits(piece)) continue;
    const parts = cut(piece, font, size, width);
    lines.push(...parts.slice(0, -1));
    current = parts.at(-1) ?? '';
  }
  if (current.trim() !== '' || lines.length === 0) lines.push(current.trimEnd());
  return lines;
}

/** `Zürich-Flughafen / Terminal 1` → `Zürich-`, `Flughafen `, `/ `, `Terminal `, `1`. No-break spaces hold. */
function pieces(text: string): readonly string[] {
  return text.match(/[^ \-/]*[-/]+ *|[^ \-/]+ *| +/g) ?? [];
}

/**
 * A word that is wider than a line, in parts as long as a line has room for; the spaces after it stay with the last. Every
 * character is measured once: terms may be 30,000 without a space.
 */
function cut(piece: string, font: FontName, size: number, width: number): readonly string[] {
  const word = piece.trimEnd();
  const face = typeface(font);
  const kerning = face.kerning(word);
  const parts: string[] = [];
  let part = '';
  let wide = 0;
  for (const [at, character] of Array.from(word).entries()) {
    const own = face.width(character, size);
    const closer = part === '' ? 0 : ((kerning[at - 1] ?? 0) * size) / 1000;
    if (part !== '' && wide + closer + own > width) {
      parts.push(part);
      part = '';
      wide = 0;
    }
    wide += own + (part === '' ? 0 : closer);
    part += character;
  }
  return [...parts, part + piece.slice(word.length)];
}
