import { describe, expect, test } from 'vitest';
import { contractStatuses } from '../contracts/contract-state.ts';
import { formatPlain } from '../money/format-money.ts';
import { rappen, zero } from '../money/rappen.ts';
import { must } from '../result/result.ts';
import { isoDay } from '../time/instant.ts';
import type { CheckInFindings, ContractBillRequest, ContractInvoice } from './contract-bill.ts';
import { creditWhole } from './credit-note.ts';
import { billContract } from './invoice-from-contract.ts';
import { amended, at, bill, contract, fourDays, newYear, request } from './testing-contract-bill.ts';

const charged = ({ lines }: ContractInvoice) =>
  lines
    .filter(({ amount }) => amount !== 0)
    .map(({ title, amount, vatRate }) => `${title} ${formatPlain(amount)} @${vatRate}`);
const vatOf = ({ vat }: ContractInvoice) =>
  vat.map((share) => `${share.rate}: ${formatPlain(share.vat)} in ${formatPlain(share.gross)}`);

describe('by hand', () => {
  test('four days, too many kilometres, two eighths missing, dirty; paid in part, the rest from the deposit', () => {
    // 4 × 80.00 = 320.00; 900 km with 800 included: 100 × 0.35 = 35.00; 2 × 12.00 = 24.00, and 20.00; 80.00: 479.00
    // 479.00 × 8.1 / 108.1 = 35.8917… → 35.89; paid 320.00, 159.00 of the deposit of 500.00, 341.00 go back
    const { rental, damage, deposit, overpaid } = bill(
      contract(fourDays),
      '2026-11-20 10:00',
      { drivenKilometres: 900, fuelMissing: 2, cleanliness: 'dirty' },
      {
        payments: [{ label: 'Karte', paidOn: isoDay('2026-11-16'), amount: rappen(32_000) }],
        deposit: rappen(50_000),
      },
    );
    expect(charged(rental)).toEqual([
      '4 Tage Miete 320.00 @810',
      '100 Mehrkilometer 35.00 @810',
      'Fehlender Treibstoff 24.00 @810',
      'Betankung 20.00 @810',
      'Reinigung 80.00 @810',
    ]);
    expect(rental.lines.find(({ title }) => title === 'Fehlender Treibstoff')?.explanation).toBe(
      '2 Achtel zu 12.00',
    );
    expect(rental).toMatchObject({
      total: 47_900,
      open: 0,
      service: { from: '2026-11-16', to: '2026-11-20' },
    });
    expect(rental.payments.map(({ label, amount }) => [label, amount])).toEqual([
      ['Karte', 32_000],
      ['Kaution, einbehalten', 15_900],
    ]);
    expect(vatOf(rental)).toEqual(['810: 35.89 in 479.00']);
    expect({ damage, deposit, overpaid }).toEqual({
      damage: null,
      deposit: { kept: 15_900, released: 34_100 },
      overpaid: 0,
    });
  });

  test('an electric car is charged, and what costs nothing is no line', () => {
    // 3 × 5.00 = 15.00
    const { rental } = bill(contract(fourDays), '2026-11-20 10:00', { fuelMissing: 3, drive: 'electric' });
    expect(charged(rental)).toEqual(['4 Tage Miete 320.00 @810', 'Fehlende Ladung 15.00 @810']);
    expect(rental.lines.map(({ title }) => title)).not.toContain('Aufladen');
  });

  test('each vehicle that came back is filled up by itself', () => {
    const exchanged = [
      { fuelMissing: 1, drive: 'fuel' },
      { fuelMissing: 2, drive: 'electric' },
    ] as const;
    const { rental } = bill(contract(fourDays), '2026-11-20 10:00', { fuelMissing: 3, exchanged });
    expect(charged(rental).slice(1)).toEqual([
      'Fehlender Treibstoff 12.00 @810',
      'Betankung 20.00 @810',
      'Fehlende Ladung 10.00 @810',
      'Fehlender Treibstoff 36.00 @810',
      'Betankung 20.00 @810',
    ]);
  });

  test('an amended contract is billed as its last amendment left it', () => {
    // 5 × 80.00 = 400.00; from the third day a child seat, 3 × 8.00 = 24.00; 20.00 to Kloten: 444.00
    // 444.00 × 8.1 / 108.1 = 33.2691… → 33.27
    const now = '2026-11-18 15:00';
    const first = amended(contract(fourDays), now, { kind: 'extend', until: at('2026-11-21 10:00') });
    const twice = amended(
      first,
      now,
      { kind: 'add_extras', from: at(now), extras: [{ id: 'child', count: 1 }] },
      { kind: 'return_elsewhere', branch: 'kloten' },
    );
    const { rental } = bill(twice, '2026-11-21 10:00');
    expect(charged(rental)).toEqual([
      '5 Tage Miete 400.00 @810',
      'Kindersitz 24.00 @810',
      'Einweggebühr 20.00 @810',
    ]);
    expect(vatOf(rental)).toEqual(['810: 33.27 in 444.00']);
    // Two days late after it: a week is 420.00 and cheaper than 7 × 80.00; seat 5 × 8.00; 20.00; late fee 50.00: 530.00
    expect(bill(twice, '2026-11-23 10:00').rental.total).toBe(53_000);
  });

  test('over a change of VAT: the days on either side, kilometres by days, fuel on the day of the return', () => {
    // 2 × 120.00 at 7.7 %, 2 × 120.00 at 8.1 %; 700 km with 600: 100 × 0.45 = 45.00, half and half; 3 × 12.00 + 20.00
    // 262.50 × 7.7 / 107.7 = 18.7674… → 18.77; 318.50 × 8.1 / 108.1 = 23.8654… → 23.87
    const { rental } = bill(contract(newYear), '2024-01-03 10:00', { drivenKilometres: 700, fuelMissing: 3 });
    expect(charged(rental)).toEqual([
      '2 Tage Miete 240.00 @770',
      '2 Tage Miete 240.00 @810',
      '100 Mehrkilometer (2 von 4 Tagen) 22.50 @770',
      '100 Mehrkilometer (2 von 4 Tagen) 22.50 @810',
      'Fehlender Treibstoff 36.00 @810',
      'Betankung 20.00 @810',
    ]);
    expect(vatOf(rental)).toEqual(['810: 23.87 in 318.50', '770: 18.77 in 262.50']);
    // Its credit note gives back the VAT of both rates to the Rappen.
    expect(must(creditWhole(rental.lines))).toMatchObject({ total: 58_100, vat: rental.vat });
  });

  test('extended over a change of VAT by an amendment', () => {
    // 29 to 31 December: 3 × 120.00 at 7.7 %; extended to 2 January, one day more: 120.00 at 8.1 %
    const signed = contract({ ...newYear, from: '2023-12-29 10:00', to: '2024-01-01 10:00' });
    const longer = amended(signed, '2023-12-31 12:00', { kind: 'extend', until: at('2024-01-02 10:00') });
    expect(vatOf(bill(signed, '2024-01-01 10:00').rental)).toEqual(['770: 25.74 in 360.00']);
    expect(vatOf(bill(longer, '2024-01-02 10:00').rental)).toEqual([
      '810: 8.99 in 120.00',
      '770: 25.74 in 360.00',
    ]);
  });

  test('late over a change of VAT: the days and the fee at the rate of their day', () => {
    // 29 to 31 December 240.00; back on 2 January: 3 × 120.00 at 7.7 %, 120.00 + 50.00 at 8.1 %
    // 360.00 × 7.7 / 107.7 = 25.7381… → 25.74; 170.00 × 8.1 / 108.1 = 12.7382… → 12.74
    const signed = contract({ ...newYear, from: '2023-12-29 10:00', to: '2023-12-31 10:00' });
    const { rental } = bill(signed, '2024-01-02 10:00');
    expect(vatOf(rental)).toEqual(['810: 12.74 in 170.00', '770: 25.74 in 360.00']);
    expect(rental.service).toEqual({ from: '2023-12-29', to: '2024-01-02' });
  });

  test('early before a change of VAT: priced anew at the old rate, or as signed at both', () => {
    // 120.00 × 7.7 / 107.7 = 8.5793… → 8.58; 240.00: 17.1587… → 17.16 and 17.9833… → 17.98
    expect(vatOf(bill(contract(newYear), '2023-12-31 10:00').rental)).toEqual(['770: 8.58 in 120.00']);
    const kept = bill(
      contract({ ...newYear, list: { earlyReturn: 'no_refund' } }),
      '2023-12-31 10:00',
    ).rental;
    expect(vatOf(kept)).toEqual(['810: 17.98 in 240.00', '770: 17.16 in 240.00']);
    expect(kept.service).toEqual({ from: '2023-12-30', to: '2024-01-03' });
  });

  test('net prices: VAT on the sum, the lines with it, and the small print says without', () => {
    // 320.00 + 24.00 + 20.00 = 364.00; 8.1 % = 29.484 → 29.48; 320.00 → 345.92, 344.00 → 371.864, 364.00 → 393.484
    const { rental } = bill(contract({ ...fourDays, list: { basis: 'net' } }), '2026-11-20 10:00', {
      fuelMissing: 2,
    });
    expect(charged(rental)).toEqual([
      '4 Tage Miete 345.92 @810',
      'Fehlender Treibstoff 25.94 @810',
      'Betankung 21.62 @810',
    ]);
    expect(vatOf(rental)).toEqual(['810: 29.48 in 393.48']);
    expect(rental.lines[0]?.explanation).toBe('Nebensaison, 80.00 je Tag, exkl. MWST');
    expect(rental.lines[2]?.explanation).toBe('2 Achtel zu 12.00, exkl. MWST');
    // Where no price is quoted there is nothing to say of it.
    const lugano = { return: { branch: 'lugano', at: at(fourDays.to) } };
    const oneWay = bill(contract({ ...fourDays, with: lugano, list: { basis: 'net' } }), fourDays.to).rental;
    expect(oneWay.lines.at(-1)?.explanation).toBe('Zürich → Lugano');
  });

  test('a company that is not registered charges the same gross prices and no VAT', () => {
    const { rental } = bill(contract(fourDays), '2026-11-20 10:00', {}, { vatRegistered: false });
    expect(charged(rental)).toEqual(['4 Tage Miete 320.00 @0']);
    expect(rental).toMatchObject({ total: 32_000, vat: [] });
    expect(rental.lines.every(({ vatKind }) => vatKind === 'none')).toBe(true);
  });

  test('the fee for a fine has the VAT of the day on which it was handled, or none', () => {
    const fine = { finedOn: isoDay('2023-12-30'), fee: rappen(4000) };
    const { rental } = bill(
      contract(newYear),
      '2024-01-03 10:00',
      {},
      {
        fines: [
          { ...fine, handledOn: isoDay('2024-01-10'), vatKind: 'standard' },
          { ...fine, handledOn: isoDay('2024-01-09'), vatKind: 'none' },
        ],
      },
    );
    expect(charged(rental).slice(2)).toEqual([
      'Bearbeitung einer Busse 40.00 @810',
      'Bearbeitung einer Busse 40.00 @0',
    ]);
    expect(rental.lines.at(-1)?.explanation).toBe('Busse vom 30.12.2023');
    expect(rental.service.to).toBe('2024-01-10');
  });

  test('too much paid is to be given back; what was given back counts', () => {
    const paid = (amount: number) => ({
      label: 'Karte',
      paidOn: isoDay('2026-11-16'),
      amount: rappen(amount),
    });
    const one = bill(contract(fourDays), '2026-11-20 10:00', {}, { payments: [paid(40_000)] });
    expect(one).toMatchObject({ overpaid: 8000, rental: { open: 0 } });
    const two = bill(contract(fourDays), '2026-11-20 10:00', {}, { payments: [paid(40_000), paid(-10_000)] });
    expect(two).toMatchObject({ overpaid: 0, rental: { open: 2000 } });
  });
});

