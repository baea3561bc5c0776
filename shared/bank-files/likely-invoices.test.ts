import { expect, test } from 'vitest';
import { rappen } from '../money/rappen.ts';
import { addDays, isoDay } from '../time/instant.ts';
import { LikelyInvoices, type LookedAt, scoreInvoice } from './likely-invoices.ts';
import type { OpenInvoice } from './open-invoice.ts';

const issuedOn = isoDay('2026-06-01');
const invoice: OpenInvoice = {
  id: 'i1',
  number: 'ZRH-A-26-R00001',
  reference: null,
  open: rappen(10_000),
  currency: 'CHF',
  customerName: 'Annalena Brunner',
  issuedOn,
};

function payment(amount: number, daysLater: number, payerName: string | null = null): LookedAt {
  return {
    amount: rappen(amount),
    currency: 'CHF',
    payerName,
    ultimatePayerName: null,
    text: '',
    bookedOn: addDays(issuedOn, daysLater),
  };
}

test.each([
  [10_000, 30],
  [10_200, 15],
  [9800, 15],
  [10_201, 5],
  [11_000, 5],
  [9000, 5],
  [11_001, 0],
  [8999, 0],
])('an amount of %i for 10000 open has %i points', (amount, points) => {
  expect(scoreInvoice(payment(amount, 200), invoice).score).toBe(points);
});

test.each([
  [-1, 0],
  [0, 5],
  [45, 5],
  [46, 2],
  [120, 2],
  [121, 0],
])('%i days after the invoice are %i points', (days, points) => {
  expect(scoreInvoice(payment(1, days), invoice).score).toBe(points);
});

test('is shown from 15 points on: half a name, and not older than four months', () => {
  const likely = new LikelyInvoices([invoice]);
  const scores = (days: number) => likely.of(payment(1, days, 'Peter Brunner')).map(({ score }) => score);
  expect([scores(120), scores(121)]).toEqual([[15], []]);
});

test('of many the five best are shown, equals by age and then by number', () => {
  const many = ['6', '5', '4', '3', '2', '1'].map((number) => ({ ...invoice, id: number, number }));
  const older = { ...invoice, id: 'old', number: '9', issuedOn: addDays(issuedOn, -1) };
  const shown = new LikelyInvoices([...many, older]).of(payment(10_000, 10));
  expect(shown.map(({ number }) => number)).toEqual(['9', '1', '2', '3', '4']);
});
