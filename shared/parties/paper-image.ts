import { base64 } from '@scure/base';
import { z } from 'zod';
import { readJpeg } from '../photos/jpeg.ts';
import type { PhotoFacts, PhotoRefusal } from '../photos/photo-refusal.ts';
import { hasWholePixels, readPng } from '../photos/png.ts';
import { type Result, refuse } from '../result/result.ts';
import { refuseField } from '../validation/because.ts';

/** A picture on a paper, complete in itself: the paper is made again from the same input, wherever the file went. */
export interface PaperImage {
  readonly type: 'jpeg' | 'png';
  readonly base64: string;
}

/** A picture of at most `maxBytes`, decoded, that a PDF can carry. */
export function imageField({ maxBytes }: { readonly maxBytes: number }) {
  const longest = Math.ceil(maxBytes / 3) * 4;
  return z
    .strictObject({
      type: z.enum(['jpeg', 'png']),
      base64: z.string().superRefine((text, context) => {
        if (text.length <= longest) return;
        const actual = Math.floor((text.length / 4) * 3);
        refuseField(context, [], { code: 'photo_too_large', limit: maxBytes, actual, unit: 'bytes' });
      }),
    })
    .superRefine((image, context) => {
      const read = checkImage(image);
      if (read.ok) return;
      const { field: _field, ...fault } = read.refusal;
      refuseField(context, ['base64'], fault);
    });
}

/** All that `readImage` sees, and the pixels of a PNG: whoever puts it into a PDF unpacks it, and must not break on it. */
function checkImage(image: PaperImage): Result<PhotoFacts, PhotoRefusal> {
  const read = readImage(image);
  if (!read.ok || image.type === 'jpeg') return read;
  const bytes = imageBytes(image);
  if (bytes !== null && hasWholePixels(bytes)) return read;
  return refuse({ code: 'photo_damaged', field: 'base64' });
}

/** Size and orientation of a picture, refused when it is damaged or of another kind than it says. */
export function readImage(image: PaperImage): Result<PhotoFacts, PhotoRefusal> {
  const field = 'base64';
  const bytes = imageBytes(image);
  if (bytes === null) return refuse({ code: 'photo_damaged', field });
  return image.type === 'jpeg' ? readJpeg(bytes, field) : readPng(bytes, field);
}

/** The picture's file; `null` when the text is not base64 (RFC 4648, with padding). */
export function imageBytes({ base64: text }: PaperImage): Uint8Array | null {
  try {
    return base64.decode(text);
  } catch {
    return null;
  }
}
