import type { Handover } from './handover.ts';

/** What a rental took of a vehicle between two of its handovers. */
export interface Driven {
  /** `null` when the odometer went back: then a person says how far it went. */
  readonly kilometresDriven: number | null;
  /** Eighths of tank or battery, 0 to 8. */
  readonly fuelMissing: number;
}

export function drivenBetween(
  out: Pick<Handover, 'odometerKm' | 'fuelEighths'>,
  back: Pick<Handover, 'odometerKm' | 'fuelEighths'>,
): Driven {
  return {
    kilometresDriven: back.odometerKm < out.odometerKm ? null : back.odometerKm - out.odometerKm,
    fuelMissing: Math.max(0, out.fuelEighths - back.fuelEighths),
  };
}
