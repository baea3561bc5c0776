import type { VehicleFault } from '../fleet/vehicle-form.ts';
import type { CustomerFault } from '../parties/customer-form.ts';
import type { PhoneRefusal } from '../parties/phone.ts';
import type { PostcodeRefusal } from '../parties/postcodes.ts';
import type { SplitAddressRefusal } from '../parties/split-address.ts';
import type { ImportColumn } from './import-columns.ts';

/** Why a cell cannot be taken over. */
export type ImportFault =
  | { readonly code: `import_${Exclude<CustomerFault, 'phone'>}` }
  | { readonly code: 'import_unknown'; readonly text: string; readonly values: readonly string[] }
  | { readonly code: 'import_row_length' }
  | PhoneRefusal
  | SplitAddressRefusal
  | VehicleFault;

export interface ImportProblem {
  readonly column: ImportColumn;
  readonly fault: ImportFault;
}

/** What becomes of a row of the file: exactly one of these. */
export type RowOutcome<Form> =
  | { readonly kind: 'new'; readonly line: number; readonly form: Form }
  /** New, but something in it was split by rule, and a person looks at it first. */
  | {
      readonly kind: 'confirm';
      readonly line: number;
      readonly form: Form;
      readonly warning: PostcodeRefusal | null;
    }
  /** In the replica already, or earlier in the file. */
  | { readonly kind: 'known'; readonly line: number; readonly form: Form; readonly ofLine: number | null }
  | { readonly kind: 'wrong'; readonly line: number; readonly problems: readonly ImportProblem[] };

export type OutcomeKind = RowOutcome<unknown>['kind'];

/** The rows that are written: new ones, and those of the split ones that somebody looked at. */
export function formsToWrite<Form>(
  outcomes: readonly RowOutcome<Form>[],
  confirmed: ReadonlySet<number>,
): readonly { readonly line: number; readonly form: Form }[] {
  return outcomes.flatMap((outcome) =>
    outcome.kind === 'new' || (outcome.kind === 'confirm' && confirmed.has(outcome.line))
      ? [{ line: outcome.line, form: outcome.form }]
      : [],
  );
}

/** In groups of at most so many, in order: one transaction each. */
export function inBatches<Item>(items: readonly Item[], atMost: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / atMost) }, (_, at) =>
    items.slice(at * atMost, (at + 1) * atMost),
  );
}
