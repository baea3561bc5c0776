import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../result/result.ts';
import { isoDay } from '../time/instant.ts';
import { decodeText } from './decode-text.ts';
import {
  type CustomerColumn,
  type Mapping,
  changeMapping,
  customerColumns,
  fleetColumns,
  guessMapping,
} from './import-columns.ts';
import { formsToWrite, inBatches } from './outcome.ts';
import { importKeys, planCustomers } from './plan-customers.ts';
import { planFleet } from './plan-fleet.ts';
import { readCsv } from './read-csv.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const facts = { today: isoDay('2026-11-29'), language: 'de' as const, known: new Set<string>() };
const plan = (text: string, known = facts.known) => {
  const table = must(readCsv(bytes(text)));
  return planCustomers(table, guessMapping(table.head, customerColumns), { ...facts, known });
};

describe('text', () => {
  test('is UTF-8 with or without its mark, or what Excel on Windows saves', () => {
    expect(decodeText(bytes('\ufeffZürich 🚗'))).toBe('Zürich 🚗');
    expect(decodeText(new Uint8Array([0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68, 0x20, 0x80]))).toBe('Zürich €');
  });

  test('is decoded as the platform does, whatever the bytes', () => {
    const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const windows = new TextDecoder('windows-1252');
    const expected = (data: Uint8Array): string => {
      try {
        return utf8.decode(data).replace(/^\ufeff/, '');
      } catch {
        return windows.decode(data);
      }
    };
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 40 }).map(bytes),
    );
    fc.assert(
      fc.property(anything, (data) => {
        fc.pre(!(data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf));
        expect(decodeText(data)).toBe(expected(data));
      }),
    );
  });
});

describe('a table', () => {
  test.each([';', ',', '\t'])(
    'is parted by %j, with quotes, quotes in quotes and line breaks in them',
    (sign) => {
      const text =
        ['Name', 'Notiz'].join(sign) + `\r\n"Meier${sign} Urs"${sign}"sagt ""ja""\nund geht"\r\n${sign}\r\n`;
      expect(must(readCsv(bytes(text)))).toEqual({
        head: ['Name', 'Notiz'],
        rows: [{ line: 2, cells: [`Meier${sign} Urs`, 'sagt "ja"\nund geht'] }],
      });
    },
  );

  test.each([
    ['', 'csv_empty'],
    ['Name;Ort\r\n;\r\n', 'csv_empty'],
    ['PK\u0003\u0004\0\0', 'csv_binary'],
    ['Name;Ort\r\n"offen;Bern\r\n', 'csv_quotes'],
  ])('%j is refused: %s', (text, code) => {
    expect(readCsv(bytes(text))).toMatchObject({ ok: false, refusal: { code } });
  });
});

test.each([
  ['Vorname;Nachname;Strasse;Nr.;PLZ;Ort;Geburtsdatum;Führerausweis-Nr.'],
  ['Prénom;Nom;Rue;N°;NPA;Localité;Date de naissance;Permis de conduire'],
  ['Nome;Cognome;Via;Numero;CAP;Località;Data di nascita;Licenza di condurre'],
  ['First name;Last name;Street;No.;Postcode;Town;Date of birth;Licence number'],
])('heads are guessed: %s', (head) => {
  const expected = [
    'firstName',
    'lastName',
    'street',
    'buildingNumber',
    'postalCode',
    'town',
    'bornOn',
    'licenceNumber',
  ];
  const guessed = guessMapping(head.split(';'), customerColumns);
  // «N°» is a sign and no letter.
  expect(guessed.filter((_, at) => at !== 3)).toEqual(expected.filter((_, at) => at !== 3));
});

test('a column is chosen once', () => {
  const mapping: Mapping<'vin' | 'plate'> = ['vin', null, 'plate'];
  expect(changeMapping(mapping, 1, 'vin')).toEqual([null, 'vin', 'plate']);
});

