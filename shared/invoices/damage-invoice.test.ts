import { describe, expect, test } from 'vitest';
import { invoiceInput } from '#build/pdf/sample-papers.ts';
import type { SignedContract } from '../contracts/signed-contract.ts';
import { rappen } from '../money/rappen.ts';
import { must } from '../result/result.ts';
import type { FoundDamage } from './contract-bill.ts';
import { contractInvoicePaper } from './contract-invoice-paper.ts';
import { invoiceQrBill } from './invoice-paper-qr-bill.ts';
import { amended, at, bill, contract, fourDays } from './testing-contract-bill.ts';

describe('a damage', () => {
  const dent: FoundDamage = {
    title: 'Delle, Tür hinten links',
    explanation: null,
    cost: rappen(120_000),
    cover: 'collision',
    happenedAt: at('2026-11-17 12:00'),
  };
  const damaged = (signed: SignedContract, ...damages: readonly FoundDamage[]) =>
    bill(signed, '2026-11-20 10:00', { damages }, { deposit: rappen(50_000) });

  test('is billed apart, without VAT, up to the deductible of its cover', () => {
    // cdw: 500.00 of a collision; glass has no cover: all of it. The deposit pays the rental of 392.00 first: 108.00 are left.
    const signed = contract({ ...fourDays, with: { protections: ['cdw'] } });
    const glass = { ...dent, title: 'Frontscheibe', cover: 'glass', cost: rappen(90_000) };
    const { rental, damage, deposit } = damaged(signed, dent, glass);
    expect(damage).toMatchObject({
      total: 140_000,
      vat: [],
      open: 129_200,
      service: { from: '2026-11-17', to: '2026-11-20' },
    });
    expect(damage?.lines.map(({ title, explanation, amount }) => [title, explanation, amount])).toEqual([
      ['Delle, Tür hinten links', 'Selbstbehalt 500.00 von 1’200.00', 50_000],
      ['Frontscheibe', null, 90_000],
    ]);
    expect(rental.lines.some(({ kind }) => kind === 'damage')).toBe(false);
    expect(deposit).toEqual({ kept: 50_000, released: 0 });
  });

  test('is not made cheaper by a protection that was taken after it', () => {
    const now = '2026-11-18 15:00';
    const covered = amended(contract(fourDays), now, {
      kind: 'add_protections',
      from: at(now),
      protections: ['cdw'],
    });
    expect(damaged(covered, dent).damage?.total).toBe(120_000);
    expect(damaged(covered, { ...dent, happenedAt: at('2026-11-19 12:00') }).damage?.total).toBe(50_000);
    // Nobody knows when: in doubt for the renter.
    expect(damaged(covered, { ...dent, happenedAt: null }).damage?.total).toBe(50_000);
  });

  test('that is covered altogether costs nothing, and is no invoice', () => {
    expect(damaged(contract({ ...fourDays, with: { protections: ['cdw0'] } }), dent).damage).toBeNull();
  });
});

describe('on paper', () => {
  const { kind: _, correctsNumber: _n, service: _s, lines: _l, payments: _p, ...head } = invoiceInput();
  const damages = [
    { title: 'Delle', explanation: null, cost: rappen(30_000), cover: 'collision', happenedAt: null },
  ];
  const both = bill(contract(fourDays), '2026-11-20 10:00', { damages });

  test('the QR-bill asks for what is open, and names VAT on the rental only', () => {
    const rental = must(invoiceQrBill(must(contractInvoicePaper(both.rental, head))));
    expect(rental.amount).toBe(32_000);
    expect(rental.billingInformation).toContain('/32/8.1');
    if (both.damage === null) throw new Error('there is a damage');
    const damage = must(invoiceQrBill(must(contractInvoicePaper(both.damage, head))));
    expect(damage.amount).toBe(30_000);
    expect(damage.billingInformation).not.toContain('/32/');
  });

  test('what is paid asks for nothing', () => {
    const paid = bill(contract(fourDays), '2026-11-20 10:00', {}, { deposit: rappen(50_000) });
    expect(must(contractInvoicePaper(paid.rental, head)).payment).toBeNull();
  });

  test('speaks the language of the renter', () => {
    const found = { drivenKilometres: 900, fuelMissing: 1, cleanliness: 'very_dirty', damages } as const;
    const said = (['de', 'fr', 'it', 'en'] as const).map((language) => {
      const { rental } = bill(contract(fourDays), '2026-11-20 10:00', found, { language });
      return rental.lines.map(({ title, explanation }) => `${title}: ${explanation ?? ''}`);
    });
    for (const line of said[0]?.keys() ?? []) {
      expect(new Set(said.map((lines) => lines[line])).size).toBe(4);
    }
    expect(said[1]).toContain('Carburant manquant: 1 huitième à 12.00');
  });
});
