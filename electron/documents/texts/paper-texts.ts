import type { PaperLanguage } from '#shared/parties/paper-fields.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

/** Every word on the papers. A key that a language lacks does not compile. */
export interface PaperTexts {
  readonly locale: string;
  /** Monday first. */
  readonly weekdays: readonly [string, string, string, string, string, string, string];
  readonly page: (number: number, of: number) => string;
  readonly customerNumber: string;
  readonly total: string;
  readonly amount: string;
  readonly description: string;
  readonly vat: {
    readonly short: string;
    readonly rate: string;
    readonly net: string;
    readonly tax: string;
    readonly gross: string;
    /** In one line: `inkl. 8.1 % MWST CHF 23.02` */
    readonly included: (rate: string, amount: string) => string;
  };
  readonly contract: {
    readonly title: string;
    readonly subtitle: (branch: string, counter: string, moment: string) => string;
    readonly servedBy: (clerk: string) => string;
    readonly renter: string;
    readonly lessor: string;
    readonly pickUp: string;
    readonly return: string;
    readonly vehicle: string;
    readonly condition: string;
    readonly vin: string;
    readonly category: string;
    readonly colour: string;
    readonly odometer: string;
    readonly fuel: string;
    readonly charge: string;
    readonly accessories: string;
    readonly damages: string;
    readonly noDamages: string;
    readonly seeBelow: string;
    /** Below as many damages as a contract lists. */
    readonly moreDamages: (count: number) => string;
    readonly driver: (count: number) => string;
    readonly born: string;
    readonly licence: string;
    readonly licenceCategories: string;
    readonly issued: string;
    readonly expires: string;
    readonly deposit: string;
    readonly noDeposit: string;
    readonly deductible: string;
    readonly deductibleHint: string;
    readonly noDeductible: string;
    readonly kilometres: string;
    readonly unlimited: string;
    readonly included: (kilometres: string) => string;
    readonly extraKilometre: (price: string) => string;
    readonly notes: string;
    readonly declaration: (hasTerms: boolean) => string;
    readonly signatureRenter: string;
    readonly signatureLessor: string;
    readonly signedAt: (moment: string) => string;
    /** Under an empty line: it is signed by hand, and was entered then. */
    readonly byHand: (moment: string) => string;
    readonly placeAndDate: string;
    readonly terms: string;
  };
  readonly invoice: {
    readonly title: string;
    readonly creditNote: string;
    readonly date: string;
    readonly due: string;
    readonly service: string;
    readonly contract: string;
    readonly corrects: string;
    readonly vehicle: string;
    readonly driven: string;
    readonly reference: string;
    readonly contact: string;
    readonly paid: (label: string, day: string) => string;
    readonly refunded: (label: string, day: string) => string;
    readonly open: string;
    readonly credit: string;
    readonly settled: string;
    readonly pleasePay: (amount: string, day: string) => string;
    readonly pleasePayNow: (amount: string) => string;
    readonly overpaid: (amount: string) => string;
    readonly creditExplained: (amount: string) => string;
    readonly paymentPartOf: (number: string) => string;
  };
  readonly receipt: {
    readonly title: string;
    readonly paidBy: Readonly<Record<'cash' | 'card' | 'twint' | 'bank', string>>;
    readonly rounding: string;
    readonly received: string;
    readonly given: string;
    readonly change: string;
    readonly thanks: string;
  };
  readonly reminder: {
    /** Of the first, second and last step. */
    readonly titles: readonly [string, string, string];
    readonly bodies: readonly [string, string, string];
    readonly item: string;
    readonly invoice: (number: string, issued: string, due: string) => string;
    readonly settled: string;
    readonly fee: (day: string) => string;
    readonly toPay: string;
    readonly crossed: string;
  };
  /** Fixed by the Implementation Guidelines QR-bill, annex C: not to be reworded. */
  readonly bill: {
    readonly paymentPart: string;
    readonly account: string;
    readonly reference: string;
    readonly additionalInformation: string;
    readonly currency: string;
    readonly amount: string;
    readonly receipt: string;
    readonly acceptancePoint: string;
    readonly separate: string;
    readonly payableBy: string;
    readonly payableByName: string;
  };
}

export const paperTexts: Readonly<Record<PaperLanguage, PaperTexts>> = { de, fr, it, en };
