import { createCanvas } from '@napi-rs/canvas';
import type { PaperImage } from '#shared/parties/paper-image.ts';

/** A company's mark: a wheel and a word, on nothing. */
export function sampleLogo(word = 'limmat'): PaperImage {
  const canvas = createCanvas(620, 200);
  const context = canvas.getContext('2d');
  context.lineWidth = 26;
  context.strokeStyle = '#1b1b18';
  context.beginPath();
  context.arc(100, 100, 72, 0, 2 * Math.PI);
  context.stroke();
  context.fillStyle = '#ffd000';
  context.beginPath();
  context.arc(100, 100, 34, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = '#1b1b18';
  context.font = 'bold 110px sans-serif';
  context.fillText(word, 210, 138, 400);
  return { type: 'png', base64: canvas.toBuffer('image/png').toString('base64') };
}
