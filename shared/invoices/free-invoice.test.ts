import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { basisPoints, rappen } from '../money/rappen.ts';
import { shareOf } from '../money/rounding.ts';
import { refusalLanguages, sayRefusal } from '../result/refusal-texts.ts';
import { must } from '../result/result.ts';
import { isoDay } from '../time/instant.ts';
import { type Discount, type FreeInvoiceRequest, type FreeItem, freeInvoice } from './free-invoice.ts';
import type { FreeInvoiceRefusal } from './free-invoice-refusal.ts';
import { freeInvoiceRefusalTexts, quantityRefusalTexts } from './free-invoice-refusal-texts.ts';
import { formatQuantity, parseQuantity, priceOf } from './quantity.ts';

const quantity = (text: string) => must(parseQuantity(text));
const percent = (rate: number): Discount => ({ kind: 'rate', rate: basisPoints(rate * 100) });
const off = (amount: number): Discount => ({ kind: 'amount', amount: rappen(amount) });

function item(title: string, many: string, unitPrice: number, rest: Partial<FreeItem> = {}): FreeItem {
  return {
    title,
    explanation: null,
    quantity: quantity(many),
    unit: null,
    unitPrice: rappen(unitPrice),
    servedOn: isoDay('2026-11-20'),
    vatKind: 'standard',
    discount: null,
    ...rest,
  };
}

function request(items: readonly FreeItem[], rest: Partial<FreeInvoiceRequest> = {}): FreeInvoiceRequest {
  return { language: 'de', basis: 'gross', vatRegistered: true, items, discount: null, ...rest };
}

const made = (...args: Parameters<typeof request>) => must(freeInvoice(request(...args)));
const amounts = (...args: Parameters<typeof request>) => made(...args).lines.map(({ amount }) => amount);

describe('by hand', () => {
  test('hours at a gross price', () => {
    // 2.5 × 120.00 = 300.00; in it 300.00 × 8.1 / 108.1 = 22.4792… → 22.48
    expect(made([item('Reinigung', '2.5', 12_000, { unit: 'Std.' })])).toEqual({
      lines: [
        {
          title: 'Reinigung',
          explanation: '2.5 Std. zu 120.00',
          amount: 30_000,
          vatKind: 'standard',
          vatRate: 810,
        },
      ],
      total: 30_000,
      vat: [{ rate: 810, gross: 30_000, net: 27_752, vat: 2_248 }],
      service: { from: '2026-11-20', to: '2026-11-20' },
    });
  });

  test('three decimals of a quantity are rounded once, half up', () => {
    // 1.333 × 10.05 = 13.39665 → 13.40; 0.125 × 0.04 = 0.005 → 0.01; 0.5 × 0.01 = 0.005 → 0.01; 0.499 × 0.01 → 0.00
    expect(
      amounts([item('a', '1.333', 1_005), item('b', '0.125', 4), item('c', '0.5', 1), item('d', '0.499', 1)]),
    ).toEqual([1_340, 1, 1, 0]);
  });

  test('net prices: VAT on the sum of the rate, and the lines share it', () => {
    // 3 × (0.06 net): VAT on 0.18 is 0.01458 → 0.01, so 0.19 in all; each line alone would be 0.06486 → 0.06, 0.18 in all.
    // Sums with VAT: 0.06 → 0.06, 0.12 → 0.13, 0.18 → 0.19: lines of 0.06, 0.07, 0.06.
    const invoice = made([item('a', '1', 6), item('b', '1', 6), item('c', '1', 6)], { basis: 'net' });
    expect(invoice.lines.map(({ amount }) => amount)).toEqual([6, 7, 6]);
    expect(invoice.vat).toEqual([{ rate: 810, gross: 19, net: 18, vat: 1 }]);
    expect(invoice.lines[0]?.explanation).toBe('1 zu 0.06 exkl. MWST');
  });

  test('a discount on one item', () => {
    // 3 × 79.90 = 239.70; 10 % = 23.97; 215.73
    const invoice = made([item('Dachbox', '3', 7_990, { discount: percent(10) })]);
    expect(invoice.total).toBe(21_573);
    expect(invoice.lines[0]?.explanation).toBe('3 zu 79.90, Rabatt 10\u00a0% −23.97');
  });

  test('a discount on the whole is split over the rates by what they come to', () => {
    // 100.00 at 8.1 % and 50.01 without VAT; 10.00 off: 10.00 × 100.00 / 150.01 = 6.66622…, × 50.01 / 150.01 = 3.33377…
    // Whole Rappen 6.66 + 3.33 = 9.99; the one that is left goes to the larger remainder, 0.622 against 0.377.
    const invoice = made(
      [item('Überführung', '1', 10_000), item('Schaden', '1', 5_001, { vatKind: 'none' })],
      { discount: off(1_000) },
    );
    expect(invoice.lines.slice(2)).toEqual([
      { title: 'Rabatt', explanation: null, amount: -667, vatKind: 'standard', vatRate: 810 },
      { title: 'Rabatt', explanation: null, amount: -333, vatKind: 'none', vatRate: 0 },
    ]);
    // In 93.33: 93.33 × 8.1 / 108.1 = 6.99327… → 6.99
    expect(invoice.vat).toEqual([{ rate: 810, gross: 9_333, net: 8_634, vat: 699 }]);
    expect(invoice.total).toBe(14_001);
  });

  test('the day of the service decides the rate, not the invoice', () => {
    // 2023: 7.7 %: 107.70 × 7.7 / 107.7 = 7.70; 2024: 8.1 %: 108.10 × 8.1 / 108.1 = 8.10
    const invoice = made([
      item('2023', '1', 10_770, { servedOn: isoDay('2023-12-31') }),
      item('2024', '1', 10_810, { servedOn: isoDay('2024-01-01') }),
    ]);
    expect(invoice.vat).toEqual([
      { rate: 810, gross: 10_810, net: 10_000, vat: 810 },
      { rate: 770, gross: 10_770, net: 10_000, vat: 770 },
    ]);
    expect(invoice.service).toEqual({ from: '2023-12-31', to: '2024-01-01' });
  });

  test('a company that is not registered charges no VAT and does not name it', () => {
    const invoice = made([item('a', '2', 1_000)], { basis: 'net', vatRegistered: false });
    expect(invoice).toMatchObject({ total: 2_000, vat: [] });
    expect(invoice.lines[0]).toMatchObject({ explanation: '2 zu 10.00', vatKind: 'none', vatRate: 0 });
  });

  test('all of it off leaves nothing', () => {
    expect(made([item('a', '1', 999), item('b', '1', 1)], { discount: percent(100) }).total).toBe(0);
  });
});

