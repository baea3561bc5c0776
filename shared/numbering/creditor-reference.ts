import { type Result, ok, refuse } from '../result/result.ts';
import { mod97 } from './mod97.ts';

export interface CreditorReferenceRefusal {
  readonly code: 'scor_format' | 'scor_check_digits';
}

/** Makes a creditor reference (SCOR, ISO 11649) out of 1 to 21 letters and digits: `539007547034` → `RF18539007547034`. */
export function creditorReference(text: string): Result<string, CreditorReferenceRefusal> {
  const body = text.replace(/[\s-]/g, '').toUpperCase();
  if (!/^[0-9A-Z]{1,21}$/.test(body)) return refuse({ code: 'scor_format' });
  const check = 98 - mod97(`${body}RF00`);
  return ok(`RF${String(check).padStart(2, '0')}${body}`);
}

/** Returns the reference without spaces, in capitals. */
export function checkCreditorReference(text: string): Result<string, CreditorReferenceRefusal> {
  const reference = text.replace(/[ \u00a0]/g, '').toUpperCase();
  if (!/^RF\d{2}[0-9A-Z]{1,21}$/.test(reference)) return refuse({ code: 'scor_format' });
  // 00, 01 and 99 satisfy modulo 97 as well as 97, 98 and 02 do, but ISO 7064 never produces them.
  const check = Number(reference.slice(2, 4));
  if (check < 2 || check > 98 || mod97(reference.slice(4) + reference.slice(0, 4)) !== 1) {
    return refuse({ code: 'scor_check_digits' });
  }
  return ok(reference);
}

/** `RF18 5390 0754 7034`: groups of four. */
export function formatCreditorReference(reference: string): string {
  return reference.replace(/(.{4})(?=.)/g, '$1 ');
}
