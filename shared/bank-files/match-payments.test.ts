import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rappen } from '../money/rappen.ts';
import { creditorReference } from '../numbering/creditor-reference.ts';
import { formatQrReference, qrReference } from '../numbering/qr-reference.ts';
import { must } from '../result/result.ts';
import { isoDay } from '../time/instant.ts';
import { PaymentMatcher } from './match-payments.ts';
import { nameSimilarity } from './name-similarity.ts';
import type { OpenInvoice } from './open-invoice.ts';
import { readCamt } from './read-camt.ts';
import { type CamtEntrySketch, type CamtSketch, camtText } from './testing-camt.ts';

const bankPrefix = '210000';
const qrrOf = (running: number, prefix = bankPrefix) =>
  must(qrReference({ bankPrefix: prefix, counterNo: 7, year: 2026, running }));
const scor = must(creditorReference('ZRHA26R00002'));

const brunner: OpenInvoice = {
  id: 'i1',
  number: 'ZRH-A-26-R00001',
  reference: formatQrReference(qrrOf(1)),
  open: rappen(23_700),
  currency: 'CHF',
  customerName: 'Annalena Brunner',
  issuedOn: isoDay('2026-11-01'),
};
const muster: OpenInvoice = {
  ...brunner,
  id: 'i2',
  number: 'ZRH-A-26-R00002',
  reference: scor,
  open: rappen(50_000),
  currency: 'EUR',
  customerName: 'Müller Söhne AG',
};
const old: OpenInvoice = {
  ...brunner,
  id: 'i3',
  number: 'ZRH-A-26-R00003',
  reference: null,
  open: rappen(12_345),
  customerName: 'Jörg Bärtschi',
  issuedOn: isoDay('2026-06-01'),
};

async function match(...files: readonly (CamtSketch | readonly CamtEntrySketch[])[]) {
  const matcher = new PaymentMatcher([brunner, muster, old], bankPrefix);
  for (const [at, file] of files.entries()) {
    const sketch = Symbol.iterator in file ? { entries: file } : file;
    for await (const item of readCamt([camtText(sketch)])) matcher.take(item, at);
  }
  return matcher.finish();
}

const paid = (amount: string, ref?: string, servicerRef?: string): CamtEntrySketch => ({
  amount,
  ...(servicerRef === undefined ? {} : { servicerRef }),
  details: [{ amount, payer: 'Brunner Annalena', ...(ref === undefined ? {} : { ref }) }],
});

describe('a reference finds its invoice', () => {
  test.each([
    ['exact', '237.00', 0],
    ['part', '200.00', 3_700],
    ['over', '237.05', -5],
  ])('%s', async (outcome, amount, openAfter) => {
    expect((await match([paid(amount, qrrOf(1))])).matched).toMatchObject([
      { invoiceId: 'i1', outcome, openBefore: 23_700, openAfter },
    ]);
  });

  test('in parts, then once too often, then taken back', async () => {
    const reversal = { ...paid('237', qrrOf(1)), direction: 'DBIT', reversal: true };
    const { matched } = await match([
      paid('200', qrrOf(1)),
      paid('37', qrrOf(1)),
      paid('237', qrrOf(1)),
      reversal,
    ]);
    expect(matched.map(({ outcome, openAfter }) => [outcome, openAfter])).toEqual([
      ['part', 3_700],
      ['exact', 0],
      ['over', -23_700],
      ['reversal', 0],
    ]);
  });

  test('SCOR, in euros', async () => {
    const entry = { ...paid('500', scor), currency: 'EUR' };
    expect((await match([entry])).matched).toMatchObject([{ invoiceId: 'i2', outcome: 'exact' }]);
  });
});

