import { markOf } from '#shared/contracts/signed-for.ts';
import type { Gathered } from './gather-check-in.ts';
import type { CheckInForm } from './return-vehicle.ts';

/**
 * The mark of the handover report as it would be now: when the car came back, and in what state. How the bill is paid, and what is
 * asked for a damage, stand on other papers.
 */
export function reportMark(
  form: CheckInForm,
  { vehicle, known }: Pick<Gathered, 'vehicle' | 'known'>,
): string {
  const { contractId, at, odometerKm, fuelEighths, cleanliness, keys, accessories, repaired, notes, renter } =
    form;
  return markOf({
    contractId,
    vehicleId: vehicle.id,
    at,
    odometerKm,
    fuelEighths,
    cleanliness,
    keys,
    accessories,
    drivenKilometres: form.drivenKilometres,
    known: known.map(({ id }) => id),
    // A photo more is not on the paper.
    found: form.found.map(({ damage: { photoIds: _photoIds, ...damage } }) => damage),
    repaired,
    notes,
    renter,
    signedName: form.signedName,
  });
}
