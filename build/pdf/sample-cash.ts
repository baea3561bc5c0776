import {
  type CashReportPaper,
  type CashReportPaperInput,
  cashReportPaper,
} from '#shared/cash/cash-report-paper.ts';
import { invoiceInput } from './sample-papers.ts';

/** A believable day at the counter of `sample-papers.ts`, with two francs too little in the drawer. */

const movements = [
  ['07:42', 'payment', 35_685, 'ZRH-A-26-Q00009', null],
  ['08:15', 'deposit_in', 50_000, 'ZRH-A-26-00043', null],
  ['09:30', 'paid_out', 4_550, null, 'Briefmarken'],
  ['11:05', 'payment', 12_000, 'ZRH-A-26-Q00010', null],
  ['13:20', 'deposit_out', 20_000, 'ZRH-A-26-00038', null],
  ['14:48', 'refund', 3_500, 'ZRH-A-26-Q00011', null],
  ['15:10', 'paid_in', 10_000, null, 'Wechselgeld von der Bank'],
] as const;

// 200.00 + 356.85 + 500.00 − 45.50 + 120.00 − 200.00 − 35.00 + 100.00 = 996.35; counted 994.35.
const count = [
  [20_000, 3],
  [10_000, 2],
  [5_000, 2],
  [2_000, 3],
  [1_000, 2],
  [500, 1],
  [200, 2],
  [100, 4],
  [50, 2],
  [20, 1],
  [10, 1],
  [5, 1],
] as const;

export function cashReportInput(overrides: Partial<CashReportPaperInput> = {}): CashReportPaperInput {
  const { language, company, branch, counter, clerk } = invoiceInput();
  return {
    language,
    number: 'ZRH-A-26-K00031',
    issuedAt: '2026-11-20T17:12:00.000Z',
    company,
    branch,
    counter,
    currency: 'CHF',
    openedAt: '2026-11-20T06:30:00.000Z',
    openedBy: clerk,
    openingFloat: 20_000,
    movements: movements.map(([time, kind, amount, document, reason]) => ({
      at: `2026-11-20T${time}:00.000Z`,
      kind,
      amount,
      by: time < '12:00' ? clerk : 'L. Rossi',
      document,
      reason,
    })),
    closedAt: '2026-11-20T17:10:00.000Z',
    closedBy: 'L. Rossi',
    count: count.map(([denomination, pieces]) => ({ denomination, pieces })),
    leftInDrawer: 20_000,
    differenceReason: 'Vermutlich beim Wechseln um 11.05 Uhr zu viel herausgegeben.',
    differenceLimit: 100,
    otherPayments: [
      { method: 'card', count: 9, received: 312_455, refunded: 15_000 },
      { method: 'twint', count: 3, received: 28_790, refunded: 0 },
      { method: 'stripe', count: 1, received: 45_000, refunded: 0 },
    ],
    vat: [
      { rate: 810, gross: 401_930, net: 371_812, vat: 30_118 },
      { rate: 260, gross: 1_500, net: 1_462, vat: 38 },
    ],
    notes: null,
    ...overrides,
  };
}

export function sampleCashReport(overrides: Partial<CashReportPaperInput> = {}): CashReportPaper {
  return cashReportPaper.parse(cashReportInput(overrides));
}
