import { expect, test } from 'vitest';
import { countPdfPages, readPdfText } from '#build/pdf/render-page.ts';
import { cashReportInput, sampleCashReport } from '#build/pdf/sample-cash.ts';
import { cashReportOf, parseCashReportPaper } from '#shared/cash/cash-report-paper.ts';
import { formatAmount } from '#shared/money/format-money.ts';
import { rappen } from '#shared/money/rappen.ts';
import { makeCashReportPdf } from './cash-report-pdf.ts';

const languages = ['de', 'fr', 'it', 'en'] as const;

async function pagesOf(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const count = await countPdfPages(bytes);
  return Promise.all(
    Array.from({ length: count }, async (_, at) =>
      (await readPdfText(bytes, at + 1)).map(({ text }) => text),
    ),
  );
}

test.each([
  ['de', 'CHF 2.00 zu wenig'],
  ['fr', 'CHF 2.00 en moins'],
  ['it', 'CHF 2.00 in meno'],
  ['en', 'CHF 2.00 short'],
] as const)(
  'in %s: movements, count, the difference in words, other payments and VAT',
  async (language, words) => {
    const paper = sampleCashReport({ language });
    const bytes = await makeCashReportPdf(paper);
    const text = (await pagesOf(bytes)).flat().join('\n');
    // 200.00 + 356.85 = 556.85 … 996.35 expected, 994.35 counted, 200.00 stay.
    let from = 0;
    for (const part of [
      '200.00',
      '556.85',
      '1’056.85',
      '931.35',
      '996.35',
      '994.35',
      words,
      '794.35',
      '3’712.45',
      '301.56',
      'L. Rossi',
    ]) {
      expect(text.slice(from)).toContain(part);
      from = text.indexOf(part, from);
    }
    expect(await makeCashReportPdf(paper)).toEqual(bytes);
  },
);

test('a drawer that is right says so, and without VAT or other payments there is no word of them', async () => {
  const { count } = cashReportInput();
  const right = count.map((one) => (one.denomination === 200 ? { ...one, pieces: 3 } : one));
  const paper = sampleCashReport({ count: right, differenceReason: null, vat: [], otherPayments: [] });
  const text = (await pagesOf(await makeCashReportPdf(paper))).flat().join('\n');
  expect(text).toMatch(/Differenz\nkeine/);
  expect(text).not.toMatch(/MWST|Zahlungsarten|zu wenig/);
});

test.each(languages)(
  '200 movements in %s: the head on every page, a sum never alone, the balances in order',
  async (language) => {
    const amounts = Array.from({ length: 200 }, (_, at) => rappen(5 * (at + 1)));
    const movements = amounts.map((amount, at) => ({
      at: `2026-11-20T${String(8 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}:00.000Z`,
      kind: 'payment' as const,
      amount,
      by: 'M. Caduff',
      document: `ZRH-A-26-Q${String(at + 1).padStart(5, '0')}`,
      reason: at % 7 === 0 ? 'Ein längerer Grund, der in kleiner Schrift darunter steht' : null,
    }));
    const paper = sampleCashReport({ language, movements });
    const { balances, closing } = cashReportOf(paper);
    // 200.00 + 0.05 × (1 + … + 200) = 200.00 + 1’005.00
    expect(closing.expected).toBe(120_500);
    const pages = await pagesOf(await makeCashReportPdf(paper));
    const withMovements = pages.filter((texts) => texts.some((text) => /Q\d{5}$/.test(text)));
    expect(withMovements.length).toBeGreaterThan(3);
    const headOf = (texts: readonly string[]) =>
      texts.filter((text) => text.endsWith(' CHF') && !text.startsWith('Tot'))[0];
    expect(new Set(withMovements.map(headOf)).size).toBe(1);
    const sumPage = pages.findIndex((texts) => texts.some((text) => /^Total[e]? CHF$/.test(text)));
    expect(pages[sumPage]?.some((text) => text.endsWith('Q00200'))).toBe(true);
    const printed = pages.flat();
    let from = 0;
    for (const [at, balance] of balances.entries()) {
      from = printed.findIndex(
        (text, index) => index >= from && text.endsWith(movements[at]?.document ?? '?'),
      );
      expect(printed.slice(from, from + 5)).toContain(formatAmount(balance));
    }
  },
);

const [first] = cashReportInput().movements;
test.each([
  ['a coin that is not', { count: [{ denomination: 3, pieces: 1 }] }, 'count'],
  ['a movement not payable in cash', { movements: [{ ...first, amount: 3 }] }, 'movements.0'],
  ['a payment without its paper', { movements: [first, { ...first, document: null }] }, 'movements.1'],
  ['a difference without a reason', { differenceReason: null }, 'differenceReason'],
  ['more left than there is', { leftInDrawer: 100_000 }, 'leftInDrawer'],
  ['a close before the last movement', { closedAt: '2026-11-20T15:00:00.000Z' }, 'closedAt'],
  ['an issue before the close', { issuedAt: '2026-11-20T17:00:00.000Z' }, 'issuedAt'],
  ['VAT that does not add up', { vat: [{ rate: 810, gross: 100, net: 90, vat: 9 }] }, 'vat.0'],
  ['a rate twice', { vat: [0, 0].map(() => ({ rate: 810, gross: 108, net: 100, vat: 8 })) }, 'vat'],
  ['a number of another series', { number: 'ZRH-A-26-00031' }, 'number'],
])('%s is refused', (_, wrong, field) => {
  const refused = parseCashReportPaper({ ...cashReportInput(), ...wrong });
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'paper_field', field } });
});