test.each([
  [{ items: [] }, { code: 'no_items' }],
  [{ items: Array.from({ length: 401 }, () => item('a', '1', 1)) }, { code: 'too_many_items', limit: 400 }],
  [{ items: [item('a', '1', 1), item('b', '1', -1)] }, { code: 'price_negative', position: 1 }],
  [{ items: [item('a', '1', 100, { discount: off(-1) })] }, { code: 'discount_negative', position: 0 }],
  [{ items: [item('a', '1', 100, { discount: percent(101) })] }, { code: 'discount_too_large', asked: 101 }],
  [{ discount: off(101) }, { code: 'discount_too_large', position: null, most: 100, asked: 101 }],
  [{ items: [item('a', '1', 1, { servedOn: isoDay('2010-12-31') })] }, { code: 'service_too_old' }],
  [{ items: [item('a', '999999', 999_999_999)] }, { code: 'invoice_too_large' }],
  [
    { items: [item('a', '1', 60_000_000_000), item('b', '1', 60_000_000_000)] },
    { code: 'invoice_too_large' },
  ],
])('refused: %#', (wrong, refusal) => {
  expect(freeInvoice(request([item('a', '1', 100)], wrong))).toMatchObject({ ok: false, refusal });
});

test('no Rappen is lost: the lines come to what was asked, VAT to that of the sum', () => {
  const discount = fc.oneof(
    fc.constant(null),
    fc.integer({ min: 0, max: 10_000 }).map((rate): Discount => ({ kind: 'rate', rate: basisPoints(rate) })),
  );
  const one = fc
    .record({
      thousandths: fc.integer({ min: 1, max: 999_999 }),
      unitPrice: fc.integer({ min: 0, max: 2_000_000 }),
      day: fc.constantFrom('2017-12-31', '2018-01-01', '2023-12-31', '2024-01-01'),
      vatKind: fc.constantFrom('standard' as const, 'none' as const),
      discount,
    })
    .map(({ thousandths, day, unitPrice, ...rest }) =>
      item('x', (thousandths / 1000).toFixed(3), unitPrice, { ...rest, servedOn: isoDay(day) }),
    );
  fc.assert(
    fc.property(
      fc.array(one, { minLength: 1, maxLength: 20 }),
      fc.constantFrom('gross' as const, 'net' as const),
      discount,
      (items, basis, whole) => {
        const invoice = made(items, { basis, discount: whole });
        const rateOff = (amount: ReturnType<typeof rappen>, some: Discount | null) =>
          some?.kind === 'rate' ? shareOf(amount, some.rate) : 0;
        const single = items.map((each) => {
          const full = priceOf(each.quantity, each.unitPrice);
          return full - rateOff(full, each.discount);
        });
        const sum = single.reduce((total, amount) => total + amount, 0);
        const asked = sum - rateOff(rappen(sum), whole);
        const vat = invoice.vat.reduce((total, share) => total + share.vat, 0);
        // Gross prices come to the total itself, net prices to the total less VAT.
        expect(basis === 'gross' ? invoice.total : invoice.total - vat).toBe(asked);
        for (const share of invoice.vat) {
          const exact =
            basis === 'gross'
              ? (share.gross * share.rate) / (10_000 + share.rate)
              : (share.net * share.rate) / 10_000;
          expect(Math.abs(share.vat - exact)).toBeLessThanOrEqual(0.5);
        }
        for (const [at, amount] of single.entries()) {
          const line = invoice.lines[at];
          const exact = basis === 'gross' ? amount : amount * (1 + (line?.vatRate ?? 0) / 10_000);
          expect(Math.abs((line?.amount ?? Number.NaN) - exact)).toBeLessThanOrEqual(1);
        }
      },
    ),
    { numRuns: 400 },
  );
});

