import { z } from 'zod';
import { isSeriesNumber } from '../numbering/series-number.ts';
import {
  type PaperRefusal,
  customerField,
  dayField,
  parsePaper,
  positiveAmountField,
} from '../parties/paper-fields.ts';
import { paperText } from '../parties/paper-text.ts';
import type { Result } from '../result/result.ts';
import { checkFineFacts, finePaperFields } from './fine-paper-fields.ts';
import { because, refuseField } from '../validation/because.ts';
import type { Fault } from '../validation/fault.ts';

const fields = z.strictObject({
  ...finePaperFields,
  /** The renter, whose language the letter is in. */
  customer: customerField,
  /** To whom who was named, and when. `null` for the driver: it was the renter. */
  authorityName: paperText({ max: 70 }),
  namedOn: dayField,
  driverName: paperText({ max: 70 }).nullable(),
  /** For handling; `null` when the company bills none. */
  fee: z
    .strictObject({
      amount: positiveAmountField,
      currency: z.enum(['CHF', 'EUR']),
      invoiceNumber: z
        .string()
        .refine((text) => isSeriesNumber(text, 'invoice'), because({ code: 'number', kind: 'invoice' }))
        .nullable(),
    })
    .nullable(),
});

export type FineNoticePaper = z.output<typeof fields>;
/** The same before parsing: plain numbers and strings. */
export type FineNoticePaperInput = z.input<typeof fields>;

/**
 * Tells the renter that they, or their driver, were named for a fine, and what handling it costs. VAT is not mentioned: the
 * invoice for the fee does, where there is some.
 */
export const fineNoticePaper = fields.superRefine((paper, context) => {
  const refuse = (path: readonly (string | number)[], fault: Fault) => refuseField(context, path, fault);
  checkFineFacts(paper, refuse);
  if (paper.fee !== null && paper.fee.amount === 0) {
    refuse(['fee', 'amount'], { code: 'too_small', limit: 1 });
  }
  if (paper.namedOn < paper.offence.day) refuse(['namedOn'], { code: 'period' });
});

export function parseFineNoticePaper(input: unknown): Result<FineNoticePaper, PaperRefusal> {
  return parsePaper(fineNoticePaper, input);
}
