import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { qrReference } from '../numbering/qr-reference.ts';
import { must } from '../result/result.ts';
import { parseBankAmount } from './parse-bank-amount.ts';
import { type CamtItem, readCamt } from './read-camt.ts';
import { type CamtEntrySketch, type CamtSketch, camtText } from './testing-camt.ts';

const qrr = must(qrReference({ bankPrefix: '210000', counterNo: 7, year: 2026, running: 17 }));
const scor = 'RF18539007547034';

/** Reads a whole text, cut into pieces. */
async function read(text: string, pieceLength = 1000) {
  const pieces = Array.from({ length: Math.ceil(text.length / pieceLength) }, (_, at) =>
    text.slice(at * pieceLength, (at + 1) * pieceLength),
  );
  const items: CamtItem[] = [];
  const reading = readCamt(pieces);
  for (;;) {
    const next = await reading.next();
    if (next.done === true) return { items, result: next.value };
    items.push(next.value);
  }
}

async function readEntries(...entries: readonly CamtEntrySketch[]) {
  const { items, result } = await read(camtText({ entries }));
  must(result);
  return items;
}

async function paymentOf(sketch: CamtSketch | CamtEntrySketch) {
  const { items } = await read(camtText('entries' in sketch ? sketch : { entries: [sketch] }));
  const [item] = items;
  if (item?.kind !== 'payment') throw new Error(`no payment: ${JSON.stringify(item)}`);
  return item.payment;
}

