import { mod97 } from '../numbering/mod97.ts';
import { type Result, ok, refuse } from '../result/result.ts';

declare const kind: unique symbol;

/** A Swiss or Liechtenstein IBAN without spaces: 21 characters. */
export type Iban = string & { readonly [kind]: 'Iban' };

export interface IbanRefusal {
  readonly code: 'iban_format' | 'iban_country' | 'iban_check_digits';
}

/** Only CH and LI: a QR-bill takes no other (Implementation Guidelines 4.2.2). */
export function checkIban(text: string): Result<Iban, IbanRefusal> {
  const iban = text.replace(/[ \u00a0]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{1,30}$/.test(iban)) return refuse({ code: 'iban_format' });
  if (!/^(CH|LI)/.test(iban)) return refuse({ code: 'iban_country' });
  if (!/^..\d{7}[0-9A-Z]{12}$/.test(iban)) return refuse({ code: 'iban_format' });
  if (mod97(iban.slice(4) + iban.slice(0, 4)) !== 1) return refuse({ code: 'iban_check_digits' });
  return ok(iban as Iban);
}

/** A QR-IBAN has an institution number (IID) from 30000 to 31999, and asks for a QR reference. */
export function isQrIban(iban: Iban): boolean {
  const institution = Number(iban.slice(4, 9));
  return institution >= 30_000 && institution <= 31_999;
}

/** `CH44 3199 9123 0008 8901 2` */
export function formatIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}
