import type { Damage } from '#shared/fleet/damage.ts';
import type { Instant } from '#shared/time/instant.ts';

/** A damage that was found when a car came back, or before it went out. */
export interface FoundDamage {
  readonly damage: Damage;
  /** The photos of it that the host keeps already. */
  readonly photos: readonly KeptPhoto[];
}

export interface KeptPhoto {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly takenAt: Instant;
}

/** What was found, as of the moment at which the car changed hands: marked while the report is written, it was found then. */
export function foundAt<Found extends FoundDamage>(found: Found, at: Instant): Found {
  const { damage, photos } = found;
  return { ...found, damage: { ...damage, foundAt: at, photoIds: photos.map(({ id }) => id) } };
}
