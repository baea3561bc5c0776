import type { Plate } from '../fleet/plate.ts';
import type { Instant, IsoDay } from '../time/instant.ts';

/**
 * A plate on a vehicle for a time. Plates belong to the holder: one moves from vehicle to vehicle over the years, and an
 * interchangeable plate (Wechselschild) is on two vehicles at once in the register.
 */
export interface PlatePeriod {
  readonly plate: Plate;
  /** The vehicle itself, by VIN or our id of it: never by its plate. */
  readonly vehicleId: string;
  readonly from: Instant;
  /** The first moment at which it was no longer on this vehicle; `null` while it is. */
  readonly to: Instant | null;
}

/** A vehicle in the hands of a renter, from the real check-out to the real return; an exchange starts another leg. */
export interface RentalLeg {
  readonly vehicleId: string;
  readonly outAt: Instant;
  /** `null` while it is out. */
  readonly backAt: Instant | null;
}

export interface FineParty {
  readonly id: string;
  readonly name: string;
}

export interface FineDriver extends FineParty {
  /** Entitled from then on, by an amendment; `null` from the check-out on. */
  readonly from: Instant | null;
}

export interface RegisteredRental {
  readonly contractId: string;
  readonly contractNumber: string;
  /** Who signed: a person or a company. */
  readonly renter: FineParty;
  /** Who may drive, the main driver first. */
  readonly drivers: readonly FineDriver[];
  readonly legs: readonly RentalLeg[];
}

/** All that is needed to find who had a vehicle: signed contracts only, whatever became of them since. */
export interface FineRegister {
  readonly plates: readonly PlatePeriod[];
  readonly rentals: readonly RegisteredRental[];
}

/** A fine as it stands on the authority's paper. */
export interface Fine {
  /** In any way of writing: `zh 123'456`. */
  readonly plate: string;
  readonly day: IsoDay;
  /** Swiss wall clock, `14:30`. */
  readonly time: string;
  /** Which of the two, when the clock shows this time twice; `null` when the paper does not say. */
  readonly hour: 'first' | 'second' | null;
  /** Chosen by the clerk, by the model on the paper, when several vehicles had the plate; otherwise `null`. */
  readonly vehicleId: string | null;
}
