/** Why a bank's file, or one entry of it, is not taken. `path` names the element, `line` counts from 1. */
export type BankFileRefusal = { readonly path: string; readonly line: number } & (
  | {
      readonly code:
        /** A document type declaration, with which entities could be declared: bank files have none. */
        | 'doctype'
        /** An entity that XML itself does not know. */
        | 'entity_unknown'
        /** Declared to be in another encoding than UTF-8. */
        | 'encoding'
        | 'too_deep'
        | 'element_too_long'
        /** Neither camt.053 nor camt.054 in version .04 or .08. */
        | 'namespace_unknown'
        | 'message_unknown';
    }
  | { readonly code: 'not_well_formed'; readonly reason: string }
  | BankEntryProblem
);

/** What is wrong with one entry: the others of the file can still be read. */
export type BankEntryProblem =
  | { readonly code: 'element_missing' | 'amount_format' | 'amount_decimals' | 'amount_too_large' }
  | { readonly code: 'currency_not_taken'; readonly currency: string }
  | { readonly code: 'direction_unknown' | 'reversal_unknown' | 'date_format' }
  | {
      readonly code: 'batch_sum_differs' | 'batch_count_differs';
      readonly said: number;
      readonly found: number;
    };

export type BankFileCode = BankFileRefusal['code'];

/** Thrown inside the reader only, and caught there: a SAX parser has no other way out of its callbacks. */
export class RefusedFile extends Error {
  readonly refusal: BankFileRefusal;

  constructor(refusal: BankFileRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