describe('a payment', () => {
  const details = [
    { amount: '237.00', ref: qrr, servicerRef: 'D1', payer: 'Annalena Brunner', ustrd: 'Danke' },
  ];
  const entry = { amount: '237.00', servicerRef: 'E1', ntryRef: 'CH4431999123000889012', details };

  test.each(['camt.053', 'camt.054'] as const)('is read alike from both versions of %s', async (message) => {
    for (const version of ['04', '08'] as const) {
      expect(await paymentOf({ message, version, entries: [entry] })).toEqual({
        at: {
          message,
          version,
          statement: 1,
          messageId: 'M1',
          page: '',
          statementId: 'S1',
          entry: 1,
          detail: 1,
          line: 9,
        },
        account: 'CH9300762011623852957',
        qrIban: 'CH4431999123000889012',
        amount: 23_700,
        currency: 'CHF',
        direction: 'credit',
        isReversal: false,
        bookedOn: '2026-11-18',
        valueOn: '2026-11-18',
        entryServicerRef: 'E1',
        detailServicerRef: 'D1',
        uetr: null,
        endToEndId: null,
        payerName: 'Annalena Brunner',
        ultimatePayerName: null,
        payerIban: null,
        references: [{ type: 'QRR', value: qrr, from: 'CdtrRefInf' }],
        invalidReferences: [],
        text: 'Danke',
        batchWithoutDetails: null,
      });
    }
  });

  test('is read alike however the file is cut, with prefixed names and CDATA', async () => {
    const text = camtText({ entries: [entry, { amount: '1', info: 'a &amp; b' }] });
    const whole = await read(text);
    for (const length of [1, 2, 7, 4096, text.length]) expect(await read(text, length)).toEqual(whole);
    const prefixed = text
      .replaceAll(/<(\/?)(?=[A-Z])/g, '<$1c:')
      .replace('xmlns=', 'xmlns:c=')
      .replace('a &amp; b', '<![CDATA[a & b]]>');
    expect(await read(prefixed)).toEqual(whole);
  });

  test('carries what tells it apart, for whom was paid, and the message beside the reference', async () => {
    const uetr = 'b009c997-97b3-4a9c-803c-d645a7276bf0';
    for (const version of ['04', '08'] as const) {
      const detail = { ...details[0], amount: '237', ustrd: 'Danke', besides: 'Instruction of 03.04.2019' };
      const told = { ...detail, uetr, endToEndId: 'E2E-1', ultimatePayer: 'Jörg Bärtschi' };
      expect(await paymentOf({ version, entries: [{ ...entry, details: [told] }] })).toMatchObject({
        uetr,
        endToEndId: 'E2E-1',
        payerName: 'Annalena Brunner',
        ultimatePayerName: 'Jörg Bärtschi',
        text: 'Danke · Instruction of 03.04.2019',
      });
    }
    const orange = { amount: '1', details: [{ amount: '1', besides: '?REJECT?0' }] };
    expect((await paymentOf(orange)).text).toBe('');
  });

  test.each(['NOTPROVIDED', 'Not provided', 'NONREF', '0000000000'])(
    'has no reference of the bank where %s stands',
    async (none) => {
      const detail = { amount: '1', servicerRef: none, endToEndId: none };
      expect(await paymentOf({ amount: '1', servicerRef: none, details: [detail] })).toMatchObject({
        entryServicerRef: null,
        detailServicerRef: null,
        endToEndId: null,
      });
    },
  );

  test('in the payer’s currency is booked as the entry says; among several it is refused', async () => {
    const foreign = { amount: '250.00', currency: 'EUR' };
    expect(await paymentOf({ amount: '237.00', details: [foreign] })).toMatchObject({
      amount: 23_700,
      currency: 'CHF',
    });
    expect(await readEntries({ amount: '237.00', details: [{ amount: '137.00' }, foreign] })).toMatchObject([
      { kind: 'payment', payment: { amount: 13_700 } },
      { kind: 'refused', refusal: { code: 'currency_not_taken', currency: 'EUR' } },
    ]);
  });

  test('without an amount among several is refused, not given that of the whole booking', async () => {
    const text = camtText({ entries: [{ amount: '237', details: [{ amount: '100' }, { amount: '137' }] }] });
    const { items } = await read(text.replace('<Amt Ccy="CHF">100</Amt>', ''));
    expect(items).toMatchObject([
      { kind: 'refused', refusal: { code: 'element_missing' } },
      { kind: 'payment', payment: { amount: 13_700 } },
    ]);
  });

  test('is not made of what a bank adds under a name of its own', async () => {
    const own = '<SplmtryData xmlns="urn:bank"><Amt Ccy="CHF">9.00</Amt></SplmtryData>';
    const other = '<b:Amt xmlns:b="urn:bank" Ccy="CHF">9.00</b:Amt>';
    const text = camtText({ entries: [{ amount: '1' }] }).replace('<Amt', `${own}${other}<Amt`);
    expect((await read(text)).items).toMatchObject([{ payment: { amount: 100 } }]);
  });

  test.each<[string, CamtEntrySketch, string, string]>([
    [
      'CdtrRefInf, in groups',
      { amount: '1', details: [{ amount: '1', ref: 'RF18 5390 0754 7034' }] },
      scor,
      'CdtrRefInf',
    ],
    ['Ustrd', { amount: '1', details: [{ amount: '1', ustrd: `Rechnung ${qrr}, danke` }] }, qrr, 'Ustrd'],
    [
      'the message beside the reference',
      { amount: '1', details: [{ amount: '1', besides: `Rg. ${qrr}` }] },
      qrr,
      'AddtlRmtInf',
    ],
    [
      'Ustrd, SCOR in groups before a word',
      { amount: '1', details: [{ amount: '1', ustrd: 'RF18 5390 0754 7034 MERCI' }] },
      scor,
      'Ustrd',
    ],
    ['AddtlNtryInf without details', { amount: '1', info: `GUTSCHRIFT ${qrr}` }, qrr, 'AddtlNtryInf'],
    [
      'AddtlNtryInf of a single detail',
      { amount: '1', details: [{ amount: '1' }], info: `QRR ${qrr}` },
      qrr,
      'AddtlNtryInf',
    ],
  ])('has its reference in %s', async (_, sketch, value, from) => {
    expect((await paymentOf(sketch)).references).toMatchObject([{ value, from }]);
  });

  test('shows a reference that is none', async () => {
    const ref = `${qrr.slice(0, 26)}${(Number(qrr[26]) + 1) % 10}`;
    const payment = await paymentOf({ amount: '1', details: [{ amount: '1', ref }] });
    expect(payment).toMatchObject({
      references: [],
      invalidReferences: [{ value: ref, code: 'qrr_check_digit' }],
    });
  });

  test('may go out, or be taken back', async () => {
    expect(await paymentOf({ amount: '5.5', direction: 'DBIT' })).toMatchObject({
      direction: 'debit',
      amount: 550,
    });
    expect(await paymentOf({ amount: '5', direction: 'DBIT', reversal: true })).toMatchObject({
      isReversal: true,
    });
  });

  test('has the Swiss day of a moment', async () => {
    const text = camtText({ entries: [{ amount: '1' }] }).replace(
      '<BookgDt><Dt>2026-11-18</Dt>',
      '<BookgDt><DtTm>2026-11-18T23:30:00Z</DtTm>',
    );
    const { items } = await read(text);
    expect(items).toMatchObject([{ payment: { bookedOn: '2026-11-19' } }]);
  });
});

