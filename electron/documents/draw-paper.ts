import type { PaperOrder } from '#shared/ipc/paper-order.ts';
import { unreachable } from '#shared/result/result.ts';
import { makeAmendmentPdf } from './amendment-pdf.ts';
import { makeCashReportPdf } from './cash-report-pdf.ts';
import { makeContractPdf } from './contract-pdf.ts';
import { makeFineLetterPdf, makeFineNoticePdf } from './fine-letter-pdf.ts';
import { makeHandoverPdf } from './handover-pdf.ts';
import { makeInvoicePdf } from './invoice-pdf.ts';
import { makeReceiptPdf } from './receipt-pdf.ts';
import { makeReminderPdf } from './reminder-pdf.ts';

/** The PDF of a paper of any kind. The same order makes the same bytes. */
export async function drawPaper(order: PaperOrder): Promise<Uint8Array> {
  switch (order.kind) {
    case 'contract':
      return await makeContractPdf(order.paper);
    case 'amendment':
      return await makeAmendmentPdf(order.paper);
    case 'handover':
      return await makeHandoverPdf(order.paper);
    case 'invoice':
    case 'credit_note':
      return await makeInvoicePdf(order.paper);
    case 'receipt':
      return await makeReceiptPdf(order.paper);
    case 'reminder':
      return await makeReminderPdf(order.paper);
    case 'fine_letter':
      return await makeFineLetterPdf(order.paper);
    case 'fine_notice':
      return await makeFineNoticePdf(order.paper);
    case 'cash_report':
      return await makeCashReportPdf(order.paper);
    default:
      return unreachable(order);
  }
}