describe('customers', () => {
  test('are new, already there, doubtful or wrong, each with what a person needs to know', () => {
    const head = 'Vorname;Nachname;Firma;Adresse;Telefon;Geburtsdatum;Führerausweis;Sprache';
    const outcomes = plan(
      [
        head,
        'Anna;Meier;;;079 214 88 03;24.12.90;111 222;Deutsch',
        'Anna;Meier-Huber;;;;;111222;de',
        'Reto;Bühler;;Bahnhofstrasse 12a, 8001 Zürich;;;;fr',
        'Urs;Zbinden;;irgendwo;12;31.2.1990;;klingonisch',
        ';;Garage Meier AG;"Postfach 12\n3000 Bern";;;;italiano',
      ].join('\r\n'),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['new', 'known', 'confirm', 'wrong', 'confirm']);
    expect(outcomes[0]).toMatchObject({
      line: 2,
      form: { bornOn: '1990-12-24', phone: '+41792148803', language: 'de', kind: 'person' },
    });
    expect(outcomes[1]).toMatchObject({ ofLine: 2 });
    expect(outcomes[2]).toMatchObject({
      form: { street: 'Bahnhofstrasse', buildingNumber: '12a', postalCode: '8001', town: 'Zürich' },
      warning: null,
    });
    expect(outcomes[3]).toMatchObject({
      problems: [
        { column: 'language', fault: { code: 'import_unknown', text: 'klingonisch' } },
        { column: 'address', fault: { code: 'address_town' } },
        { column: 'phone', fault: { code: 'phone_not_swiss' } },
        { column: 'bornOn', fault: { code: 'import_day' } },
      ],
    });
    expect(outcomes[4]).toMatchObject({
      form: { kind: 'company', street: 'Postfach 12', buildingNumber: '' },
    });
  });

  test('that were written are there when the file is read again', () => {
    const text = 'Vorname;Nachname;PLZ;Ausweis-Nr.\r\nAnna;Meier;8001;\r\nBeat;Keller;3000;99\r\n';
    const written = formsToWrite(plan(text), new Set());
    expect(written).toHaveLength(2);
    const known = new Set(written.flatMap(({ form }) => importKeys(form)));
    expect(plan(text, known).map(({ kind }) => kind)).toEqual(['known', 'known']);
  });
});

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'Meier',
    'Anna',
    '8001',
    'Zürich',
    '24.12.1990',
    '079 214 88 03',
    'Seestrasse 5, 8002 Zürich',
  ),
  fc.constantFrom('WVWZZZ1KZAW000001', 'ZH 123456', 'Benzin', 'B', '12 000', '王', 'a@b.ch', 'de'),
  fc.string({ maxLength: 12 }),
);
const table = fc.record({
  head: fc.constant(Array.from({ length: 8 }, (_, at) => `c${at}`)),
  rows: fc
    .array(fc.array(cell, { minLength: 0, maxLength: 9 }), { maxLength: 30 })
    .map((rows) => rows.map((cells, at) => ({ line: at + 2, cells }))),
});
const mappingOf = <Column extends string>(columns: readonly Column[]) =>
  fc.shuffledSubarray([...columns], { minLength: 8, maxLength: 8 });

test('every row of a file of customers has exactly one outcome, and is written at most once', () => {
  fc.assert(
    fc.property(table, mappingOf(customerColumns.slice(4)), ({ head, rows }, others) => {
      // With names and licences among the columns, some rows are somebody, and some are the same.
      const mapping: Mapping<CustomerColumn> = ['lastName', 'fullName', ...others.slice(2)];
      const outcomes = planCustomers({ head, rows }, mapping, facts);
      expect(outcomes.map(({ line }) => line)).toEqual(rows.map(({ line }) => line));
      const confirmed = new Set(outcomes.map(({ line }) => line));
      const written = formsToWrite(outcomes, confirmed);
      const keys = written.flatMap(({ form }) => importKeys(form));
      expect(new Set(keys).size).toBe(keys.length);
      const left = outcomes.filter(({ kind }) => kind === 'known' || kind === 'wrong');
      expect(written.length + left.length).toBe(rows.length);
      expect(outcomes.filter((one) => one.kind === 'wrong' && one.problems.length === 0)).toEqual([]);
      const batches = inBatches(written, 4);
      expect(batches.flat()).toEqual(written);
      expect(batches.every((batch) => batch.length >= 1 && batch.length <= 4)).toBe(true);
    }),
  );
});

test('every row of a file of vehicles has exactly one outcome, and each VIN is written once', () => {
  const named = [{ id: 'b', code: 'B', name: 'Kompakt' }];
  fc.assert(
    fc.property(table, mappingOf(fleetColumns), ({ head, rows }, mapping) => {
      const outcomes = planFleet({ head, rows }, mapping, {
        categories: named,
        branches: named,
        branchId: 'b',
        knownVins: new Set(['WVWZZZ1KZAW000009']),
      });
      expect(outcomes.map(({ line }) => line)).toEqual(rows.map(({ line }) => line));
      const vins = formsToWrite(outcomes, new Set()).map(({ form }) => form.vin);
      expect(new Set(vins).size).toBe(vins.length);
      expect(outcomes.filter((one) => one.kind === 'wrong' && one.problems.length === 0)).toEqual([]);
    }),
  );
});
