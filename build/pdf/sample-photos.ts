import { createCanvas } from '@napi-rs/canvas';
import type { PaperImage } from '#shared/parties/paper-image.ts';

/** A photo for tests, painted on the spot: a door of some grey with a scratch, another one for every number. */
export function samplePhoto(number: number, type: PaperImage['type'] = 'jpeg', upright = false): PaperImage {
  const [width, height] = upright ? [240, 320] : [320, 240];
  const canvas = createCanvas(width, height);
  const paint = canvas.getContext('2d');
  const grey = 120 + ((number * 29) % 110);
  paint.fillStyle = `rgb(${grey}, ${grey + 4}, ${grey + 10})`;
  paint.fillRect(0, 0, width, height);
  paint.fillStyle = `rgb(${grey - 50}, ${grey - 48}, ${grey - 44})`;
  paint.fillRect(0, height * 0.6, width, height * 0.4);
  paint.strokeStyle = '#f4f4f2';
  paint.lineWidth = 3;
  paint.beginPath();
  paint.moveTo(60, 60 + number);
  paint.bezierCurveTo(120, 40, 150, 110, 200, 70 + number * 2);
  paint.stroke();
  const bytes = type === 'jpeg' ? canvas.toBuffer('image/jpeg', 80) : canvas.toBuffer('image/png');
  return { type, base64: bytes.toString('base64') };
}
