import type { Plate, PlateRefusal } from '../fleet/plate.ts';
import type { Instant, IsoDay } from '../time/instant.ts';
import type { FineParty, PlatePeriod } from './fine-register.ts';

/** The rental before or after a moment at which the vehicle stood at the company. */
export interface NeighbourRental {
  readonly contractId: string;
  readonly contractNumber: string;
  readonly renter: FineParty;
  /** From its return to the fine, or from the fine to its check-out; a started minute counts. */
  readonly minutesAway: number;
}

/** Who had the vehicle at one of the two moments of a doubled hour: a contract, or why none. */
export interface HourFound {
  readonly at: Instant;
  readonly contractNumber: string | null;
}

/** Why a fine leads to nobody. None of them is an error of the clerk alone: each says what is known. */
export type FineRefusal =
  | { readonly code: 'fine_plate'; readonly reason: PlateRefusal['code'] }
  | { readonly code: 'fine_time'; readonly time: string }
  /** The clock went from 02:00 to 03:00 and never showed this. */
  | { readonly code: 'fine_time_skipped'; readonly day: IsoDay; readonly time: string }
  | { readonly code: 'fine_in_future'; readonly at: Instant; readonly now: Instant }
  | { readonly code: 'fine_too_old'; readonly at: Instant; readonly years: number }
  | { readonly code: 'plate_unknown'; readonly plate: Plate }
  | {
      readonly code: 'plate_not_in_use';
      readonly plate: Plate;
      readonly at: Instant;
      /** When it was, on which vehicle. */
      readonly periods: readonly PlatePeriod[];
    }
  /** The clerk chooses by the model; a vehicle without a contract then stood at the company. */
  | {
      readonly code: 'several_vehicles';
      readonly plate: Plate;
      readonly vehicles: readonly {
        readonly vehicleId: string;
        readonly contractNumber: string | null;
      }[];
    }
  | {
      readonly code: 'vehicle_without_plate';
      readonly plate: Plate;
      readonly vehicleId: string;
      readonly vehicleIds: readonly string[];
    }
  | {
      readonly code: 'vehicle_at_company';
      readonly vehicleId: string;
      readonly at: Instant;
      readonly before: NeighbourRental | null;
      readonly after: NeighbourRental | null;
    }
  | {
      readonly code: 'contracts_overlap';
      readonly vehicleId: string;
      readonly at: Instant;
      readonly contracts: readonly { readonly contractId: string; readonly contractNumber: string }[];
    }
  /** The clock showed this time twice, and it makes a difference. */
  | { readonly code: 'fine_time_twice'; readonly time: string; readonly found: readonly HourFound[] };
