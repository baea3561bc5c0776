import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Rappen, basisPoints, rappen } from '../money/rappen.ts';
import { creditorReference } from '../numbering/creditor-reference.ts';
import { qrReference } from '../numbering/qr-reference.ts';
import { checkUid } from '../parties/uid.ts';
import { mod97 } from '../numbering/mod97.ts';
import { must } from '../result/result.ts';
import { isoDay } from '../time/instant.ts';
import { foreignCharacters } from './characters.ts';
import { checkQrBill } from './check-qr-bill.ts';
import { checkIban, formatIban, isQrIban } from './iban.ts';
import type { QrBill } from './qr-bill.ts';
import { qrPayload } from './qr-payload.ts';
import { swicoBillingInformation } from './swico.ts';

/** The first example of the Implementation Guidelines 2.0 (annex A); all others are in published-examples.test.ts. */
const example: QrBill = {
  account: 'CH44 3199 9123 0008 8901 2',
  creditor: {
    name: 'Robert Schneider AG',
    street: 'Rue du Lac',
    houseNumber: '1268',
    postcode: '2501',
    town: 'Biel',
    country: 'CH',
  },
  amount: rappen(194_975),
  currency: 'CHF',
  debtor: {
    name: 'Pia-Maria Rutschmann-Schnyder',
    street: 'Grosse Marktgasse',
    houseNumber: '28',
    postcode: '9400',
    town: 'Rorschach',
    country: 'CH',
  },
  reference: { type: 'QRR', value: '21 00000 00003 13947 14300 09017' },
  message: 'Instruction of 03.04.2019',
  billingInformation: '//S1/10/10201409/11/190512/20/1400.000-53/30/106017086/31/180508/32/7.7/40/2:10;0:30',
  alternativeSchemes: ['Name AV1: UV;UltraPay005;12345', 'Name AV2: XY;XYService;54321'],
};

const ordinary = 'CH9300762011623852957';
const noReference = { account: ordinary, reference: { type: 'NON' } } as const;

describe('payload', () => {
  test('of the guidelines’ example, line by line', () => {
    const payload = qrPayload(must(checkQrBill(example)));
    expect(payload).toBe(
      [
        'SPC\n0200\n1\nCH4431999123000889012',
        'S\nRobert Schneider AG\nRue du Lac\n1268\n2501\nBiel\nCH',
        '\n\n\n\n\n\n',
        '1949.75\nCHF',
        'S\nPia-Maria Rutschmann-Schnyder\nGrosse Marktgasse\n28\n9400\nRorschach\nCH',
        'QRR\n210000000003139471430009017',
        'Instruction of 03.04.2019\nEPD',
        '//S1/10/10201409/11/190512/20/1400.000-53/30/106017086/31/180508/32/7.7/40/2:10;0:30',
        'Name AV1: UV;UltraPay005;12345\nName AV2: XY;XYService;54321',
      ].join('\n'),
    );
  });

  test('is 31 lines at the least, without amount and debtor', () => {
    const bill = must(
      checkQrBill({
        ...example,
        ...noReference,
        amount: null,
        debtor: null,
        message: '',
        billingInformation: '',
        alternativeSchemes: [],
      }),
    );
    const lines = qrPayload(bill).split('\n');
    expect(lines).toHaveLength(31);
    expect(lines.slice(18, 30)).toEqual(['', 'CHF', '', '', '', '', '', '', '', 'NON', '', '']);
    expect(lines[30]).toBe('EPD');
  });

  test('keeps line 32 free for billing information when there is a scheme', () => {
    const bill = must(checkQrBill({ ...example, billingInformation: '', alternativeSchemes: ['eBill/B/x'] }));
    expect(qrPayload(bill).split('\n').slice(30)).toEqual(['EPD', '', 'eBill/B/x']);
  });
});

test.each([
  [1, '0.01'],
  [99_999_999_999, '999999999.99'],
])('the smallest and the largest amount are taken: %i', (amount, written) => {
  const bill = must(checkQrBill({ ...example, amount: rappen(amount) }));
  expect(qrPayload(bill).split('\n')[18]).toBe(written);
});

