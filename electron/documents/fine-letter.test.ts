import { describe, expect, test } from 'vitest';
import { countPdfPages, readPdfText } from '#build/pdf/render-page.ts';
import {
  fineLetterInput,
  fineNoticeInput,
  sampleFineLetter,
  sampleFineNotice,
} from '#build/pdf/sample-fines.ts';
import { longCustomer } from '#build/pdf/sample-papers.ts';
import { parseFineLetterPaper } from '#shared/fines/fine-letter-paper.ts';
import { parseFineNoticePaper } from '#shared/fines/fine-notice-paper.ts';
import { makeFineLetterPdf, makeFineNoticePdf } from './fine-letter-pdf.ts';

const languages = ['de', 'fr', 'it', 'en'] as const;
/** Neither VAT nor any amount. */
const money = /MWST|TVA|IVA|VAT|CHF|EUR|\d\.\d\d(?!\d|\.\d)/;

async function textOf(bytes: Uint8Array): Promise<string> {
  return (await readPdfText(bytes, 1)).map(({ text }) => text).join('\n');
}

/** Whether the parts are read in this order. */
function expectOrder(text: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    expect(text.slice(from)).toContain(part);
    from = text.indexOf(part, from) + part.length;
  }
}

describe.each(languages)('in %s', (language) => {
  test('the authority reads the offence, who drove and the proof, in this order, and nothing of money', async () => {
    const paper = sampleFineLetter({ language });
    const bytes = await makeFineLetterPdf(paper);
    const text = await textOf(bytes);
    expect(await countPdfPages(bytes)).toBe(1);
    expectOrder(text, [
      'Stadtpolizei Zürich',
      '8005 Zürich',
      '04.12.2026',
      'ZH 731 204',
      '21.11.2026 16:42',
      'Badenerstrasse 120',
      'Annalena Brunner',
      'Seestrasse 14a, 8002 Zürich',
      'ZRH-A-26-00042',
      '20.11.2026 14:36',
      '23.11.2026 14:51',
      'M. Caduff',
      'Zürich, 09.12.2026',
    ]);
    expect(text).not.toMatch(money);
    expect(await makeFineLetterPdf(paper)).toEqual(bytes);
  });

  test('the renter reads what was said, and the fee with its invoice', async () => {
    const paper = sampleFineNotice({ language });
    const bytes = await makeFineNoticePdf(paper);
    const text = await textOf(bytes);
    expect(await countPdfPages(bytes)).toBe(1);
    expectOrder(text, ['Annalena Brunner', 'OB 2026-118 734 902', 'CHF 40.00', 'ZRH-A-26-R00051']);
    expect(text).not.toMatch(/MWST|TVA|IVA|VAT/);
    expect(await makeFineNoticePdf(paper)).toEqual(bytes);
    expect(await textOf(await makeFineNoticePdf(sampleFineNotice({ language, fee: null })))).not.toMatch(
      money,
    );
  });

  test('the longest names and texts stay on their page', async () => {
    const { offence } = fineLetterInput();
    const long = { ...offence, what: 'Überschreiten '.repeat(17), place: 'Strasse '.repeat(17) };
    const { name, addition, address } = longCustomer;
    const letter = await makeFineLetterPdf(
      sampleFineLetter({
        language,
        offence: long,
        authority: { name, addition, address },
        named: { role: 'renter', name, address, birthDate: '1991-04-17', licenceNumber: '003 482 915 007' },
        enclosures: Array.from({ length: 10 }, () => 'Beilage '.repeat(14)),
      }),
    );
    const pages = await countPdfPages(letter);
    expect(pages).toBeLessThanOrEqual(2);
    for (let page = 1; page <= pages; page += 1) {
      for (const { x, y, width } of await readPdfText(letter, page)) {
        expect(x + width).toBeLessThan(540);
        expect(y).toBeGreaterThan(30);
      }
    }
  });
});

test('birth date and licence are on the letter only where they were given', async () => {
  const { named } = fineLetterInput();
  expect(await textOf(await makeFineLetterPdf(sampleFineLetter()))).not.toMatch(
    /17\.04\.1991|482 915|Geboren/,
  );
  const full = sampleFineLetter({
    named: { ...named, birthDate: '1991-04-17', licenceNumber: '003 482 915 007' },
  });
  const text = await textOf(await makeFineLetterPdf(full));
  expect(text).toContain('17.04.1991');
  expect(text).toContain('003 482 915 007');
});

test('a driver who is not the renter is named in the notice', async () => {
  const text = await textOf(await makeFineNoticePdf(sampleFineNotice({ driverName: 'Łukasz Nováček' })));
  expect(text.replaceAll('\n', ' ')).toContain('Namen und Adresse von Łukasz Nováček');
});

const { offence, rental, named } = fineLetterInput();
test.each([
  ['a fine before the check-out', { offence: { ...offence, day: '2026-11-20', time: '14:36' } }, 'rental'],
  ['a fine at the return', { offence: { ...offence, day: '2026-11-23', time: '14:51' } }, 'rental'],
  ['a fine after the letter', { issuedOn: '2026-11-20' }, 'offence.day'],
  [
    'a time that never was',
    {
      offence: { ...offence, day: '2026-03-29', time: '02:30' },
      rental: { ...rental, from: '2026-03-01T00:00:00.000Z' },
    },
    'offence.time',
  ],
  ['no time', { offence: { ...offence, time: '24:10' } }, 'offence.time'],
  ['a rental backwards', { rental: { ...rental, to: rental.from } }, 'rental.to'],
  ['a number of another series', { number: 'ZRH-A-26-R00004' }, 'number'],
  ['a birth after the offence', { named: { ...named, birthDate: '2026-11-21' } }, 'named.birthDate'],
  ['an amount', { fee: 4_000 }, 'fee'],
])('the letter refuses %s', (_, wrong, field) => {
  const refused = parseFineLetterPaper({ ...fineLetterInput(), ...wrong });
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'paper_field', field } });
});

test('a fine in the hour that happens twice is within the rental if one of the two is', () => {
  const twice = {
    offence: { ...offence, day: '2026-10-25', time: '02:30' },
    rental: { ...rental, from: '2026-10-25T01:10:00.000Z', to: null },
  };
  expect(parseFineLetterPaper({ ...fineLetterInput(), ...twice }).ok).toBe(true);
});

test.each([
  ['a fee of nothing', { fee: { amount: 0, currency: 'CHF', invoiceNumber: null } }, 'fee.amount'],
  [
    'an invoice of another series',
    { fee: { amount: 4_000, currency: 'CHF', invoiceNumber: 'R17' } },
    'fee.invoiceNumber',
  ],
  ['named before the offence', { namedOn: '2026-11-20' }, 'namedOn'],
])('the notice refuses %s', (_, wrong, field) => {
  const refused = parseFineNoticePaper({ ...fineNoticeInput(), ...wrong });
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'paper_field', field } });
});
