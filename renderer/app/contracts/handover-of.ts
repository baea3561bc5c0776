import type { Selectable } from 'kysely';
import type { Accessory, Handover } from '#shared/contracts/handover.ts';
import type { Damage } from '#shared/fleet/damage.ts';
import { instant } from '#shared/time/instant.ts';
import type { DamageRow, HandoverRow } from '#sync/schema/rows.generated.ts';

/** A damage as the rules know it. */
export function damageOf(row: Selectable<DamageRow>): Damage {
  return {
    id: row.id,
    view: row.view,
    position: { x: row.x, y: row.y },
    kind: row.kind,
    size: row.size,
    note: row.note || null,
    foundAt: instant(row.found_at),
    photoIds: [],
  };
}

/** A stored handover as the rules know one, with what of the damages was there then. */
export function handoverOf(row: Selectable<HandoverRow>, damages: readonly Damage[]): Handover {
  const at = instant(row.handed_over_at);
  return {
    contractId: row.contract_id,
    vehicleId: row.vehicle_id,
    direction: row.kind === 'check_out' ? 'out' : 'in',
    at,
    clerk: row.clerk_id,
    odometerKm: row.odometer_km,
    fuelEighths: row.fuel_eighths,
    cleanliness: row.cleanliness,
    keys: row.keys,
    accessories: JSON.parse(row.accessories) as readonly Accessory[],
    damages: damages.filter(({ foundAt }) => foundAt <= at),
    notes: row.note || null,
    renter: row.renter_present === 1 ? 'present' : 'key_box',
    signature: null,
    closedAt: at,
  };
}

interface Handed {
  readonly vehicle_id: string;
  readonly kind: 'check_out' | 'check_in';
  readonly handed_over_at: string;
}

/** A vehicle in the hands of a renter: as it went out and, when it is back, as it came back. */
export interface HandedLeg<Row extends Handed> {
  readonly out: Row;
  readonly back: Row | null;
}

/** Each check-out of a contract with the check-in that followed it, in the order of time: an exchange ends one and begins another. */
export function handedLegs<Row extends Handed>(rows: readonly Row[]): readonly HandedLeg<Row>[] {
  const legs: HandedLeg<Row>[] = [];
  // At one moment, what comes back first: that is how an exchange is written.
  const inOrder = rows.toSorted(
    (a, b) =>
      a.handed_over_at.localeCompare(b.handed_over_at) ||
      Number(a.kind === 'check_out') - Number(b.kind === 'check_out'),
  );
  for (const row of inOrder) {
    if (row.kind === 'check_out') {
      legs.push({ out: row, back: null });
      continue;
    }
    const at = legs.findLastIndex(({ out, back }) => out.vehicle_id === row.vehicle_id && back === null);
    const leg = legs[at];
    if (leg) legs[at] = { ...leg, back: row };
  }
  return legs;
}