describe('a batch', () => {
  test('gives a payment for each detail; the text of the entry is about none of them', async () => {
    const details = [{ amount: '1.10', ref: qrr }, { amount: '2.20' }, { amount: '3.30', ref: scor }];
    const items = await readEntries({ amount: '6.60', batchCount: 3, details, info: qrr });
    expect(items).toMatchObject([
      { payment: { amount: 110, at: { entry: 1, detail: 1 }, references: [{ value: qrr }] } },
      { payment: { amount: 220, at: { entry: 1, detail: 2 }, references: [] } },
      { payment: { amount: 330, at: { entry: 1, detail: 3 }, references: [{ value: scor }] } },
    ]);
    expect(items).toHaveLength(3);
  });

  test('without details says how many payments it is', async () => {
    expect(await paymentOf({ amount: '100', batchCount: 12 })).toMatchObject({
      batchWithoutDetails: 12,
      amount: 10_000,
    });
  });

  test('whose sum or count differs is told, beside its payments', async () => {
    const details = [{ amount: '1' }, { amount: '2' }];
    const wrongSum = await readEntries({ amount: '4', batchCount: 2, details });
    expect(wrongSum.at(-1)).toMatchObject({
      isNote: true,
      refusal: {
        code: 'batch_sum_differs',
        said: 400,
        found: 300,
        line: 5,
        path: 'Document/BkToCstmrDbtCdtNtfctn/Ntfctn[1]/Ntry[1]',
      },
    });
    const wrongCount = await readEntries({ amount: '3', batchCount: 3, details });
    expect(wrongCount.map((item) => item.kind)).toEqual(['payment', 'payment', 'refused']);
    expect(wrongCount.at(-1)).toMatchObject({ refusal: { code: 'batch_count_differs', said: 3, found: 2 } });
  });
});

describe('an entry alone is refused', () => {
  test.each<[string, CamtEntrySketch, object]>([
    [
      'three decimals',
      { amount: '1.000' },
      { code: 'amount_decimals', path: expect.stringMatching(/Ntry\[1\]\/Amt$/), line: 5 },
    ],
    ['a sign', { amount: '-1.00' }, { code: 'amount_format' }],
    ['1e3', { amount: '1e3' }, { code: 'amount_format' }],
    ['more than a double holds', { amount: '99999999999999999' }, { code: 'amount_too_large' }],
    ['dollars', { amount: '1', currency: 'USD' }, { code: 'currency_not_taken', currency: 'USD' }],
    ['a third direction', { amount: '1', direction: 'BOTH' }, { code: 'direction_unknown', line: 6 }],
    ['a day that is none', { amount: '1', day: '2026-02-30' }, { code: 'date_format' }],
    [
      'a wrong detail',
      { amount: '3', details: [{ amount: '2' }, { amount: '1.001' }] },
      { code: 'amount_decimals', path: expect.stringMatching(/Ntry\[1\]\/NtryDtls\/TxDtls\[2\]\/Amt$/) },
    ],
  ])('for %s, and the next one is read', async (_, entry, refusal) => {
    const items = await readEntries(entry, { amount: '7' });
    expect(items.find(({ kind }) => kind === 'refused')).toMatchObject({ refusal, isNote: false });
    expect(items.at(-1)).toMatchObject({ kind: 'payment', payment: { amount: 700, at: { entry: 2 } } });
  });

  test('or only told, when it is not booked', async () => {
    expect(await readEntries({ amount: '1', status: 'PDNG' })).toMatchObject([
      { kind: 'not_booked', status: 'PDNG' },
    ]);
  });
});

