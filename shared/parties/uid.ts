import { type Result, ok, refuse } from '../result/result.ts';

declare const kind: unique symbol;

/** A Swiss company number (UID) as `CHE123456788`: nine digits, the last one a check digit. */
export type Uid = string & { readonly [kind]: 'Uid' };

export type UidRefusal =
  | { readonly code: 'uid_format' }
  | { readonly code: 'uid_check_digit'; readonly expected: number | null };

/** The suffix that makes a UID a VAT number, by language. English has none of its own: Swiss papers use the German one. */
const vatSuffix = { de: 'MWST', fr: 'TVA', it: 'IVA', en: 'MWST' } as const;

const weights = [5, 4, 3, 2, 7, 6, 5, 4] as const;

/**
 * Modulo 11 over the first eight digits (eCH-0097). The result 10 is never issued: `null`.
 */
export function uidCheckDigit(eightDigits: string): number | null {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(eightDigits[at]), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? null : digit;
}

/** Reads `CHE-123.456.788`, with or without dots, dash, spaces and a VAT suffix. */
export function checkUid(text: string): Result<Uid, UidRefusal> {
  const found = /^CHE[-\s]?(\d{3})[.\s]?(\d{3})[.\s]?(\d{3})(?:\s?(?:MWST|TVA|IVA|VAT|HR|RC))?$/i.exec(
    text.trim(),
  );
  if (!found) return refuse({ code: 'uid_format' });
  const digits = `${found[1]}${found[2]}${found[3]}`;
  const expected = uidCheckDigit(digits.slice(0, 8));
  if (expected === null || digits[8] !== String(expected))
    return refuse({ code: 'uid_check_digit', expected });
  return ok(`CHE${digits}` as Uid);
}

/** `CHE-123.456.788` */
export function formatUid(uid: Uid): string {
  return `CHE-${uid.slice(3, 6)}.${uid.slice(6, 9)}.${uid.slice(9, 12)}`;
}

/** `CHE-123.456.788 MWST`: what an invoice must name (MWSTG 26). */
export function formatVatNumber(uid: Uid, language: keyof typeof vatSuffix): string {
  return `${formatUid(uid)} ${vatSuffix[language]}`;
}
