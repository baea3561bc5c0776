import { z } from 'zod';
import { formatRate } from '../money/format-money.ts';
import { type Rappen, add } from '../money/rappen.ts';
import { isSeriesNumber } from '../numbering/series-number.ts';
import {
  type PaperRefusal,
  addressField,
  amountField,
  companyField,
  instantField,
  paperLanguage,
  parsePaper,
  positiveAmountField,
  rateField,
  wholeField,
} from '../parties/paper-fields.ts';
import { paperText } from '../parties/paper-text.ts';
import { type Result, must, ok, refuse } from '../result/result.ts';
import { cashMovementKinds, signedAmount } from './cash-movement.ts';
import type { CashRefusal } from './cash-refusal.ts';
import { type CashClosing, closeCashSession, openCashSession, recordMovement } from './cash-session.ts';
import { otherPaymentMethods } from './day-sheet.ts';
import { because, refuseField } from '../validation/because.ts';
import type { Fault } from '../validation/fault.ts';

const fields = z.strictObject({
  language: paperLanguage,
  /** Of the counter's series: `ZRH-A-26-K00031`. */
  number: z
    .string()
    .refine(
      (text) => isSeriesNumber(text, 'cash_session'),
      because({ code: 'number', kind: 'cash_session' }),
    ),
  issuedAt: instantField,
  company: companyField,
  branch: z.strictObject({
    name: paperText({ max: 70 }),
    address: addressField,
    phone: companyField.shape.phone,
  }),
  counter: paperText({ max: 40 }),
  currency: z.enum(['CHF', 'EUR']),
  openedAt: instantField,
  openedBy: paperText({ max: 70 }),
  openingFloat: positiveAmountField,
  /** In the order in which they were recorded. */
  movements: z
    .array(
      z.strictObject({
        at: instantField,
        kind: z.enum(cashMovementKinds),
        amount: positiveAmountField,
        by: paperText({ max: 70 }),
        document: paperText({ max: 40 }).nullable(),
        reason: paperText({ max: 160 }).nullable(),
      }),
    )
    .max(2000),
  closedAt: instantField,
  closedBy: paperText({ max: 70 }),
  count: z
    .array(z.strictObject({ denomination: positiveAmountField, pieces: wholeField(0, 100_000) }))
    .max(20),
  leftInDrawer: positiveAmountField,
  differenceReason: paperText({ max: 300 }).nullable(),
  /** Up to here a difference needs no reason. */
  differenceLimit: positiveAmountField,
  /** By method, what was not cash, in the same currency. */
  otherPayments: z
    .array(
      z.strictObject({
        method: z.enum(otherPaymentMethods),
        count: z.int().min(0).max(100_000),
        received: positiveAmountField,
        refunded: positiveAmountField,
      }),
    )
    .max(otherPaymentMethods.length),
  /** Of what was sold in the session, whatever it was paid with: the sum of its papers. Negative when more was credited. */
  vat: z
    .array(z.strictObject({ rate: rateField, gross: amountField, net: amountField, vat: amountField }))
    .max(8),
  notes: paperText({ max: 1000, lines: true }).nullable(),
});

export type CashReportPaper = z.output<typeof fields>;
/** The same before parsing: plain numbers and strings. */
export type CashReportPaperInput = z.input<typeof fields>;

/** The report of a closed cash session. It is lived again by its rules, so that no report shows what they refuse. */
export const cashReportPaper = fields.superRefine((paper, context) => {
  const refusePath = (path: readonly (string | number)[], fault: Fault) => refuseField(context, path, fault);
  const lived = liveAgain(paper);
  if (!lived.ok) refusePath(lived.refusal.path, lived.refusal.because);
  if (paper.issuedAt < paper.closedAt) refusePath(['issuedAt'], { code: 'period' });
  const methods = paper.otherPayments.map(({ method }) => method);
  const method = methods.find((one, at) => methods.indexOf(one) !== at);
  if (method !== undefined) refusePath(['otherPayments'], { code: 'twice', id: method });
  const rates = paper.vat.map(({ rate }) => rate);
  const rate = rates.find((one, at) => rates.indexOf(one) !== at);
  if (rate !== undefined) refusePath(['vat'], { code: 'twice', id: formatRate(rate) });
  for (const [at, share] of paper.vat.entries()) {
    if (add(share.net, share.vat) !== share.gross) {
      refusePath(['vat', at], { code: 'vat_sum' });
    }
  }
  if (rates.some((one) => one > 0) && !paper.company.vatRegistered) {
    refusePath(['company', 'vatRegistered'], { code: 'vat' });
  }
  if (paper.company.vatRegistered && paper.company.uid === null) {
    refusePath(['company', 'uid'], { code: 'vat_without_uid' });
  }
});

export interface CashReport {
  readonly closing: CashClosing;
  /** What was in the drawer after each movement. */
  readonly balances: readonly Rappen[];
}

/** What a parsed report comes to. */
export function cashReportOf(paper: CashReportPaper): CashReport {
  const lived = liveAgain(paper);
  // A parsed paper was lived once already.
  const closing = must(lived.ok ? ok(lived.value) : refuse(lived.refusal.because));
  let balance = paper.openingFloat;
  const balances = paper.movements.map((movement) => {
    balance = add(balance, signedAmount(movement));
    return balance;
  });
  return { closing, balances };
}

interface Broken {
  readonly code: 'broken';
  readonly path: readonly (string | number)[];
  readonly because: CashRefusal;
}

function liveAgain(paper: CashReportPaper): Result<CashClosing, Broken> {
  const { currency, openedAt, openedBy, openingFloat } = paper;
  const broken = (path: readonly (string | number)[], why: CashRefusal) =>
    refuse({ code: 'broken', path, because: why } satisfies Broken);
  const opened = openCashSession({ currency, openedAt, openedBy, openingFloat });
  if (!opened.ok) return broken(['openingFloat'], opened.refusal);
  let session = opened.value;
  for (const [at, movement] of paper.movements.entries()) {
    const next = recordMovement(session, { ...movement, id: String(at), currency });
    if (!next.ok) return broken(['movements', at], next.refusal);
    session = next.value;
  }
  const { closedAt, closedBy, count, leftInDrawer, differenceReason, differenceLimit } = paper;
  const closed = closeCashSession(session, {
    currency,
    closedAt,
    closedBy,
    count,
    leftInDrawer,
    differenceReason,
    differenceLimit,
  });
  if (!closed.ok) return broken([fieldOf(closed.refusal)], closed.refusal);
  const { closing } = closed.value;
  if (closing === null) throw new Error('a closed session has its closing');
  return ok(closing);
}

function fieldOf({ code }: CashRefusal): keyof CashReportPaper {
  if (code === 'closed_too_early') return 'closedAt';
  if (code === 'difference_without_reason') return 'differenceReason';
  if (code === 'cash_not_coinable' || code === 'left_exceeds_counted') return 'leftInDrawer';
  return 'count';
}

export function parseCashReportPaper(input: unknown): Result<CashReportPaper, PaperRefusal> {
  return parsePaper(cashReportPaper, input);
}
