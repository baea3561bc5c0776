import * as z from 'zod';
import type { Json } from '../audit/canonical-json.ts';
import { instantField } from '../parties/paper-fields.ts';
import type { AmendmentChange } from './amendment-change.ts';
import { type ContractDriver, plain } from './signed-contract.ts';

type Known = Omit<ContractDriver, 'from'>;

/** Changes as they are kept in `amendments.changes`: a driver by id only, for the reasons of `storedTerms`. */
export function storedChanges(changes: readonly AmendmentChange[]): Json {
  return plain(
    changes.map((change) =>
      change.kind === 'add_driver' ? { ...change, driver: { id: change.driver.id } } : change,
    ),
  );
}

/**
 * The changes out of what was stored, with the contract's drivers put back in; null where they are none of ours, such as those of a
 * version that wrote them otherwise.
 */
export function readChanges(stored: unknown, drivers: readonly Known[]): readonly AmendmentChange[] | null {
  const parsed = schema.safeParse(stored);
  if (!parsed.success) return null;
  const byId = new Map(drivers.map((driver) => [driver.id, driver]));
  const changes: AmendmentChange[] = [];
  for (const change of parsed.data) {
    if (change.kind !== 'add_driver') {
      changes.push(change);
      continue;
    }
    const driver = byId.get(change.driver.id);
    if (!driver) return null;
    changes.push({ ...change, driver });
  }
  return changes;
}

const named = z.strictObject({ id: z.string() });

const schema = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('extend'), until: instantField }),
    z.strictObject({ kind: z.literal('return_elsewhere'), branch: z.string() }),
    z.strictObject({
      kind: z.literal('exchange_vehicle'),
      at: instantField,
      vehicle: z.strictObject({ id: z.string(), category: z.string() }),
      courtesy: z.boolean(),
      reason: z.string(),
    }),
    z.strictObject({ kind: z.literal('add_driver'), from: instantField, driver: named }),
    z.strictObject({
      kind: z.literal('add_extras'),
      from: instantField,
      extras: z.array(z.strictObject({ id: z.string(), count: z.int() })),
    }),
    z.strictObject({
      kind: z.literal('add_protections'),
      from: instantField,
      protections: z.array(z.string()),
    }),
  ]),
);
