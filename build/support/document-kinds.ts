import type { z } from 'zod';
import { makeAmendmentPdf } from '#electron/documents/amendment-pdf.ts';
import { makeCashReportPdf } from '#electron/documents/cash-report-pdf.ts';
import { makeContractPdf } from '#electron/documents/contract-pdf.ts';
import { makeFineLetterPdf, makeFineNoticePdf } from '#electron/documents/fine-letter-pdf.ts';
import { makeHandoverPdf } from '#electron/documents/handover-pdf.ts';
import { makeInvoicePdf } from '#electron/documents/invoice-pdf.ts';
import { makeReceiptPdf } from '#electron/documents/receipt-pdf.ts';
import { makeReminderPdf } from '#electron/documents/reminder-pdf.ts';
import { cashReportPaper } from '#shared/cash/cash-report-paper.ts';
import { amendmentPaper } from '#shared/contracts/amendment-paper.ts';
import { contractPaper } from '#shared/contracts/contract-paper.ts';
import { handoverPaper } from '#shared/contracts/handover-paper.ts';
import { fineLetterPaper } from '#shared/fines/fine-letter-paper.ts';
import { fineNoticePaper } from '#shared/fines/fine-notice-paper.ts';
import { invoicePaper } from '#shared/invoices/invoice-paper.ts';
import { receiptPaper } from '#shared/invoices/receipt-paper.ts';
import { reminderPaper } from '#shared/invoices/reminder-paper.ts';
import { type PaperRefusal, parsePaper } from '#shared/parties/paper-fields.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { fieldRefusal } from '#shared/validation/parse-fields.ts';
import { amendmentInput } from '../pdf/sample-amendment.ts';
import { cashReportInput } from '../pdf/sample-cash.ts';
import { fineLetterInput, fineNoticeInput } from '../pdf/sample-fines.ts';
import { handoverInput } from '../pdf/sample-handover.ts';
import { receiptInput, reminderInput } from '../pdf/sample-letters.ts';
import { contractInput, invoiceInput } from '../pdf/sample-papers.ts';

export interface DocumentKind {
  readonly schema: z.ZodType;
  /** An input to begin with. */
  readonly example: unknown;
  make(input: unknown): Promise<Result<Uint8Array, PaperRefusal>>;
}

const invoices = (kind: 'invoice' | 'credit-note', example: unknown) => ({
  ...paper(invoicePaper, makeInvoicePdf, example),
  async make(input: unknown): Promise<Result<Uint8Array, PaperRefusal>> {
    const parsed = parsePaper(invoicePaper, input);
    if (!parsed.ok) return parsed;
    if (parsed.value.kind === kind) return ok(await makeInvoicePdf(parsed.value));
    const fault = { code: 'kind', asked: kind, found: parsed.value.kind } as const;
    return refuse(fieldRefusal('paper_field', { field: 'kind', fault }));
  },
});

/** Every paper that can be made, by the name that the command takes. */
export const documentKinds = {
  contract: paper(contractPaper, makeContractPdf, contractInput()),
  amendment: paper(amendmentPaper, makeAmendmentPdf, amendmentInput()),
  handover: paper(handoverPaper, makeHandoverPdf, handoverInput({ direction: 'in' })),
  invoice: invoices('invoice', invoiceInput()),
  'credit-note': invoices('credit-note', {
    ...invoiceInput(),
    kind: 'credit-note',
    number: 'ZRH-A-26-R00018',
    correctsNumber: 'ZRH-A-26-R00017',
    dueOn: null,
    payment: null,
  }),
  receipt: paper(receiptPaper, makeReceiptPdf, receiptInput()),
  reminder: paper(reminderPaper, makeReminderPdf, reminderInput()),
  'fine-letter': paper(fineLetterPaper, makeFineLetterPdf, fineLetterInput()),
  'fine-notice': paper(fineNoticePaper, makeFineNoticePdf, fineNoticeInput()),
  'cash-report': paper(cashReportPaper, makeCashReportPdf, cashReportInput()),
} as const satisfies Record<string, DocumentKind>;

export function documentKindOf(name: string | undefined): DocumentKind | null {
  return name !== undefined && Object.hasOwn(documentKinds, name)
    ? documentKinds[name as keyof typeof documentKinds]
    : null;
}

function paper<Schema extends z.ZodType>(
  schema: Schema,
  draw: (parsed: z.output<Schema>) => Promise<Uint8Array>,
  example: unknown,
): DocumentKind {
  return {
    schema,
    example,
    async make(input) {
      const parsed = parsePaper(schema, input);
      return parsed.ok ? ok(await draw(parsed.value)) : parsed;
    },
  };
}