test('an address in Kosovo is taken, by the code that banks and the Post use', () => {
  const debtor = { ...example.creditor, town: 'Prishtinë', postcode: '10000', country: 'XK' };
  expect(qrPayload(must(checkQrBill({ ...example, debtor }))).split('\n')).toContain('XK');
});

describe('refused', () => {
  const { creditor, debtor } = example;
  const person = debtor ?? creditor;
  const euro = { ...example, ...noReference, currency: 'EUR' } as const;

  test.each<[string, Partial<QrBill>, object]>([
    ['amount 0', { amount: rappen(0) }, { code: 'amount_out_of_range', field: 'amount' }],
    ['a negative amount', { amount: rappen(-1) }, { code: 'amount_out_of_range' }],
    ['NaN', { amount: Number.NaN as Rappen }, { code: 'amount_out_of_range' }],
    ['1e21', { amount: 1e21 as Rappen }, { code: 'amount_out_of_range' }],
    ['a fraction of a Rappen', { amount: 100.5 as Rappen }, { code: 'amount_out_of_range' }],
    ['a billion', { amount: rappen(100_000_000_000) }, { code: 'amount_out_of_range' }],
    [
      'a wrong SCOR',
      { account: ordinary, reference: { type: 'SCOR', value: 'RF19539007547034' } },
      { code: 'scor_check_digits', field: 'reference' },
    ],
    [
      'an all-zero QRR',
      { reference: { type: 'QRR', value: '0'.repeat(27) } },
      { code: 'qrr_zero', field: 'reference' },
    ],
    [
      'a wrong QRR',
      { reference: { type: 'QRR', value: '210000000003139471430009018' } },
      { code: 'qrr_check_digit' },
    ],
    ['EUR with QRR (2.4)', { currency: 'EUR' }, { code: 'qr_iban_is_chf_only', field: 'currency' }],
    ['another currency', { ...noReference, currency: 'USD' as 'EUR' }, { code: 'currency' }],
    ['a QR-IBAN without QRR', { reference: { type: 'NON' } }, { code: 'qr_iban_needs_qrr' }],
    ['a QRR without QR-IBAN', { account: ordinary }, { code: 'qrr_needs_qr_iban' }],
    [
      'a mistyped IBAN',
      { account: 'CH4431999123000889013' },
      { code: 'iban_check_digits', field: 'account' },
    ],
    ['a German IBAN', { account: 'DE89370400440532013000' }, { code: 'iban_country' }],
    ['no IBAN', { account: '' }, { code: 'iban_format' }],
    [
      'an empty creditor name',
      { creditor: { ...creditor, name: ' ' } },
      { code: 'empty', field: 'creditor.name' },
    ],
    [
      'an empty postcode',
      { debtor: { ...person, postcode: '' } },
      { code: 'empty', field: 'debtor.postcode' },
    ],
    ['an empty town', { debtor: { ...person, town: '' } }, { code: 'empty', field: 'debtor.town' }],
    [
      'country XX',
      { debtor: { ...person, country: 'XX' } },
      { code: 'country_unknown', field: 'debtor.country' },
    ],
    ['country ch', { debtor: { ...person, country: 'ch' } }, { code: 'country_unknown' }],
    [
      'Cyrillic',
      { debtor: { ...person, name: 'Иван' } },
      { code: 'characters', field: 'debtor.name', characters: ['И', 'в', 'а', 'н'] },
    ],
    ['a line break', { message: 'a\nb' }, { code: 'characters', field: 'message', characters: ['\n'] }],
    ['an emoji', { message: 'danke 🙂' }, { code: 'characters', characters: ['🙂'] }],
    [
      'a long name',
      { creditor: { ...creditor, name: 'x'.repeat(71) } },
      { code: 'too_long', field: 'creditor.name', limit: 70, actual: 71 },
    ],
    ['a long town', { creditor: { ...creditor, town: 'x'.repeat(36) } }, { code: 'too_long', limit: 35 }],
    [
      'a long house number',
      { creditor: { ...creditor, houseNumber: 'x'.repeat(17) } },
      { code: 'too_long', limit: 16 },
    ],
    [
      'message and billing information together',
      { message: 'x'.repeat(60) },
      { code: 'too_long', field: 'message', limit: 140 },
    ],
    [
      'billing information without //',
      { billingInformation: 'S1/10/1' },
      { code: 'billing_information_format' },
    ],
    ['three schemes', { alternativeSchemes: ['a', 'b', 'c'] }, { code: 'too_many_schemes' }],
    [
      'a long scheme',
      { alternativeSchemes: ['a', 'b'.repeat(101)] },
      { code: 'too_long', field: 'alternativeSchemes.1', limit: 100 },
    ],
  ])('%s', (_, wrong, refusal) => {
    expect(checkQrBill({ ...example, ...wrong })).toMatchObject({ ok: false, refusal });
  });

  test('the base of these cases is itself accepted, and so is a bill in euros without QRR', () => {
    expect(checkQrBill(example).ok).toBe(true);
    expect(checkQrBill(euro).ok).toBe(true);
    expect(checkQrBill({ ...euro, reference: { type: 'SCOR', value: 'RF18 5390 0754 7034' } }).ok).toBe(true);
  });

  test('a payload beyond 997 bytes cannot happen within the limits of the fields, in ASCII', () => {
    const long = {
      name: 'x'.repeat(70),
      street: 'x'.repeat(70),
      houseNumber: 'x'.repeat(16),
      postcode: 'x'.repeat(16),
      town: 'x'.repeat(35),
      country: 'CH',
    };
    const bill = checkQrBill({
      ...example,
      creditor: long,
      debtor: long,
      message: '',
      billingInformation: `//S1${'x'.repeat(136)}`,
      alternativeSchemes: ['x'.repeat(100), 'x'.repeat(100)],
    });
    expect(qrPayload(must(bill)).length).toBeLessThanOrEqual(997);
  });
});

