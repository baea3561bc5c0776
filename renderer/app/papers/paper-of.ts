import type { PaperInput, PaperKind } from '#shared/ipc/paper-order.ts';
import type { Counter } from '../counter/counter.ts';
import { rowById } from '../counter/row-by-id.ts';
import { amendmentPaperOf } from './amendment-paper-of.ts';
import { cashReportPaperOf } from './cash-report-paper-of.ts';
import { contractPaperOf } from './contract-paper-of.ts';
import { handoverPaperOf } from './handover-paper-of.ts';
import { fineLetterPaperOf, fineNoticePaperOf } from './fine-papers-of.ts';
import { invoicePaperOf } from './invoice-paper-of.ts';
import { receiptPaperOf } from './receipt-paper-of.ts';
import { reminderPaperOf } from './reminder-paper-of.ts';

/** What stands on a paper, and the contract and the invoice under which it is found again. */
export interface ReadyPaper {
  readonly paper: PaperInput<PaperKind>;
  readonly about: { readonly contractId: string | null; readonly invoiceId: string | null };
}

/** Gathers what stands on the paper of one kind, from the row it is of. */
export type PaperSource<Kind extends PaperKind> = (
  counter: Counter,
  subjectId: string,
) => Promise<{ readonly paper: PaperInput<Kind>; readonly about: ReadyPaper['about'] }>;

async function invoice({ rows }: Counter, id: string) {
  const { contract_id: contractId } = await rowById(rows, 'invoices', id);
  return { paper: await invoicePaperOf(rows, id), about: { contractId, invoiceId: id } };
}

async function aboutFine(rows: Counter['rows'], id: string) {
  const { contract_id: contractId } = await rowById(rows, 'fines', id);
  return { contractId, invoiceId: null };
}

/** Each kind that a counter makes by itself: the task that writes the row of it adds its source here. */
const sources: { readonly [Kind in PaperKind]?: PaperSource<Kind> } = {
  contract: async ({ rows }, id) => ({
    paper: await contractPaperOf(rows, id),
    about: { contractId: id, invoiceId: null },
  }),
  handover: async (counter, id) => ({
    paper: await handoverPaperOf(counter, id),
    about: { contractId: (await rowById(counter.rows, 'handovers', id)).contract_id, invoiceId: null },
  }),
  amendment: async ({ rows }, id) => ({
    paper: await amendmentPaperOf(rows, id),
    about: { contractId: (await rowById(rows, 'amendments', id)).contract_id, invoiceId: null },
  }),
  invoice,
  credit_note: invoice,
  receipt: async ({ rows }, id) => {
    const payment = await rowById(rows, 'payments', id);
    return {
      paper: await receiptPaperOf(rows, id),
      about: { contractId: payment.contract_id, invoiceId: payment.invoice_id },
    };
  },
  reminder: async ({ rows }, id) => {
    const { invoice_id: invoiceId } = await rowById(rows, 'reminders', id);
    const { contract_id: contractId } = await rowById(rows, 'invoices', invoiceId);
    return { paper: await reminderPaperOf(rows, id), about: { contractId, invoiceId } };
  },
  fine_letter: async ({ rows }, id) => ({
    paper: await fineLetterPaperOf(rows, id),
    about: await aboutFine(rows, id),
  }),
  fine_notice: async ({ rows }, id) => ({
    paper: await fineNoticePaperOf(rows, id),
    about: await aboutFine(rows, id),
  }),
  cash_report: async ({ rows }, id) => ({
    paper: await cashReportPaperOf(rows, id),
    about: { contractId: null, invoiceId: null },
  }),
};

/** Throws where no source is known for the kind, or the row is not there: both are bugs of whoever ordered the paper. */
export async function paperOf(counter: Counter, kind: PaperKind, subjectId: string): Promise<ReadyPaper> {
  const source = sources[kind] as PaperSource<PaperKind> | undefined;
  if (!source) throw new Error(`no counter makes a paper of the kind ${kind}`);
  return await source(counter, subjectId);
}
