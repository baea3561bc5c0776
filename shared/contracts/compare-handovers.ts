import { type ComparisonRefusal, type DamageComparison, compareDamages } from '../fleet/compare-damages.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import type { Instant } from '../time/instant.ts';
import { odometerWarnings } from './check-out.ts';
import { type Driven, drivenBetween } from './driven-between.ts';
import { type Accessory, type Handover, type HandoverRefusal, checkHandover } from './handover.ts';

/** What happened to a car between its check-out and its check-in. */
export interface HandoverComparison extends Driven {
  /** Eighths in minus eighths out: negative when some is missing. */
  readonly fuelDifference: number;
  /** How many keys are missing; negative when there are more than went out. */
  readonly keysMissing: number;
  readonly accessoriesMissing: readonly Accessory[];
  /** What came back and did not go out: something was forgotten then, or left in the car now. */
  readonly accessoriesMore: readonly Accessory[];
  readonly damages: DamageComparison;
  readonly warnings: readonly HandoverWarning[];
}

/** What the clerk should know, but may overrule. */
export interface HandoverWarning {
  readonly code: 'odometer_back';
  readonly lastKnown: number;
}

export type HandoverComparisonRefusal =
  | HandoverRefusal
  | ComparisonRefusal
  | { readonly code: 'not_out_and_in'; readonly field: 'direction' }
  | { readonly code: 'other_contract'; readonly field: 'contractId' }
  | { readonly code: 'other_vehicle'; readonly field: 'vehicleId' }
  | {
      readonly code: 'return_before_check_out';
      readonly field: 'at';
      readonly out: Instant;
      readonly in: Instant;
    };

/**
 * Sets check-in against check-out of one car on one contract. `repaired` names the damages that were mended on the way.
 * An odometer that went back is a warning, as at check-out: the renter stands at the counter, and a digit is soon mistyped.
 */
export function compareHandovers(
  out: Handover,
  back: Handover,
  repaired: readonly string[] = [],
): Result<HandoverComparison, HandoverComparisonRefusal> {
  if (out.direction !== 'out' || back.direction !== 'in') {
    return refuse({ code: 'not_out_and_in', field: 'direction' });
  }
  if (out.contractId !== back.contractId) return refuse({ code: 'other_contract', field: 'contractId' });
  if (out.vehicleId !== back.vehicleId) return refuse({ code: 'other_vehicle', field: 'vehicleId' });
  for (const handover of [out, back]) {
    const checked = checkHandover(handover);
    if (!checked.ok) return checked;
  }
  if (back.at < out.at) {
    return refuse({ code: 'return_before_check_out', field: 'at', out: out.at, in: back.at });
  }
  const damages = compareDamages(out.damages, back.damages, repaired);
  if (!damages.ok) return damages;
  const warnings = odometerWarnings(back.odometerKm, out.odometerKm).flatMap(({ code, lastKnown }) =>
    // A rental may well be longer than the jump that is odd between two rentals.
    code === 'odometer_back' ? [{ code, lastKnown }] : [],
  );
  return ok({
    ...drivenBetween(out, back),
    fuelDifference: back.fuelEighths - out.fuelEighths,
    keysMissing: out.keys - back.keys,
    accessoriesMissing: more(out.accessories, back.accessories),
    accessoriesMore: more(back.accessories, out.accessories),
    damages: damages.value,
    warnings,
  });
}

/** By how many each of `these` exceeds `those`. */
function more(these: readonly Accessory[], those: readonly Accessory[]): readonly Accessory[] {
  const counts = new Map(those.map(({ name, count }) => [name, count]));
  return these
    .map(({ name, count }) => ({ name, count: count - (counts.get(name) ?? 0) }))
    .filter(({ count }) => count > 0);
}