describe('a quantity', () => {
  test.each([
    ['2', 2_000, '2'],
    ['1.5', 1_500, '1.5'],
    ['0.125', 125, '0.125'],
    ['1200.50', 1_200_500, '1’200.5'],
  ])('%s', (text, thousandths, printed) => {
    expect(quantity(text)).toBe(thousandths);
    expect(formatQuantity(quantity(text))).toBe(printed);
  });

  test.each([
    ['1.0005', 'quantity_format'],
    ['1,5', 'quantity_format'],
    ['-1', 'quantity_format'],
    ['', 'quantity_format'],
    ['0.000', 'quantity_not_positive'],
    ['1000000', 'quantity_too_large'],
  ])('%j is refused', (text, code) => {
    const refused = parseQuantity(text);
    expect(refused).toMatchObject({ ok: false, refusal: { code } });
  });
});

test('every refusal is said in four different sentences', () => {
  const all: readonly FreeInvoiceRefusal[] = [
    { code: 'no_items' },
    { code: 'too_many_items', limit: 400 },
    { code: 'price_negative', position: 0, unitPrice: rappen(-1) },
    { code: 'discount_negative', position: 0 },
    { code: 'discount_too_large', position: null, most: rappen(1), asked: rappen(2) },
    { code: 'service_too_old', position: 0, servedOn: isoDay('2010-12-31'), from: isoDay('2011-01-01') },
    { code: 'invoice_too_large' },
  ];
  expect(new Set(all.map(({ code }) => code))).toEqual(new Set(Object.keys(freeInvoiceRefusalTexts)));
  const quantities = ['x', '0', '1000000'].map(parseQuantity).flatMap((one) => (one.ok ? [] : [one.refusal]));
  expect(new Set(quantities.map(({ code }) => code))).toEqual(new Set(Object.keys(quantityRefusalTexts)));
  const said = [
    ...all.map((refusal) => refusalLanguages.map((one) => sayRefusal(freeInvoiceRefusalTexts, refusal, one))),
    ...quantities.map((refusal) =>
      refusalLanguages.map((one) => sayRefusal(quantityRefusalTexts, refusal, one)),
    ),
  ];
  for (const sentences of said) {
    expect(new Set(sentences).size).toBe(4);
    for (const text of sentences) expect(text).toMatch(/^(?!.*(undefined|NaN|\[object|\$\{|ß)).+\.$/);
  }
});
