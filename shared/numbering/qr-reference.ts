import { type Result, ok, refuse } from '../result/result.ts';
import { largestRunning } from './series-number.ts';

/**
 * The QR reference (27 digits) of an invoice, derived from its number so that an incoming payment finds its invoice
 * without a table:
 *
 * ```
 * 210000 000000 0007 26 00000017 5
 * └ bank prefix, filled with zeros to 12 digits
 *               └ counter (company-wide, 1-9999)
 *                    └ year   └ running number  └ check digit
 * ```
 */
export interface QrReferenceParts {
  /** Digits given by the bank (often six, sometimes none), at most 12. */
  readonly bankPrefix: string;
  /** The counter's number, unique in the company: 1 to 9999. */
  readonly counterNo: number;
  /** 2000 to 2099. */
  readonly year: number;
  readonly running: number;
}

export interface QrReferenceRefusal {
  readonly code:
    | 'qrr_prefix'
    | 'qrr_counter'
    | 'qrr_year'
    | 'qrr_running'
    | 'qrr_format'
    | 'qrr_zero'
    | 'qrr_check_digit';
}

const table = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5] as const;

/** Check digit "modulo 10, recursive" (Implementation Guidelines QR-bill, annex B). Digits only. */
export function recursiveCheckDigit(digits: string): string {
  let carry = 0;
  for (const digit of digits) carry = table[(carry + Number(digit)) % 10] ?? 0;
  return String((10 - carry) % 10);
}

export function qrReference(parts: QrReferenceParts): Result<string, QrReferenceRefusal> {
  const { bankPrefix, counterNo, year, running } = parts;
  if (!/^\d{0,12}$/.test(bankPrefix)) return refuse({ code: 'qrr_prefix' });
  if (!isWhole(counterNo, 1, 9999)) return refuse({ code: 'qrr_counter' });
  if (!isWhole(year, 2000, 2099)) return refuse({ code: 'qrr_year' });
  if (!isWhole(running, 1, largestRunning)) return refuse({ code: 'qrr_running' });
  const body =
    bankPrefix.padEnd(12, '0') + padded(counterNo, 4) + padded(year - 2000, 2) + padded(running, 8);
  return ok(body + recursiveCheckDigit(body));
}

/** Format, not zero, check digit. Returns the 27 digits without spaces. */
export function checkQrReference(text: string): Result<string, QrReferenceRefusal> {
  const reference = text.replace(/[ \u00a0]/g, '');
  if (!/^\d{27}$/.test(reference)) return refuse({ code: 'qrr_format' });
  if (/^0+$/.test(reference)) return refuse({ code: 'qrr_zero' });
  if (recursiveCheckDigit(reference.slice(0, 26)) !== reference[26]) {
    return refuse({ code: 'qrr_check_digit' });
  }
  return ok(reference);
}

/** The way back, for the bank's file. The prefix says which bank: another company's or an older reference is refused. */
export function parseQrReference(
  text: string,
  bankPrefix: string,
): Result<QrReferenceParts, QrReferenceRefusal> {
  const checked = checkQrReference(text);
  if (!checked.ok) return checked;
  const reference = checked.value;
  if (!/^\d{0,12}$/.test(bankPrefix) || reference.slice(0, 12) !== bankPrefix.padEnd(12, '0')) {
    return refuse({ code: 'qrr_prefix' });
  }
  const counterNo = Number(reference.slice(12, 16));
  const running = Number(reference.slice(18, 26));
  if (counterNo === 0) return refuse({ code: 'qrr_counter' });
  if (running === 0) return refuse({ code: 'qrr_running' });
  return ok({ bankPrefix, counterNo, year: 2000 + Number(reference.slice(16, 18)), running });
}

/** `21 00000 00003 13947 14300 09017`: two digits, then fives. */
export function formatQrReference(reference: string): string {
  return `${reference.slice(0, 2)} ${reference.slice(2).replace(/(\d{5})(?=\d)/g, '$1 ')}`;
}

function isWhole(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
