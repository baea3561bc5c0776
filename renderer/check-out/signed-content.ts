import type { Json } from '#shared/audit/canonical-json.ts';
import type { DamageOnSketch } from '#shared/contracts/damages-on-sketch.ts';
import type { Tx } from '../app/counter/transaction.ts';

/**
 * What the audit link of a contract vouches for: the whole of what was signed, with what stood on the sketch of the car that goes
 * out by it. The server puts the same together from its own rows (private.audit_content), so the signature goes in as what it says,
 * not as the text that SQLite keeps of it.
 *
 * @param sketch as it is kept with the handover; null where no list is
 */
export async function signedContent(tx: Tx, contractId: string, sketch: readonly DamageOnSketch[] | null) {
  const contract = tx
    .selectFrom('contracts')
    .select(['id', 'number', 'customer_id', 'customer_name', 'vehicle_id', 'plate', 'starts_at', 'ends_at'])
    .select(['currency', 'total', 'deposit', 'deductible', 'kilometres_included', 'extra_kilometre_price'])
    .select(['signature', 'signed_name', 'signed_at', 'clerk_id', 'terms'])
    .where('id', '=', contractId);
  const lines = tx
    .selectFrom('contract_lines')
    .select(['position', 'kind', 'label', 'explanation', 'quantity', 'unit_price', 'amount'])
    .select(['vat_kind', 'vat_rate'])
    .where('contract_id', '=', contractId)
    .orderBy('position');
  const drivers = tx
    .selectFrom('contract_drivers')
    .select(['first_name', 'last_name', 'born_on', 'licence_number', 'licence_category', 'licence_since'])
    .where('contract_id', '=', contractId)
    .where('joined_at', 'is', null)
    .orderBy('id');
  const [signed, itsLines, itsDrivers] = await Promise.all([
    contract.executeTakeFirstOrThrow(),
    lines.execute(),
    drivers.execute(),
  ]);
  const { terms, ...facts } = signed;
  return {
    contract: { ...facts, signature: JSON.parse(signed.signature ?? 'null') as Json },
    lines: itsLines.map((line) => ({ ...line })),
    drivers: itsDrivers.map((driver) => ({ ...driver })),
    ...(terms === null ? {} : { terms: JSON.parse(terms) as Json }),
    ...(sketch === null ? {} : { sketch: sketch.map((damage) => ({ ...damage })) }),
  };
}