describe('characters', () => {
  test('are those of version 2.3 and later, no more and no fewer', () => {
    const ranges: readonly (readonly [from: number, to: number])[] = [
      [0x20, 0x7e],
      [0xa0, 0x17f],
      [0x218, 0x21b],
      [0x20ac, 0x20ac],
    ];
    const allowed = (code: number) => ranges.some(([from, to]) => code >= from && code <= to);
    const codes = Array.from({ length: 0x1_10_00 }, (_, code) => code).filter(
      (code) => code < 0xd8_00 || code > 0xdf_ff,
    );
    const wrong = codes.filter(
      (code) => (foreignCharacters(String.fromCodePoint(code)).length === 0) !== allowed(code),
    );
    expect(wrong).toEqual([]);
    expect(foreignCharacters('Łukasz Nováček Șerban €')).toEqual([]);
  });
});

describe('IBAN', () => {
  test('QR-IBANs are those from 30000 to 31999', () => {
    expect(isQrIban(must(checkIban('CH44 3199 9123 0008 8901 2')))).toBe(true);
    expect(isQrIban(must(checkIban(ordinary)))).toBe(false);
    const ofInstitution = (iid: string) => {
      const check = 98 - mod97(`${iid}000000000000CH00`);
      return must(checkIban(`CH${String(check).padStart(2, '0')}${iid}000000000000`));
    };
    const are = ['29999', '30000', '31999', '32000'].map((iid) => isQrIban(ofInstitution(iid)));
    expect(are).toEqual([false, true, true, false]);
    expect(formatIban('CH4431999123000889012')).toBe('CH44 3199 9123 0008 8901 2');
    expect(checkIban('LI21 0881 0000 2324 013A A').ok).toBe(true);
  });
});

