import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../result/result.ts';
import { checkCreditorReference, creditorReference, formatCreditorReference } from './creditor-reference.ts';
import {
  checkQrReference,
  formatQrReference,
  parseQrReference,
  qrReference,
  recursiveCheckDigit,
} from './qr-reference.ts';

const parts = { bankPrefix: '210000', counterNo: 7, year: 2026, running: 17 };

describe('QR reference', () => {
  test('the check digit of the guidelines’ example', () => {
    expect(recursiveCheckDigit('21000000000313947143000901')).toBe('7');
    expect(must(checkQrReference('21 00000 00003 13947 14300 09017'))).toBe('210000000003139471430009017');
    expect(formatQrReference('210000000003139471430009017')).toBe('21 00000 00003 13947 14300 09017');
  });

  test('is derived from counter and number', () => {
    const reference = must(qrReference(parts));
    expect(reference.slice(0, 26)).toBe('21000000000000072600000017');
    expect(must(parseQrReference(formatQrReference(reference), '210000'))).toEqual(parts);
    expect(parseQrReference(reference, '310000')).toEqual({ ok: false, refusal: { code: 'qrr_prefix' } });
  });

  test.each([
    ['0'.repeat(27), 'qrr_zero'],
    ['210000000003139471430009018', 'qrr_check_digit'],
    ['21000000000313947143000901', 'qrr_format'],
    ['21000000000313947143000901A', 'qrr_format'],
  ])('%s is refused', (text, code) => {
    expect(checkQrReference(text)).toEqual({ ok: false, refusal: { code } });
  });

  test.each([
    [{ bankPrefix: '12A' }, 'qrr_prefix'],
    [{ bankPrefix: '1234567890123' }, 'qrr_prefix'],
    [{ counterNo: 0 }, 'qrr_counter'],
    [{ counterNo: 10_000 }, 'qrr_counter'],
    [{ year: 1999 }, 'qrr_year'],
    [{ running: 0 }, 'qrr_running'],
    [{ running: 100_000_000 }, 'qrr_running'],
  ])('%j makes no reference', (wrong, code) => {
    expect(qrReference({ ...parts, ...wrong })).toEqual({ ok: false, refusal: { code } });
  });

  const anyParts = fc.record({
    bankPrefix: fc.stringMatching(/^\d{0,12}$/),
    counterNo: fc.integer({ min: 1, max: 9999 }),
    year: fc.integer({ min: 2000, max: 2099 }),
    running: fc.integer({ min: 1, max: 99_999_999 }),
  });

  test('there and back', () => {
    fc.assert(
      fc.property(anyParts, (original) => {
        expect(must(parseQrReference(must(qrReference(original)), original.bankPrefix))).toEqual(original);
      }),
    );
  });

  test('one wrong digit is always noticed', () => {
    fc.assert(
      fc.property(anyParts, fc.nat(25), fc.integer({ min: 1, max: 9 }), (original, at, by) => {
        const reference = must(qrReference(original));
        const wrong = (Number(reference[at]) + by) % 10;
        expect(checkQrReference(reference.slice(0, at) + wrong + reference.slice(at + 1)).ok).toBe(false);
      }),
    );
  });
});

describe('creditor reference (ISO 11649)', () => {
  test('the guidelines’ example', () => {
    expect(must(creditorReference('539007547034'))).toBe('RF18539007547034');
    expect(formatCreditorReference('RF18539007547034')).toBe('RF18 5390 0754 7034');
    expect(must(checkCreditorReference('rf18 5390 0754 7034'))).toBe('RF18539007547034');
  });

  test.each([
    ['RF19539007547034', 'scor_check_digits'],
    ['RF18', 'scor_format'],
    ['RF18' + '1'.repeat(22), 'scor_format'],
    ['XX18539007547034', 'scor_format'],
    ['RF18539007547Ü34', 'scor_format'],
  ])('%s is refused', (text, code) => {
    expect(checkCreditorReference(text)).toEqual({ ok: false, refusal: { code } });
  });

  test('what is made is valid, and any other pair of check digits is not', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{1,21}$/), (body) => {
        const pairs = Array.from({ length: 100 }, (_, digits) => String(digits).padStart(2, '0'));
        // 02 and 99 are alike modulo 97, as 97 and 00, 98 and 01 are: still only one of them is right.
        const valid = pairs.filter((pair) => checkCreditorReference(`RF${pair}${body}`).ok);
        expect(valid).toEqual([must(creditorReference(body)).slice(2, 4)]);
      }),
    );
  });
});
