import type { FieldSpec } from './field-spec.ts';

/** Who may change what only owners may, and what managers may, too (supabase/access/matrix.md). */
export const owners = ['owner'] as const;
export const managers = ['owner', 'manager'] as const;

export const name: FieldSpec = { name: 'name', kind: 'text', isRequired: true, inTable: true };
export const validFrom: FieldSpec = { name: 'valid_from', kind: 'day', isRequired: true, inTable: true };
export const validTo: FieldSpec = { name: 'valid_to', kind: 'day', isRequired: true, inTable: true };
export const address: readonly FieldSpec[] = [
  { name: 'street', kind: 'text' },
  { name: 'building_number', kind: 'text', most: 16 },
  { name: 'postal_code', kind: 'text', isRequired: true, most: 16 },
  { name: 'town', kind: 'text', isRequired: true, inTable: true },
  { name: 'phone', kind: 'phone' },
];