describe('Swico billing information', () => {
  const facts = {
    invoiceNumber: '10201409',
    issuedOn: isoDay('2019-05-12'),
    customerReference: '1400.000-53',
    uid: must(checkUid('CHE-106.017.086')),
    service: { from: isoDay('2018-05-08'), to: isoDay('2018-05-08') },
    vat: [{ rate: basisPoints(770), net: rappen(100_000) }],
    dueInDays: 30,
  };

  test('as in the first example of the definition of S1, without its discount', () => {
    expect(swicoBillingInformation(facts)).toBe(
      '//S1/10/10201409/11/190512/20/1400.000-53/30/106017086/31/180508/32/7.7/40/0:30',
    );
  });

  test('a period, several rates, slashes and backslashes', () => {
    expect(
      swicoBillingInformation({
        ...facts,
        invoiceNumber: 'X.66711/8824',
        customerReference: String.raw`MW-2020\04`,
        service: { from: isoDay('2018-05-08'), to: isoDay('2018-06-10') },
        vat: [
          { rate: basisPoints(810), net: rappen(55_339) },
          { rate: basisPoints(260), net: rappen(40_000) },
        ],
      }),
    ).toBe(
      String.raw`//S1/10/X.66711\/8824/11/190512/20/MW-2020\\04/30/106017086/31/180508180610/32/8.1:553.39;2.6:400/40/0:30`,
    );
  });

  test('what is not known is left out', () => {
    const least = { ...facts, customerReference: '', uid: null, service: null, vat: [], dueInDays: null };
    expect(swicoBillingInformation(least)).toBe('//S1/10/10201409/11/190512');
  });
});

test('every valid bill has 31 to 34 lines, and its texts stand in them unchanged', () => {
  const text = (max: number, min = 0) =>
    fc
      .array(fc.constantFrom(...Array.from('aZ09 ,.-/ÀÿĀſȘțŁ€')), { minLength: min, maxLength: max })
      .map((characters) => characters.join(''))
      .filter((value) => min === 0 || value.trim() !== '');
  const party = fc.record({
    name: text(70, 1),
    street: text(70),
    houseNumber: text(16),
    postcode: text(16, 1),
    town: text(35, 1),
    country: fc.constantFrom('CH', 'LI', 'DE', 'FR'),
  });
  const way = fc.oneof(
    fc.record({
      account: fc.constant('CH4431999123000889012'),
      currency: fc.constant('CHF' as const),
      reference: fc
        .integer({ min: 1, max: 99_999_999 })
        .map((running) => must(qrReference({ bankPrefix: '', counterNo: 1, year: 2026, running })))
        .map((value) => ({ type: 'QRR' as const, value })),
    }),
    fc.record({
      account: fc.constant(ordinary),
      currency: fc.constantFrom('CHF' as const, 'EUR' as const),
      reference: fc
        .stringMatching(/^[0-9A-Z]{1,21}$/)
        .map((body) => ({ type: 'SCOR' as const, value: must(creditorReference(body)) })),
    }),
  );
  const rest = fc.record({
    creditor: party,
    debtor: fc.option(party),
    amount: fc.option(fc.integer({ min: 1, max: 99_999_999_999 }).map(rappen)),
    message: text(60),
    billingInformation: text(70).map((value) => (value === '' ? '' : `//S1${value}`)),
    alternativeSchemes: fc.array(text(100, 1), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(way, rest, (one, other) => {
      const bill = must(checkQrBill({ ...one, ...other }));
      const lines = qrPayload(bill).split('\n');
      expect(lines.length).toBeGreaterThanOrEqual(31);
      expect(lines.length).toBeLessThanOrEqual(34);
      expect([lines[5], lines[6], lines[9]]).toEqual([
        bill.creditor.name,
        bill.creditor.street,
        bill.creditor.town,
      ]);
      expect(lines[21]).toBe(bill.debtor?.name ?? '');
      expect(lines[29]).toBe(bill.message);
      expect(lines[30]).toBe('EPD');
      expect(lines.slice(32)).toEqual(bill.alternativeSchemes);
      expect(Math.round(Number(lines[18]) * 100)).toBe(bill.amount ?? 0);
    }),
  );
});
