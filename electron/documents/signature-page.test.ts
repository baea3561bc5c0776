import { expect, test } from 'vitest';
import { amendmentInput, sampleAmendment } from '#build/pdf/sample-amendment.ts';
import { cashReportInput, sampleCashReport } from '#build/pdf/sample-cash.ts';
import { handoverInput, sampleHandover } from '#build/pdf/sample-handover.ts';
import { countPdfPages, readPdfText } from '#build/pdf/render-page.ts';
import { contractInput, longCustomer, sampleContract } from '#build/pdf/sample-papers.ts';
import { makeAmendmentPdf } from './amendment-pdf.ts';
import { makeCashReportPdf } from './cash-report-pdf.ts';
import { makeContractPdf } from './contract-pdf.ts';
import { makeHandoverPdf } from './handover-pdf.ts';

const notes = [null, 'Mit Anhängerkupplung.', 'Erste Zeile\nZweite Zeile\nDritte Zeile\nVierte Zeile'];

function times<Value>(values: readonly Value[], count: number): Value[] {
  return Array.from({ length: count }, (_, at) => values[at % values.length]!);
}

const papers = [
  {
    kind: 'contract',
    signed: 'Unterschrift Mieter/in',
    beside: /^(Total|Vierte Zeile|Mit Anhängerkupplung\.)$/,
    make: (count: number, note: string | null) => {
      const { lines } = contractInput();
      const paper = { customer: longCustomer, lines: times(lines, count), notes: note };
      return makeContractPdf(sampleContract(paper));
    },
  },
  {
    kind: 'amendment',
    signed: 'Unterschrift Mieter/in',
    beside: /^(Mehrpreis|Minderpreis|Vierte Zeile|Mit Anhängerkupplung\.)$/,
    make: (count: number, note: string | null) => {
      const { lines } = amendmentInput();
      const paper = { customer: longCustomer, lines: times(lines, count), notes: note };
      return makeAmendmentPdf(sampleAmendment(paper));
    },
  },
  {
    kind: 'handover',
    signed: 'Unterschrift Mieter/in',
    beside: /^(bekannt|Keine Schäden festgestellt\.|Vierte Zeile|Mit Anhängerkupplung\.)$/,
    make: (count: number, note: string | null) => {
      const { damages } = handoverInput();
      const paper = { damages: times(damages, count - 1), photos: [], notes: note };
      return makeHandoverPdf(sampleHandover(paper));
    },
  },
  {
    kind: 'cash report',
    signed: 'Abgeschlossen von',
    beside: /^(MWST auf dem Verkauften|Vierte Zeile|Mit Anhängerkupplung\.)$/,
    make: (count: number, note: string | null) => {
      const { movements } = cashReportInput();
      const [deposit] = movements.filter(({ kind }) => kind === 'deposit_in');
      const paper = { movements: [...movements, ...times([deposit!], count)], notes: note };
      const last = {
        ...paper,
        movements: paper.movements.map((one) => ({ ...one, at: '2026-11-20T12:00:00.000Z' })),
      };
      return makeCashReportPdf(sampleCashReport(last));
    },
  },
] as const;

test.each(papers)('$kind: nobody signs a page with nothing but the line to sign on', async (paper) => {
  // The line to sign on is four lines of a table high: each of the notes meets the end of a page.
  for (let count = 1; count <= 24; count += 1) {
    const note = notes[count % notes.length] ?? null;
    const bytes = await paper.make(count, note);
    const numbers = Array.from({ length: await countPdfPages(bytes) }, (_, at) => at + 1);
    const pages = await Promise.all(numbers.map((number) => readPdfText(bytes, number)));
    const texts = pages.map((page) => page.map(({ text }) => text.trim()));
    const signed = texts.filter((page) => page.includes(paper.signed));
    expect(signed).toHaveLength(1);
    expect(
      signed[0]?.some((text) => paper.beside.test(text)),
      `${count}, ${note}`,
    ).toBe(true);
  }
});