describe('is left over', () => {
  test.each<[string, CamtEntrySketch, object]>([
    ['without a reference', paid('1'), { code: 'no_reference' }],
    ['of no invoice that we were given', paid('1', qrrOf(999)), { code: 'reference_unknown' }],
    ['of another bank prefix', paid('1', qrrOf(1, '330000')), { code: 'reference_not_ours' }],
    ['with a mistyped one', paid('1', '1'.repeat(27)), { code: 'reference_invalid', why: 'qrr_check_digit' }],
    [
      'in another currency',
      paid('500', scor),
      { code: 'currency_differs', invoiceId: 'i2', invoiceCurrency: 'EUR' },
    ],
    [
      'for two invoices',
      { amount: '737', details: [{ amount: '737', ref: qrrOf(1), ustrd: scor }] },
      { code: 'several_references' },
    ],
    ['as a sum of many', { amount: '1000', batchCount: 9 }, { code: 'batch_without_details', payments: 9 }],
  ])('%s', async (_, entry, reason) => {
    const { leftOver, matched } = await match([entry]);
    expect(leftOver).toMatchObject([{ reason }]);
    expect(matched).toEqual([]);
  });

  test('with the likeliest invoices and why', async () => {
    const { leftOver } = await match([
      paid('237.00'),
      {
        amount: '100',
        details: [{ amount: '100', payer: 'BAERTSCHI JOERG', ustrd: 'zrh-a-26-r00003 1. Rate' }],
      },
      { amount: '99', details: [{ amount: '99', payer: 'Unbekannt' }] },
    ]);
    expect(leftOver.map(({ likeliest }) => likeliest)).toEqual([
      [
        {
          invoiceId: 'i1',
          number: brunner.number,
          score: 60,
          because: [
            { what: 'amount', points: 30, difference: 0 },
            { what: 'name', points: 25, percentAlike: 100 },
            { what: 'age', points: 5, days: 17 },
          ],
        },
      ],
      [
        {
          invoiceId: 'i3',
          number: old.number,
          score: 65,
          because: [
            { what: 'number_in_text', points: 40 },
            { what: 'name', points: 25, percentAlike: 100 },
          ],
        },
      ],
      [],
    ]);
  });

  test('and an invoice that was paid meanwhile is not likely', async () => {
    const { leftOver } = await match([paid('237.00'), paid('237', qrrOf(1))]);
    expect(leftOver).toMatchObject([{ likeliest: [] }]);
  });
});

describe('is ignored with a reason', () => {
  test.each<[string, CamtEntrySketch]>([
    ['debit', { amount: '1', direction: 'DBIT' }],
    ['reversed_debit', { amount: '1', reversal: true }],
    ['zero', { amount: '0.00' }],
    ['not_booked', { amount: '1', status: 'PDNG' }],
  ])('%s', async (reason, entry) => {
    expect((await match([entry])).ignored).toMatchObject([{ reason }]);
  });
});