test('it is billed when the car is back, and not before', () => {
  const billed = contractStatuses.filter((status) => {
    const signed = { ...contract(fourDays), status };
    return billContract(request(signed, '2026-11-20 10:00')).ok;
  });
  expect(billed).toEqual(['returned', 'closed']);
});

test.each<readonly [string, Partial<CheckInFindings>, Partial<ContractBillRequest>, object]>([
  [
    'while it is out',
    {},
    { contract: { ...contract(fourDays), status: 'out' } },
    { code: 'contract_not_returned', status: 'out' },
  ],
  [
    'brought back at the pick-up',
    { returnedAt: at('2026-11-16 10:00') },
    {},
    { code: 'return_before_pick_up' },
  ],
  [
    'with net prices of a company without VAT',
    {},
    { vatRegistered: false, contract: contract({ ...fourDays, list: { basis: 'net' } }) },
    { code: 'net_prices_without_vat' },
  ],
  [
    'with more given back than paid',
    {},
    { payments: [{ label: 'x', paidOn: isoDay('2026-11-16'), amount: rappen(-1) }] },
    { code: 'refunded_beyond_paid', amount: -1 },
  ],
  [
    'with a damage that costs nothing',
    { damages: [{ title: 'x', explanation: null, cost: zero, cover: 'collision', happenedAt: null }] },
    {},
    { code: 'amount_not_positive', position: 0 },
  ],
  [
    'with a fine that is handled for nothing',
    {},
    {
      fines: [{ finedOn: isoDay('2026-11-17'), handledOn: isoDay('2026-11-19'), fee: zero, vatKind: 'none' }],
    },
    { code: 'amount_not_positive', position: 0 },
  ],
])('refused: %s', (_name, found, rest, refusal) => {
  const asked = request(contract(fourDays), '2026-11-20 10:00', found, rest);
  expect(billContract(asked)).toMatchObject({ ok: false, refusal });
});
