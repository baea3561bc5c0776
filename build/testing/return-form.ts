import { now } from '#shared/time/instant.ts';
import type { Counter } from '#renderer/app/counter/counter.ts';
import type { CheckInForm } from '#renderer/check-in/return-vehicle.ts';
import { signature } from '../demo/rent.ts';

/** The form of a return at once: the car as it went out, with a few kilometres, paid by card. */
export async function returnForm(
  { rows }: Counter,
  contractId: string,
  changes: Partial<CheckInForm> = {},
): Promise<CheckInForm> {
  const out = await rows
    .selectFrom('handovers')
    .selectAll()
    .where('contract_id', '=', contractId)
    .executeTakeFirstOrThrow();
  return {
    contractId,
    at: now(),
    odometerKm: out.odometer_km + 100,
    fuelEighths: out.fuel_eighths,
    cleanliness: 'used',
    keys: 1,
    accessories: [],
    found: [],
    repaired: [],
    drivenKilometres: null,
    notes: '',
    renter: 'present',
    signature,
    signedName: 'Annalena Brunner',
    method: 'card',
    ...changes,
  };
}
