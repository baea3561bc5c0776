import type { PaperImage } from '#shared/parties/paper-image.ts';
import { readImage } from '#shared/parties/paper-image.ts';
import { must } from '#shared/result/result.ts';
import type { Block } from './block.ts';

/** A picture as large as its room permits, upright, its proportions kept, at the top left of the room. */
export function picture(
  image: PaperImage,
  room: { readonly width: number; readonly height: number; readonly alternative: string },
): Block & { readonly width: number } {
  const { width: across, height: down, orientation } = must(readImage(image));
  const lies = orientation >= 5;
  const [wide, high] = lies ? [down, across] : [across, down];
  const scale = Math.min(room.width / wide, room.height / high);
  const [width, height] = [wide * scale, high * scale];
  return {
    width,
    height,
    draw: (sheet, x, y) =>
      sheet.figure(room.alternative, () => sheet.picture(image, { x, y, width, height }, orientation)),
  };
}
