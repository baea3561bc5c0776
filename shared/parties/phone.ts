import { type Result, ok, refuse } from '../result/result.ts';

declare const kind: unique symbol;

/** A telephone number in E.164, as `+41791234567`. */
export type Phone = string & { readonly [kind]: 'Phone' };

export interface PhoneRefusal {
  readonly code: 'phone_characters' | 'phone_length' | 'phone_not_swiss';
}

/**
 * Reads what people type: `079 123 45 67`, `+41 (0)79 123 45 67`, `0041 79/123.45.67`, `+49 171 2345678`.
 * A number without a country is Swiss. Source: E.164 (at most 15 digits), numbering plan E.164/2002 of the OFCOM.
 */
export function normalisePhone(text: string): Result<Phone, PhoneRefusal> {
  const compact = text
    .trim()
    // Only after a country code is it the zero that is not dialled from abroad; in Italy it is,
    // and anywhere else it is a digit like others.
    .replace(/^((?:\+|00)[\s\u00a0]?(?!39)\d{1,3}[\s\u00a0]?)\(0\)/, '$1')
    .replace(/[\s\u00a0./()'’\-–]/g, '');
  if (!/^\+?\d+$/.test(compact)) return refuse({ code: 'phone_characters' });
  const international = compact.startsWith('+')
    ? compact.slice(1)
    : compact.startsWith('00')
      ? compact.slice(2)
      : compact.startsWith('0')
        ? `41${compact.slice(1)}`
        : null;
  // Neither +, nor 00, nor 0: a local number of the time before area codes, or a typing error. Guessing would be wrong.
  if (international === null) return refuse({ code: 'phone_not_swiss' });
  if (international.startsWith('41')) {
    return /^41[2-9]\d{8}$/.test(international)
      ? ok(`+${international}` as Phone)
      : refuse({ code: 'phone_not_swiss' });
  }
  return /^[1-9]\d{7,14}$/.test(international)
    ? ok(`+${international}` as Phone)
    : refuse({ code: 'phone_length' });
}

/** Country codes of two digits (E.164); 1 and 7 have one, all others three. */
const twoDigitCodes = /^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** `+41 79 123 45 67`, `+41 800 123 456` for service numbers; foreign numbers in groups after the country code. */
export function formatPhone(phone: Phone): string {
  const digits = phone.slice(1);
  if (digits.startsWith('41')) {
    const service = /^41([89]0\d|84\d)(\d{3})(\d{3})$/.exec(digits);
    if (service) return `+41 ${service[1]} ${service[2]} ${service[3]}`;
    return `+41 ${digits.slice(2, 4)} ${digits.slice(4, 7)} ${digits.slice(7, 9)} ${digits.slice(9)}`;
  }
  const length = /^[17]/.test(digits) ? 1 : twoDigitCodes.test(digits) ? 2 : 3;
  const groups = digits.slice(length).match(/\d{3}(?=\d{2})|\d+/g) ?? [];
  return `+${digits.slice(0, length)} ${groups.join(' ')}`;
}
