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
  const measure = (line: string, at: number) => typeface(font).width(line, at);
  const lines: string[] = [];
  let current = '';
  for (const piece of pieces(text)) {
    const longer = current + piece;
    if (measure(longer.trimEnd(), size) <= width) {
      current = longer;
      continue;
    }
    if (current.trim() !== '') lines.push(current.trimEnd());
    current = piece;
    while (measure(current.trimEnd(), size) > width && Array.from(current.trimEnd()).length > 1) {
      const head = longestHead(current, font, size, width);
      lines.push(head);
      current = current.slice(head.length);
    }
  }
  if (current.trim() !== '' || lines.length === 0) lines.push(current.trimEnd());
  return lines;
}

/** `Zürich-Flughafen / Terminal 1` → `Zürich-`, `Flughafen `, `/ `, `Terminal `, `1`. No-break spaces hold. */
function pieces(text: string): readonly string[] {
  return text.match(/[^ \-/]*[-/]+ *|[^ \-/]+ *| +/g) ?? [];
}

function longestHead(word: string, font: FontName, size: number, width: number): string {
  const characters = Array.from(word);
  let fits = 1;
  while (
    fits < characters.length &&
    typeface(font).width(characters.slice(0, fits + 1).join(''), size) <= width
  ) {
    fits += 1;
  }
  return characters.slice(0, fits).join('');
}
