import { z } from 'zod';
import { type PaperRefusal, addressField, dayField, parsePaper } from '../parties/paper-fields.ts';
import { paperText } from '../parties/paper-text.ts';
import type { Result } from '../result/result.ts';
import { checkFineFacts, finePaperFields } from './fine-paper-fields.ts';
import { refuseField } from '../validation/because.ts';

const fields = z.strictObject({
  ...finePaperFields,
  /** In whose language the letter is. */
  authority: z.strictObject({
    name: paperText({ max: 70 }),
    /** Department, or for whose attention. */
    addition: paperText({ max: 70 }).nullable(),
    address: addressField,
  }),
  /**
   * Who committed the offence, or, when the company does not know which of several drivers it was, who rented. OBG 7(4) asks
   * for name and address; the birth date and the licence number are given only where a company has decided to.
   */
  named: z.strictObject({
    role: z.enum(['driver', 'renter']),
    name: paperText({ max: 70 }),
    address: addressField,
    birthDate: dayField.nullable().default(null),
    licenceNumber: paperText({ max: 30 }).nullable().default(null),
  }),
  /** In one line each: `Kopie des Mietvertrags`. What else stands on a copy is to be blackened. */
  enclosures: z.array(paperText({ max: 120 })).max(10),
});

export type FineLetterPaper = z.output<typeof fields>;
/** The same before parsing: plain strings. */
export type FineLetterPaperInput = z.input<typeof fields>;

/** The holder's letter that names to the authority who drove, complete in itself. It carries no amount and no word of VAT. */
export const fineLetterPaper = fields.superRefine((paper, context) => {
  checkFineFacts(paper, (path, fault) => refuseField(context, path, fault));
  if (paper.named.birthDate !== null && paper.named.birthDate >= paper.offence.day) {
    refuseField(context, ['named', 'birthDate'], { code: 'birth_date' });
  }
});

export function parseFineLetterPaper(input: unknown): Result<FineLetterPaper, PaperRefusal> {
  return parsePaper(fineLetterPaper, input);
}
