import { expect, test } from 'vitest';
import { syncedTables } from '#sync/schema/synced-tables.generated.ts';
import type { MasterSpec } from './field-spec.ts';
import { type MasterName, masterNames, masterSpecs } from './master-specs.ts';

/** What no form writes, and why. */
const unwritten: Readonly<Partial<Record<MasterName, readonly string[]>>> = {
  // Another country has other rules; the tier is what was paid for, and the server's to say.
  company: ['country', 'tier'],
  // Which machine it is and with which key it signs, that machine says.
  counters: ['device_id', 'claimed_at', 'public_key'],
};

test.each(masterNames)(
  '%s: every column is in the form, told by a machine, or left out on purpose',
  (name) => {
    const spec: MasterSpec = masterSpecs[name];
    const columns = syncedTables[spec.table].columns.map((column) => column.name);
    const written = spec.fields.map((field) => field.name as string);
    const told = spec.told?.map((field): string => field.name) ?? [];
    const own = ['company_id', 'created_at', ...told, ...(unwritten[name] ?? [])];
    const missing = columns.filter((column) => !written.includes(column) && !own.includes(column));
    expect(missing).toEqual([]);
  },
);
