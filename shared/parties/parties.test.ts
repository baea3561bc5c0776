import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../result/result.ts';
import { addressLines } from './address.ts';
import { paperText } from './paper-text.ts';
import { displayName, listName } from './party-name.ts';
import { formatPhone, normalisePhone } from './phone.ts';
import { parseFields } from '../validation/parse-fields.ts';
import { checkUid, formatUid, formatVatNumber, uidCheckDigit } from './uid.ts';

describe('UID', () => {
  test.each([
    'CHE-106.017.086',
    'CHE-123.456.788',
    'CHE123456788',
    'che-123.456.788 MWST',
    'CHE-123.456.788 TVA',
  ])('%s is one', (text) => {
    expect(checkUid(text).ok).toBe(true);
  });

  test('the well-known CHE-123.456.789 is not: it ends in 8', () => {
    expect(checkUid('CHE-123.456.789')).toEqual({
      ok: false,
      refusal: { code: 'uid_check_digit', expected: 8 },
    });
    expect(checkUid('CHE-123.456')).toEqual({ ok: false, refusal: { code: 'uid_format' } });
  });

  test('numbers whose check digit would be 10 are never issued', () => {
    const first = Array.from({ length: 1000 }, (_, at) => String(10_000_000 + at)).find(
      (digits) => uidCheckDigit(digits) === null,
    );
    expect(first).toBeDefined();
    for (let last = 0; last < 10; last += 1) expect(checkUid(`CHE${first}${last}`).ok).toBe(false);
  });

  test('as it is printed', () => {
    const uid = must(checkUid('CHE123456788'));
    expect(formatUid(uid)).toBe('CHE-123.456.788');
    expect(formatVatNumber(uid, 'fr')).toBe('CHE-123.456.788 TVA');
    expect(formatVatNumber(uid, 'it')).toBe('CHE-123.456.788 IVA');
  });

  test('one mistyped digit is noticed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000_000, max: 99_999_999 }),
        fc.nat(7),
        fc.integer({ min: 1, max: 9 }),
        (number, at, by) => {
          const digits = String(number);
          const check = uidCheckDigit(digits);
          fc.pre(check !== null);
          const wrong = digits.slice(0, at) + ((Number(digits[at]) + by) % 10) + digits.slice(at + 1);
          expect(checkUid(`CHE${digits}${check}`).ok).toBe(true);
          expect(checkUid(`CHE${wrong}${check}`).ok).toBe(false);
        },
      ),
    );
  });
});

describe('telephone', () => {
  test.each([
    ['079 123 45 67', '+41791234567', '+41 79 123 45 67'],
    ['+41 (0)79 123 45 67', '+41791234567', '+41 79 123 45 67'],
    ['(0)79 123 45 67', '+41791234567', '+41 79 123 45 67'],
    ['079 (0)12 34 56', '+41790123456', '+41 79 012 34 56'],
    ['+39 (0)6 1234 5678', '+390612345678', '+39 061 234 5678'],
    ['0041 44/512.30.40', '+41445123040', '+41 44 512 30 40'],
    ['0800 123 456', '+41800123456', '+41 800 123 456'],
    ['0848 800 800', '+41848800800', '+41 848 800 800'],
    ['+49 171 2345678', '+491712345678', '+49 171 234 5678'],
    ['+1 (212) 555-0100', '+12125550100', '+1 212 555 0100'],
    ['+423 232 12 12', '+4232321212', '+423 232 1212'],
  ])('%s', (typed, stored, shown) => {
    const phone = must(normalisePhone(typed));
    expect(phone).toBe(stored);
    expect(formatPhone(phone)).toBe(shown);
    expect(must(normalisePhone(shown))).toBe(phone);
  });

  test.each([
    ['123 45 67', 'phone_not_swiss'],
    ['079 123 45', 'phone_not_swiss'],
    ['079 123 45 678', 'phone_not_swiss'],
    ['+41 079 123 45 67', 'phone_not_swiss'],
    ['+49 12', 'phone_length'],
    ['+4917123456789012', 'phone_length'],
    ['call me', 'phone_characters'],
    ['', 'phone_characters'],
  ])('%j is refused', (typed, code) => {
    expect(normalisePhone(typed)).toEqual({ ok: false, refusal: { code } });
  });

  test('what is shown is read back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+[1-9]\d{7,14}$/), (text) => {
        const phone = normalisePhone(text);
        fc.pre(phone.ok);
        const shown = formatPhone(must(phone));
        expect(must(normalisePhone(shown))).toBe(text);
        expect(shown).not.toMatch(/ {2}| $/);
      }),
    );
  });
});

test('names on papers and in lists', () => {
  const person = { kind: 'person', firstName: ' Annalena ', lastName: 'Brunner' } as const;
  expect([displayName(person), listName(person)]).toEqual(['Annalena Brunner', 'Brunner, Annalena']);
  expect(displayName({ ...person, firstName: '' })).toBe('Brunner');
  const firm = { kind: 'company', company: 'Muster AG', contact: 'A. Brunner' } as const;
  expect([displayName(firm), listName(firm)]).toEqual(['Muster AG', 'Muster AG']);
});

test('address lines leave out what is empty and name a foreign country', () => {
  const address = {
    street: 'Seestrasse',
    houseNumber: '14a',
    postcode: '8002',
    town: 'Zürich',
    country: 'CH',
  };
  expect(addressLines(address)).toEqual(['Seestrasse 14a', '8002 Zürich']);
  const village = { street: '', houseNumber: '', postcode: '79098', town: 'Freiburg', country: 'DE' };
  expect(addressLines(village)).toEqual(['DE-79098 Freiburg']);
});

describe('text on papers', () => {
  const field = paperText({ max: 5 });
  const refusedWith = (input: string) => {
    const parsed = parseFields(field, input, 'paper_field');
    return parsed.ok ? null : parsed.refusal;
  };

  test('is composed, so that it is counted and printed as it is read', () => {
    expect(field.parse('Zu\u0308ri')).toBe('Züri');
    expect(field.parse('e\u0301'.repeat(5))).toBe('é'.repeat(5));
  });

  test('is refused when empty, too long, or beyond the typeface', () => {
    expect(refusedWith('  ')).toMatchObject({ reason: 'empty' });
    expect(refusedWith('123456')).toMatchObject({ reason: 'too_long', limit: 5, actual: 6 });
    expect(refusedWith('x'.repeat(10_000))).toMatchObject({ reason: 'too_long', actual: 10_000 });
    expect(refusedWith('王')).toMatchObject({ reason: 'characters', characters: ['王'] });
    expect(refusedWith('王')?.message).toContain('王 (U+738B)');
    expect(refusedWith('a\u0007')).toMatchObject({ characters: ['\u0007'] });
    expect(refusedWith('a\u0007')?.message).toMatch(/: U\+0007;/);
    expect(refusedWith('a\nb')).toMatchObject({ reason: 'characters', characters: ['\n'] });
    expect(paperText({ max: 5, lines: true }).parse('a\r\nb')).toBe('a\nb');
  });
});
