import { makeContractPdf } from '#electron/documents/contract-pdf.ts';
import { makeInvoicePdf } from '#electron/documents/invoice-pdf.ts';
import { sampleContract, sampleInvoice } from '../../pdf/sample-papers.ts';
import { spreadOf, timesOf } from '../measure.ts';
import { type Report, spread } from '../report.ts';

const runs = 40;
const note = `made in Node, ${runs} runs, each paper with another number; the first, with the fonts to be read, counts too`;

/** The papers, as the host makes them. */
export async function documents(report: Report): Promise<void> {
  const numbered = (run: number): string => `ZRH-A-26-${String(run + 1).padStart(5, '0')}`;
  const contracts = await timesOf(runs, (run) => makeContractPdf(sampleContract({ number: numbered(run) })));
  const invoices = await timesOf(runs, (run) =>
    makeInvoicePdf(sampleInvoice({ contractNumber: numbered(run) })),
  );
  const budget = { atMost: 150 };
  report.add({
    name: 'documents',
    what: 'contract PDF',
    measured: spread(spreadOf(contracts)),
    budget,
    note,
  });
  report.add({
    name: 'documents',
    what: 'invoice PDF with QR-bill',
    measured: spread(spreadOf(invoices)),
    budget,
    note,
  });
}
