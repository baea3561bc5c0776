import { expect, test } from 'vitest';
import { reminderInput } from '#build/pdf/sample-letters.ts';
import { must } from '../result/result.ts';
import {
  type ReminderPaperInput,
  parseReminderPaper,
  reminderAmount,
  reminderQrBill,
} from './reminder-paper.ts';

test('asks for what is open and for the fees, once each, and names no VAT', () => {
  // 356.85 − 100.00 + 0.00 + 20.00
  const paper = must(parseReminderPaper(reminderInput()));
  expect(reminderAmount(paper)).toBe(27_685);
  const bill = must(reminderQrBill(paper));
  expect([bill.amount, bill.billingInformation]).toEqual([27_685, '']);
});

const [first, second] = reminderInput().fees;
if (!first || !second) throw new Error('the sample has two fees');

test.each<readonly [string, Partial<ReminderPaperInput>, string | undefined]>([
  ['a Rappen open', { settled: 35_684 }, undefined],
  ['nothing open', { settled: 35_685 }, 'nothing_open'],
  ['the last day to pay', { issuedOn: '2026-12-23' }, 'not_overdue'],
  ['the day after it', { issuedOn: '2026-12-24' }, undefined],
  ['time to pay until today', { payUntil: '2027-01-22' }, undefined],
  ['time to pay until yesterday', { payUntil: '2027-01-21' }, 'due'],
  ['a fee of a later step', { fees: [{ ...first, step: 3 }] }, 'step'],
  ['a fee twice', { fees: [second, second] }, 'step'],
  ['euros to a QR-IBAN', { currency: 'EUR' }, 'qr_iban_is_chf_only'],
])('a reminder with %s', (_name, change, reason) => {
  const parsed = parseReminderPaper(reminderInput(change));
  expect(parsed.ok ? undefined : parsed.refusal.reason).toBe(reason);
});
