import type { Json } from '#shared/audit/canonical-json.ts';
import type { Signature } from '#shared/contracts/contract-paper-signature.ts';
import type { DamageOnSketch } from '#shared/contracts/damages-on-sketch.ts';
import type { Instant } from '#shared/time/instant.ts';

/**
 * What the audit link of a handover vouches for. The server puts the same together from its own rows (private.audit_content), which
 * have no order of their own: so the damages stand by their ids. The list of the sketch has the order of the paper.
 */
export function handoverContent(handover: {
  readonly id: string;
  readonly contractId: string;
  readonly at: Instant;
  readonly odometerKm: number;
  readonly fuelEighths: number;
  /** Those that were found, by id. */
  readonly damages: readonly string[];
  readonly repaired: readonly string[];
  readonly signature: Signature | null;
  /** As it is kept with the handover; null where no list is. */
  readonly sketch: readonly DamageOnSketch[] | null;
}): Json {
  const { id, contractId, at, odometerKm, fuelEighths, damages, repaired, signature, sketch } = handover;
  return {
    id,
    contract_id: contractId,
    at,
    odometer_km: odometerKm,
    fuel_eighths: fuelEighths,
    damages: damages.toSorted(),
    repaired: repaired.toSorted(),
    signature: signature === null ? null : (JSON.parse(JSON.stringify(signature)) as Json),
    ...(sketch === null ? {} : { sketch: sketch.map((damage) => ({ ...damage })) }),
  };
}
