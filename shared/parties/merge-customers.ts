import { type Result, ok, refuse } from '../result/result.ts';
import { type CustomerField, type CustomerForm, readCustomer } from './customer-form.ts';

/** One of two entries of the same customer. */
export interface MergeSide {
  readonly id: string;
  readonly fields: CustomerForm;
  readonly mergedInto: string | null;
  readonly isErased: boolean;
}

export type MergeRefusal =
  | { readonly code: 'merge_same' }
  | { readonly code: 'merge_gone' }
  | { readonly code: 'merge_kinds' }
  | { readonly code: 'merge_reason_missing' }
  | { readonly code: 'merge_field_wrong'; readonly field: CustomerField };

/** Fields that are taken over together: half of one address and half of another is nobody's. */
export const mergeGroups = {
  name: ['firstName', 'lastName', 'companyName'],
  address: ['street', 'buildingNumber', 'postalCode', 'town', 'country'],
  phone: ['phone'],
  email: ['email'],
  language: ['language'],
  bornOn: ['bornOn'],
  licence: ['licenceNumber', 'licenceCategory', 'licenceSince', 'licenceExpiresOn', 'licenceCountry'],
  customerGroup: ['customerGroup'],
} as const satisfies Readonly<Record<string, readonly CustomerField[]>>;

export type MergeGroup = keyof typeof mergeGroups;
export type MergeChoices = Readonly<Record<MergeGroup, 'kept' | 'other'>>;

const groupNames = Object.keys(mergeGroups) as MergeGroup[];

/** What is proposed: what the kept one has, and where it has nothing, what the other one has. */
export function proposeMerge(kept: CustomerForm, other: CustomerForm): MergeChoices {
  const isEmpty = (fields: CustomerForm, group: MergeGroup): boolean =>
    mergeGroups[group].every(
      (field) =>
        fields[field] === '' || fields[field] === null || field === 'country' || field === 'licenceCountry',
    );
  return Object.fromEntries(
    groupNames.map((group) => [group, isEmpty(kept, group) && !isEmpty(other, group) ? 'other' : 'kept']),
  ) as Record<MergeGroup, 'kept' | 'other'>;
}

/** The groups in which the two differ: only they are asked about. */
export function differingGroups(kept: CustomerForm, other: CustomerForm): readonly MergeGroup[] {
  return groupNames.filter((group) => mergeGroups[group].some((field) => kept[field] !== other[field]));
}

export interface Merge {
  readonly keptId: string;
  readonly mergedId: string;
  /** The kept customer afterwards. */
  readonly fields: CustomerForm;
}

/**
 * May the two become one, and what is it then? The other row stays for what points at it (contracts, bills) and says into
 * whom it was merged; notes of both are kept. Neither may be merged already or erased: a chain of mergers could close in a
 * circle. A person and a company are never one.
 */
export function decideMerge(
  kept: MergeSide,
  other: MergeSide,
  choices: MergeChoices,
  reason: string,
): Result<Merge, MergeRefusal> {
  if (kept.id === other.id) return refuse({ code: 'merge_same' });
  if ([kept, other].some(({ mergedInto, isErased }) => mergedInto !== null || isErased)) {
    return refuse({ code: 'merge_gone' });
  }
  if (kept.fields.kind !== other.fields.kind) return refuse({ code: 'merge_kinds' });
  if (reason.trim() === '') return refuse({ code: 'merge_reason_missing' });
  const taken = Object.fromEntries(
    groupNames
      .filter((group) => choices[group] === 'other')
      .flatMap((group) => mergeGroups[group].map((field) => [field, other.fields[field]])),
  ) as Partial<CustomerForm>;
  const notes = [...new Set([kept.fields.note, other.fields.note].filter((note) => note !== ''))];
  const read = readCustomer({ ...kept.fields, ...taken, note: notes.join('\n').slice(0, 2_000) });
  if (!read.ok) {
    const [field = 'lastName'] = Object.keys(read.errors) as CustomerField[];
    return refuse({ code: 'merge_field_wrong', field });
  }
  return ok({ keptId: kept.id, mergedId: other.id, fields: read.value });
}
