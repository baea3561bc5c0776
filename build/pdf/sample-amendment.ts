import {
  type AmendmentPaper,
  type AmendmentPaperInput,
  amendmentPaper,
} from '#shared/contracts/amendment-paper.ts';
import { contractInput } from './sample-papers.ts';

/** A believable amendment of the contract in `sample-papers.ts`. */
export function amendmentInput(overrides: Partial<AmendmentPaperInput> = {}): AmendmentPaperInput {
  const { language, company, branch, counter, clerk, customer, number, lines, signature } = contractInput();
  const [rental, ...rest] = lines;
  if (!rental) throw new Error('the sample contract has lines');
  return {
    language,
    number: 'ZRH-A-26-N00003',
    contractNumber: number,
    contractSignedAt: '2026-11-20T13:36:00.000Z',
    position: 1,
    issuedAt: '2026-11-22T09:12:00.000Z',
    company,
    branch,
    counter,
    clerk,
    customer,
    changes: [
      { what: 'Rückgabe bis', before: '23.11.2026 14:30', now: '25.11.2026 14:30' },
      { what: 'Rückgabeort', before: 'Zürich HB', now: 'Zürich Flughafen' },
      { what: 'Zubehör', before: null, now: '1 × Kindersitz, ab 22.11.2026 10:12' },
    ],
    lines: [
      { ...rental, title: '5 Tage Kompakt', amount: 39_500 },
      ...rest,
      { ...rental, title: 'Kindersitz', explanation: '3 Tage zu 8.00', amount: 2400 },
      { ...rental, title: 'Einwegmiete', explanation: 'Zürich HB – Zürich Flughafen', amount: 2000 },
    ],
    totalBefore: 30_715,
    notes: null,
    signature,
    signedAt: signature === null ? null : '2026-11-22T09:14:00.000Z',
    ...overrides,
  };
}

export function sampleAmendment(overrides: Partial<AmendmentPaperInput> = {}): AmendmentPaper {
  return amendmentPaper.parse(amendmentInput(overrides));
}