describe('a file is refused as a whole', () => {
  const good = camtText({ entries: [{ amount: '1', info: 'x' }] });
  const withDoctype = (declaration: string) => good.replace('<Document', `${declaration}\n<Document`);
  const laughs = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>`;

  test.each<[string, string, object]>([
    ['a billion laughs', withDoctype(laughs).replace('>x<', '>&c;<'), { code: 'doctype', line: 2 }],
    [
      'an external entity',
      withDoctype('<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>').replace('>x<', '>&e;<'),
      { code: 'doctype' },
    ],
    [
      'a DTD from elsewhere',
      withDoctype('<!DOCTYPE d SYSTEM "http://127.0.0.1/d.dtd">'),
      { code: 'doctype' },
    ],
    [
      'a DTD without an end',
      good.replace('<Document', `<!DOCTYPE d [${'<!-- x -->'.repeat(200_000)}`),
      { code: 'element_too_long' },
    ],
    [
      'an entity that nobody declared',
      good.replace('>x<', '>&nbsp;<'),
      { code: 'entity_unknown', line: 9, path: expect.stringMatching(/Ntry\/AddtlNtryInf$/) },
    ],
    [
      'an entity named like what objects inherit',
      good.replace('>x<', '>&constructor;<'),
      { code: 'entity_unknown' },
    ],
    ['an end in the middle', good.slice(0, -40), { code: 'not_well_formed' }],
    ['a wrong end tag', good.replace('</Amt>', '</Amount>'), { code: 'not_well_formed', line: 5 }],
    ['no XML', 'Datum;Betrag\n1.1.2026;5.00', { code: 'not_well_formed' }],
    ['nothing', '', { code: 'not_well_formed' }],
    [
      'another version',
      good.replace('054.001.08', '054.001.02'),
      { code: 'namespace_unknown', line: 2, path: 'Document' },
    ],
    ['a payment order', good.replace('camt.054', 'pain.001'), { code: 'namespace_unknown' }],
    [
      'a message of another kind',
      good.replaceAll('BkToCstmrDbtCdtNtfctn', 'BkToCstmrStmt'),
      { code: 'message_unknown' },
    ],
    [
      'no message',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"/>',
      { code: 'message_unknown' },
    ],
    [
      'a prefix that nobody declared',
      good.replace('<AddtlNtryInf>', '<x:a/><AddtlNtryInf>'),
      { code: 'not_well_formed' },
    ],
    ['another encoding', good.replace('UTF-8', 'ISO-8859-1'), { code: 'encoding' }],
    [
      'a text without an end',
      good.replace('>x<', `>${'x'.repeat(1_200_000)}<`),
      { code: 'element_too_long' },
    ],
    [
      'an endless detail',
      good.replace('<AddtlNtryInf>', `${'<A>b</A>'.repeat(30_000)}<AddtlNtryInf>`),
      { code: 'element_too_long' },
    ],
    ['a hundred levels', good.replace('>x<', `>${'<a>'.repeat(100)}<`), { code: 'too_deep' }],
  ])('for %s', async (_, text, refusal) => {
    expect((await read(text, 50_000)).result).toMatchObject({ ok: false, refusal });
  });

  test('and the file of these cases is itself taken', async () => {
    const { result } = await read(good);
    expect(must(result)).toEqual({ message: 'camt.054', version: '08', statements: 1, entries: 1, items: 1 });
  });
});

test('every amount of two decimals is read to the Rappen', () => {
  fc.assert(
    fc.property(fc.nat(99_999_999_999), (value) => {
      const digits = String(value).padStart(3, '0');
      expect(must(parseBankAmount(`${digits.slice(0, -2)}.${digits.slice(-2)}`))).toBe(value);
    }),
  );
});
