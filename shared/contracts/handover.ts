import { type Damage, type DamageRefusal, checkDamage, firstTwice } from '../fleet/damage.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import type { Instant } from '../time/instant.ts';
import { largestOdometer } from './check-out.ts';
import { type Signature, isSigned } from './contract-paper-signature.ts';

export const cleanlinesses = ['clean', 'used', 'dirty', 'very_dirty'] as const;
/** How the car was handed over; `used` is what a rental leaves, and costs nothing. */
export type Cleanliness = (typeof cleanlinesses)[number];

/** Something that goes with the car, and how many of it are there: a cable, a child seat, a vignette. */
export interface Accessory {
  readonly name: string;
  readonly count: number;
}

/** A car changes hands: out to the renter, or in from them. What both saw, and who says so. */
export interface Handover {
  readonly contractId: string;
  readonly vehicleId: string;
  readonly direction: 'out' | 'in';
  readonly at: Instant;
  /** Of the clerk who did it. */
  readonly clerk: string;
  readonly odometerKm: number;
  /** Tank or battery in eighths, 0 to 8. */
  readonly fuelEighths: number;
  readonly cleanliness: Cleanliness;
  readonly keys: number;
  readonly accessories: readonly Accessory[];
  readonly damages: readonly Damage[];
  readonly notes: string | null;
  /** `key_box`: nobody was there, the key went through the box; then nobody signs, and the report says so. */
  readonly renter: 'present' | 'key_box';
  readonly signature: Signature | null;
  /** When it was signed, or closed without the renter; `null` while it is written. From then on it is frozen. */
  readonly closedAt: Instant | null;
}

export type HandoverRefusal =
  | { readonly code: 'odometer_impossible'; readonly field: 'odometerKm' }
  | { readonly code: 'fuel_impossible'; readonly field: 'fuelEighths' }
  | { readonly code: 'clerk_missing'; readonly field: 'clerk' }
  | { readonly code: 'keys_impossible'; readonly field: 'keys' }
  | { readonly code: 'accessory_count'; readonly field: 'accessories'; readonly name: string }
  | { readonly code: 'accessory_twice'; readonly field: 'accessories'; readonly name: string }
  | { readonly code: 'damages_too_many'; readonly field: 'damages'; readonly limit: number }
  | { readonly code: 'handover_damage_twice'; readonly field: 'damages'; readonly id: string }
  | { readonly code: 'damage_after_handover'; readonly field: 'damages'; readonly id: string }
  | { readonly code: 'key_box_signed'; readonly field: 'signature' }
  | DamageRefusal;

export type CloseRefusal =
  | HandoverRefusal
  | { readonly code: 'renter_signature_missing'; readonly field: 'signature' }
  | { readonly code: 'handover_frozen'; readonly closedAt: Instant };

export const mostDamages = 40;
export const mostKeys = 20;
export const mostOfOne = 99;

/** Can this be true? A report that is still written may lack its signature. The rules in the order of the form. */
export function checkHandover(handover: Handover): Result<Handover, HandoverRefusal> {
  const { odometerKm, fuelEighths, clerk, keys, accessories, damages, at } = handover;
  if (clerk.trim() === '') return refuse({ code: 'clerk_missing', field: 'clerk' });
  if (!isWhole(odometerKm, largestOdometer))
    return refuse({ code: 'odometer_impossible', field: 'odometerKm' });
  if (!isWhole(fuelEighths, 8)) return refuse({ code: 'fuel_impossible', field: 'fuelEighths' });
  if (!isWhole(keys, mostKeys)) return refuse({ code: 'keys_impossible', field: 'keys' });
  const wrong = accessories.find(({ count }) => !isWhole(count, mostOfOne));
  if (wrong) return refuse({ code: 'accessory_count', field: 'accessories', name: wrong.name });
  const named = firstTwice(accessories.map(({ name }) => name));
  if (named !== undefined) return refuse({ code: 'accessory_twice', field: 'accessories', name: named });
  if (damages.length > mostDamages) {
    return refuse({ code: 'damages_too_many', field: 'damages', limit: mostDamages });
  }
  const twice = firstTwice(damages.map(({ id }) => id));
  if (twice !== undefined) return refuse({ code: 'handover_damage_twice', field: 'damages', id: twice });
  for (const damage of damages) {
    const checked = checkDamage(damage);
    if (!checked.ok) return checked;
    if (damage.foundAt > at)
      return refuse({ code: 'damage_after_handover', field: 'damages', id: damage.id });
  }
  if (handover.renter === 'key_box' && handover.signature !== null) {
    return refuse({ code: 'key_box_signed', field: 'signature' });
  }
  return ok(handover);
}

/** Freezes a report: with the renter's signature, or without it because only the key box was there. */
export function closeHandover(handover: Handover, closedAt: Instant): Result<Handover, CloseRefusal> {
  if (handover.closedAt !== null) return refuse({ code: 'handover_frozen', closedAt: handover.closedAt });
  const checked = checkHandover(handover);
  if (!checked.ok) return checked;
  const { renter, signature } = handover;
  if (renter === 'present' && !isSigned(signature)) {
    return refuse({ code: 'renter_signature_missing', field: 'signature' });
  }
  return ok({ ...handover, closedAt });
}

/** A change while it is written; what is closed is corrected by a new report, never changed. */
export function changeHandover(
  handover: Handover,
  change: Partial<Omit<Handover, 'closedAt' | 'direction' | 'contractId' | 'vehicleId'>>,
): Result<Handover, HandoverRefusal | Extract<CloseRefusal, { code: 'handover_frozen' }>> {
  if (handover.closedAt !== null) return refuse({ code: 'handover_frozen', closedAt: handover.closedAt });
  return checkHandover({ ...handover, ...change });
}

function isWhole(value: number, largest: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= largest;
}
