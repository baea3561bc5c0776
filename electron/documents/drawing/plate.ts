import { typeface } from '../fonts/typeface.ts';
import type { Block } from './block.ts';
import { colourOf, ink, white } from './measure.ts';

const cantons =
  /^(AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH) ?(\d{1,6})$/;

const size = 10;
const height = 16;
const red = colourOf('#d6001c');
const style = { font: 'strong', size, colour: ink } as const;

/** `ZH731204` → `ZH 731 204`; other plates as they are. */
export function formatPlate(plate: string): string {
  const found = cantons.exec(plate);
  return found ? `${found[1]} ${(found[2] ?? '').replace(/\B(?=(\d{3})+$)/g, ' ')}` : plate;
}

/** A number plate drawn as one: white, with the shield when it is Swiss. */
export function plateBlock(plate: string): Block & { readonly width: number } {
  const text = formatPlate(plate);
  const shield = cantons.test(plate) ? 11 : 0;
  const width = 6 + shield + typeface(style.font).width(text, size) + 6;
  return {
    height: height + 3,
    width,
    draw(sheet, x, y) {
      const top = y + 1.5;
      sheet.roundedRectangle({ x, y: top, width, height }, 2.5, { width: 0.9, colour: ink });
      if (shield > 0) {
        const [left, upper] = [x + 5, top + 4];
        sheet.rectangle(left, upper, 7, 8, red);
        sheet.fillRectangles(
          [
            [left + 2.8, upper + 1.6, 1.4, 4.8],
            [left + 1.1, upper + 3.3, 4.8, 1.4],
          ],
          white,
        );
      }
      sheet.text(x + 6 + shield, top + height / 2 + size * 0.36, text, style);
    },
  };
}

/** Tank or battery in eighths, as the counter shows it: filled and empty fields. */
export function gaugeBlock(
  eighths: number,
  accent: { readonly full: typeof ink; readonly empty: typeof ink },
): Block {
  return {
    height: 12,
    draw(sheet, x, y) {
      const field = (at: number) => [x + at * 9, y + 2, 7.5, 8] as const;
      const all = Array.from({ length: 8 }, (_, at) => at);
      const full = all.filter((at) => at < eighths).map(field);
      const empty = all.filter((at) => at >= eighths).map(field);
      if (empty.length > 0) sheet.fillRectangles(empty, accent.empty);
      if (full.length > 0) sheet.fillRectangles(full, accent.full);
    },
  };
}
