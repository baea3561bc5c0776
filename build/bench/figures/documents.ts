import { makeAmendmentPdf } from '#electron/documents/amendment-pdf.ts';
import { makeCashReportPdf } from '#electron/documents/cash-report-pdf.ts';
import { makeContractPdf } from '#electron/documents/contract-pdf.ts';
import { makeHandoverPdf } from '#electron/documents/handover-pdf.ts';
import { makeInvoicePdf } from '#electron/documents/invoice-pdf.ts';
import { amendmentPaper } from '#shared/contracts/amendment-paper.ts';
import { cashReportPaper } from '#shared/cash/cash-report-paper.ts';
import { amendmentInput } from '../../pdf/sample-amendment.ts';
import { cashReportInput } from '../../pdf/sample-cash.ts';
import { sampleHandover } from '../../pdf/sample-handover.ts';
import { sampleContract, sampleInvoice } from '../../pdf/sample-papers.ts';
import { spreadOf, timesOf } from '../measure.ts';
import { type Report, spread } from '../report.ts';

const runs = 40;
const note = `made in Node, ${runs} runs, each paper with another number; the first, with the fonts to be read, counts too`;
const budget = { atMost: 150 };

const numbered = (run: number, kind = ''): string => `ZRH-A-26-${kind}${String(run + 1).padStart(5, '0')}`;

/** The papers, as the host makes them. */
const papers: readonly { readonly what: string; readonly make: (run: number) => Promise<Uint8Array> }[] = [
  { what: 'contract PDF', make: (run) => makeContractPdf(sampleContract({ number: numbered(run) })) },
  {
    what: 'invoice PDF with QR-bill',
    make: (run) => makeInvoicePdf(sampleInvoice({ contractNumber: numbered(run) })),
  },
  {
    what: 'handover report PDF with sketch and photo',
    make: (run) => makeHandoverPdf(sampleHandover({ direction: 'in', contractNumber: numbered(run) })),
  },
  {
    what: 'amendment PDF',
    make: (run) =>
      makeAmendmentPdf(amendmentPaper.parse({ ...amendmentInput(), number: numbered(run, 'N') })),
  },
  {
    what: 'cash report PDF of 200 movements',
    make: (run) => makeCashReportPdf(cashReportPaper.parse(longDay(numbered(run, 'K')))),
  },
];

export async function documents(report: Report): Promise<void> {
  for (const { what, make } of papers) {
    const measured = spread(spreadOf(await timesOf(runs, make)));
    report.add({ name: 'documents', what, measured, budget, note });
  }
}

/** The sample's day with as many more francs paid in as paid out, so that its count is right still. */
function longDay(number: string): ReturnType<typeof cashReportInput> {
  const input = cashReportInput({ number });
  const [first] = input.movements;
  if (!first) throw new Error('the sample has no movements');
  const more = Array.from({ length: 200 - input.movements.length }, (_, at) => ({
    ...first,
    kind: at % 2 === 0 ? ('payment' as const) : ('refund' as const),
    amount: 10_000,
  }));
  return { ...input, movements: [first, ...more, ...input.movements.slice(1)] };
}
