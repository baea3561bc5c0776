import { z } from 'zod';
import { cashReportPaper } from '../cash/cash-report-paper.ts';
import { amendmentPaper } from '../contracts/amendment-paper.ts';
import { contractPaper } from '../contracts/contract-paper.ts';
import { handoverPaper } from '../contracts/handover-paper.ts';
import { fineLetterPaper } from '../fines/fine-letter-paper.ts';
import { fineNoticePaper } from '../fines/fine-notice-paper.ts';
import { invoicePaper } from '../invoices/invoice-paper.ts';
import { receiptPaper } from '../invoices/receipt-paper.ts';
import { reminderPaper } from '../invoices/reminder-paper.ts';

/** Lower case only: the id is the name of a file, and one file has one name. */
export const paperId = z.uuid().lowercase();

const order = <Kind extends string, Paper extends z.ZodType>(kind: Kind, paper: Paper) =>
  z.strictObject({ id: paperId, kind: z.literal(kind), paper });

/** A paper to be made: the document it will be, its kind as the database names it, and everything that stands on it. */
export const paperOrder = z.discriminatedUnion('kind', [
  order('contract', contractPaper),
  order('amendment', amendmentPaper),
  order('handover', handoverPaper),
  order('invoice', invoicePaper),
  order('credit_note', invoicePaper),
  order('receipt', receiptPaper),
  order('reminder', reminderPaper),
  order('fine_letter', fineLetterPaper),
  order('fine_notice', fineNoticePaper),
  order('cash_report', cashReportPaper),
]);

export type PaperOrder = z.output<typeof paperOrder>;
export type PaperOrderInput = z.input<typeof paperOrder>;
export type PaperKind = PaperOrder['kind'];
/** What stands on a paper of this kind, before it is parsed. */
export type PaperInput<Kind extends PaperKind> = Extract<PaperOrderInput, { kind: Kind }>['paper'];