describe('duplicates', () => {
  const entry = paid('237', qrrOf(1), 'A1');
  test('the same file twice, and the same payment in camt.053 and camt.054', async () => {
    const statement: CamtSketch = { message: 'camt.053', entries: [entry] };
    for (const other of [[entry], statement]) {
      const { matched, ignored } = await match([entry], other);
      expect(matched).toMatchObject([{ outcome: 'exact' }]);
      expect(ignored).toMatchObject([
        { reason: 'duplicate', file: 1, sameAs: { file: 0, entry: 1, detail: 1 } },
      ]);
    }
  });

  test('two equal details of one batch are two payments, and two duplicates elsewhere', async () => {
    const details = [
      { amount: '5', ref: qrrOf(1) },
      { amount: '5', ref: qrrOf(1) },
    ];
    const batch = { amount: '10', servicerRef: 'B1', details };
    const { matched, ignored } = await match([batch], [batch]);
    expect(matched).toHaveLength(2);
    expect(ignored.map(({ reason }) => reason)).toEqual(['duplicate', 'duplicate']);
  });

  test('the sum in camt.053 gives way to the details in camt.054, whichever comes first', async () => {
    const sum: CamtSketch = {
      message: 'camt.053',
      entries: [{ amount: '10', servicerRef: 'B1', batchCount: 2 }],
    };
    const parts = [
      { amount: '10', servicerRef: 'B1', details: [{ amount: '4', ref: qrrOf(1) }, { amount: '6' }] },
    ];
    for (const files of [
      [sum, parts],
      [parts, sum],
    ] as const) {
      const { matched, leftOver, ignored } = await match(...files);
      expect([matched.length, leftOver.length]).toEqual([1, 1]);
      expect(ignored).toMatchObject([{ reason: 'duplicate', payment: { amount: 1_000 } }]);
    }
  });

  test('an entry in camt.053 without its only detail gives way to camt.054, whichever comes first', async () => {
    for (const batchCount of [undefined, 1]) {
      const bare = { amount: '237', servicerRef: 'A1', ...(batchCount === undefined ? {} : { batchCount }) };
      const statement: CamtSketch = { message: 'camt.053', entries: [bare] };
      for (const files of [
        [statement, [entry]],
        [[entry], statement],
      ] as const) {
        const { matched, leftOver, ignored } = await match(...files);
        expect([matched.length, leftOver.length]).toEqual([1, 0]);
        expect(ignored).toMatchObject([{ reason: 'duplicate', payment: { at: { message: 'camt.053' } } }]);
      }
    }
    const { leftOver } = await match([entry, { amount: '2', servicerRef: 'A1' }]);
    expect(leftOver).toMatchObject([{ payment: { amount: 200 } }]);
  });

  test('other amounts, other references and payments without the bank’s reference are none', async () => {
    const { ignored } = await match(
      [entry, paid('1', qrrOf(1))],
      [paid('236', qrrOf(1), 'A1'), paid('237', qrrOf(1), 'A2'), paid('1', qrrOf(1))],
    );
    expect(ignored).toEqual([]);
  });
});

test('nothing is dropped, and no Rappen is lost between the payments and the invoices', async () => {
  const detail = fc.record({
    amount: fc.integer({ min: 0, max: 60_000 }).map((value) => (value / 100).toFixed(2)),
    ref: fc.constantFrom(qrrOf(1), qrrOf(2), scor, '1'.repeat(27)),
    servicerRef: fc.constantFrom('D1', 'D2', 'D3'),
  });
  const entry = fc.array(detail, { minLength: 1, maxLength: 4 }).chain((details) =>
    fc.record({
      amount: fc.constant(
        (details.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0) / 100).toFixed(2),
      ),
      details: fc.constant(details),
      direction: fc.constantFrom('CRDT', 'DBIT'),
      reversal: fc.boolean(),
      currency: fc.constantFrom('CHF', 'EUR', 'USD'),
      servicerRef: fc.constantFrom('E1', 'E2'),
    }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(entry, { maxLength: 5 }), { minLength: 1, maxLength: 3 }),
      async (files) => {
        const { read, matched, leftOver, ignored, refused } = await match(...files);
        expect(matched.length + leftOver.length + ignored.length + refused.length).toBe(read);
        const wrong = files.flat().filter(({ currency }) => currency === 'USD');
        expect(refused).toHaveLength(wrong.length);
        const good = files.flat().filter(({ currency }) => currency !== 'USD');
        expect(read - refused.length).toBe(good.flatMap(({ details }) => details).length);
        const moved = matched.reduce((sum, { openBefore, openAfter }) => sum + openBefore - openAfter, 0);
        const paidIn = matched.reduce(
          (sum, { payment }) => sum + (payment.direction === 'credit' ? payment.amount : 0 - payment.amount),
          0,
        );
        expect(moved).toBe(paidIn);
      },
    ),
    { numRuns: 60 },
  );
});

test('names are alike without accents, order and kind of company', () => {
  expect(nameSimilarity('Müller Söhne AG', 'SOEHNE MUELLER')).toBe(1);
  expect(nameSimilarity('Annalena Brunner', 'A. Brunner')).toBeGreaterThan(0.5);
  expect(nameSimilarity('Annalena Brunner', 'Zoë Widmer')).toBeLessThan(0.2);
  expect(nameSimilarity('', '')).toBe(0);
});
