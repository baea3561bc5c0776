import { uuidv7 } from 'uuidv7';
import { largestPhoto } from '#shared/contracts/handover-paper.ts';
import type { HostClient } from '#shared/ipc/contract.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { now } from '#shared/time/instant.ts';
import type { KeptPhoto } from './found-damage.ts';

export interface PhotoRefusal {
  /** No picture that this window can read; no room; or the host could not. */
  readonly code: 'unreadable' | 'disk_full' | 'not_kept';
}

/** Enough for a scratch on paper and a look on a screen. */
const longestSide = 1_600;
const qualities = [0.82, 0.7, 0.55, 0.4];

/**
 * Takes a picture of a file or a camera: turns it upright, makes it smaller, and has the host keep it as a JPEG. Drawn anew, it has
 * nothing left of what the camera wrote beside it. Nothing is thrown: whoever took it is told, and can try again.
 */
export async function keepPhoto(host: HostClient, file: Blob): Promise<Result<KeptPhoto, PhotoRefusal>> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return refuse({ code: 'unreadable' });
  }
  try {
    return await keepPicture(host, picture);
  } catch {
    return refuse({ code: 'not_kept' });
  } finally {
    picture.close();
  }
}

async function keepPicture(host: HostClient, picture: ImageBitmap): Promise<Result<KeptPhoto, PhotoRefusal>> {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('the window gives no canvas');
  paint.drawImage(picture, 0, 0, canvas.width, canvas.height);
  for (const quality of qualities) {
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (jpeg.size > largestPhoto) continue;
    const id = uuidv7();
    const bytes = new Uint8Array(await jpeg.arrayBuffer());
    const kept = await host['photos.keep']({ id, image: { type: 'jpeg', base64: base64Of(bytes) } });
    if (kept.ok) return ok({ id, sha256: kept.value.sha256, size: kept.value.size, takenAt: now() });
    return refuse({ code: kept.refusal.code === 'disk_full' ? 'disk_full' : 'not_kept' });
  }
  return refuse({ code: 'not_kept' });
}

function base64Of(bytes: Uint8Array): string {
  const piece = 0x80_00;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece)
    text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(text);
}
