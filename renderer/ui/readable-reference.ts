import { formatQrReference } from '#shared/numbering/qr-reference.ts';

/** A reference as it is printed on a bill: a QR reference in groups of five, any other text as it is. */
export function readableReference(reference: string): string {
  return /^\d{27}$/.test(reference) ? formatQrReference(reference) : reference;
}
