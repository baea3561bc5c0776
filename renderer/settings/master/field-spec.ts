import type { SyncedRows } from '#sync/schema/rows.generated.ts';
import type { Messages } from '../../messages/de/index.ts';

export type FieldName = keyof Messages['master']['fields'];
export type ChoiceName = keyof Messages['master']['choices'];

export interface Named {
  /** The column. */
  readonly name: FieldName;
  readonly isRequired?: boolean;
  /** Set once: what the server lets nobody change afterwards. */
  readonly isFixed?: boolean;
  /** Shown in the table, too. */
  readonly inTable?: boolean;
  /** What to know of it, below the field. */
  readonly hint?: keyof Messages['master']['hints'];
  /** The server takes it of a row that is there, not of a new one: what a new row says is written right behind it. */
  readonly isSetLater?: boolean;
}

/** One column of a table as people edit it. */
export type FieldSpec =
  | (Named & { readonly kind: 'text'; readonly most?: number; readonly pattern?: RegExp })
  | (Named & { readonly kind: 'long' })
  /** Kept as E.164, shown as it is dialled. */
  | (Named & { readonly kind: 'phone' })
  /** Kept without spaces, shown in groups of four. */
  | (Named & { readonly kind: 'iban' })
  | (Named & { readonly kind: 'money' })
  | (Named & { readonly kind: 'whole'; readonly smallest: number; readonly largest: number })
  /** Hundredths of a percent, typed in percent. */
  | (Named & { readonly kind: 'share' })
  | (Named & { readonly kind: 'day' })
  /** A weekday and a time of day: `5 12:00`. */
  | (Named & { readonly kind: 'weekPoint' })
  /** Three amounts, for the first, second and third reminder. */
  | (Named & { readonly kind: 'fees' })
  /** The hours of a week, as JSON. */
  | (Named & { readonly kind: 'opening' })
  /** Single days, as JSON. */
  | (Named & { readonly kind: 'days' })
  | (Named & { readonly kind: 'yes' })
  | (Named & { readonly kind: 'choice'; readonly choices: readonly ChoiceName[] })
  /** A row of another table, by its name. */
  | (Named & { readonly kind: 'row'; readonly of: 'vehicle_categories' | 'branches' | 'seasons' });

export type MasterTable = Extract<
  keyof SyncedRows,
  | 'companies'
  | 'branches'
  | 'counters'
  | 'users'
  | 'vehicle_categories'
  | 'rates'
  | 'seasons'
  | 'extras'
  | 'protections'
  | 'kilometre_packages'
  | 'one_way_fees'
  | 'discounts'
  | 'release_policies'
>;

export interface MasterSpec {
  readonly table: MasterTable;
  /** Who may change it (supabase/access/matrix.md). Others see it. */
  readonly mayWrite: readonly ('owner' | 'manager')[];
  /** People are invited by the server, and the company is there. */
  readonly mayAdd: boolean;
  readonly fields: readonly FieldSpec[];
  /** What machines say: shown in the table, and written by nobody. */
  readonly told?: readonly { readonly name: FieldName; readonly kind: 'version' | 'moment' }[];
  /** What no two rows of the company share, all of it set once: the last field of each says that it is taken. */
  readonly unique?: readonly (readonly FieldName[])[];
  /** As its rows come: the first field decides, of equal ones the next. */
  readonly sortBy: readonly FieldName[];
}
