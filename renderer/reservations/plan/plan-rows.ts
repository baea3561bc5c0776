import { freeAgainAt, transferEnd } from '#shared/fleet/occupation.ts';
import { type Instant, instant } from '#shared/time/instant.ts';
import type { OccupationWords } from '../../app/fleet/fleet-of.ts';
import type { BarTone, TimelineBar } from '../../ui/timeline/timeline-row.ts';
import type { ContractPlanRow, FleetRows, VehicleRow } from '../../app/fleet/occupation-queries.ts';

export type BarKind = 'quote' | 'reserved' | 'to_assign' | 'out' | 'overdue' | 'hold' | 'transfer';

/** One thing that takes a vehicle, or waits for one. */
export interface Bar extends TimelineBar {
  /** Its id is that of the contract, hold or transfer. What is overdue is drawn until now: it is taken all the same. */
  readonly kind: BarKind;
  readonly vehicleId: string | null;
  readonly categoryId: string;
  /** `null` until further notice. */
  readonly endsAt: Instant | null;
}

const tones: Readonly<Record<BarKind, BarTone>> = {
  quote: 'open',
  reserved: 'plain',
  to_assign: 'waiting',
  out: 'solid',
  overdue: 'alarm',
  hold: 'blocked',
  transfer: 'going',
};

export type PlanRow =
  | {
      readonly kind: 'category';
      readonly key: string;
      readonly bars: null;
      readonly name: string;
      readonly vehicles: number;
      readonly unassigned: number;
    }
  /** Reservations of the category that wait for a vehicle; as many lanes as overlap. */
  | {
      readonly kind: 'lane';
      readonly key: string;
      readonly categoryId: string;
      readonly bars: readonly Bar[];
    }
  | {
      readonly kind: 'vehicle';
      readonly key: string;
      readonly vehicle: VehicleRow;
      readonly bars: readonly Bar[];
    };

export interface PlanFilter {
  /** `null` is every branch. */
  readonly branchId: string | null;
  /** `null` is every category. */
  readonly categoryId: string | null;
}

/** A plan may move; what is signed, and what is a fact, does not. */
function looksOf(kind: BarKind): Pick<Bar, 'kind' | 'tone' | 'isMovable'> {
  const isMovable = kind === 'quote' || kind === 'reserved' || kind === 'to_assign';
  return { kind, tone: tones[kind], isMovable };
}

/** The rows of the plan from above: each category, what waits for a vehicle of it, its vehicles. */
export function planRows(
  rows: FleetRows,
  { branchId, categoryId }: PlanFilter,
  now: Instant,
  words: OccupationWords,
): readonly PlanRow[] {
  const shown = rows.vehicles.filter(
    (vehicle) =>
      (branchId === null || vehicle.branch_id === branchId) &&
      (categoryId === null || vehicle.category_id === categoryId),
  );
  const categoryOf = new Map(rows.vehicles.map((vehicle) => [vehicle.id, vehicle.category_id]));
  const byVehicle = Map.groupBy(barsOf(rows, categoryOf, now, words), ({ vehicleId }) => vehicleId);
  const branchOf = new Map(rows.contracts.map((contract) => [contract.id, contract.branch_id]));
  const waiting = (byVehicle.get(null) ?? []).filter(
    (bar) => branchId === null || branchOf.get(bar.id) === branchId,
  );
  return [...Map.groupBy(shown, ({ category_id: id }) => id)].flatMap(([id, vehicles]): PlanRow[] => {
    const own = waiting.filter((bar) => bar.categoryId === id);
    return [
      {
        kind: 'category',
        key: `category/${id}`,
        bars: null,
        name: vehicles[0]?.category ?? '',
        vehicles: vehicles.length,
        unassigned: own.filter(({ kind }) => kind !== 'quote').length,
      },
      ...lanesOf(own).map((bars, index): PlanRow => ({
        kind: 'lane',
        key: `lane/${id}/${index}`,
        categoryId: id,
        bars,
      })),
      ...vehicles.map((vehicle): PlanRow => ({
        kind: 'vehicle',
        key: `vehicle/${vehicle.id}`,
        vehicle,
        bars: byVehicle.get(vehicle.id) ?? [],
      })),
    ];
  });
}

/** All bars, earliest first. */
function barsOf(
  { contracts, holds, transfers }: FleetRows,
  categoryOf: ReadonlyMap<string, string>,
  now: Instant,
  words: OccupationWords,
): readonly Bar[] {
  const ofVehicle = (vehicleId: string) => ({ vehicleId, categoryId: categoryOf.get(vehicleId) ?? '' });
  const bars: Bar[] = [
    ...contracts.map((contract) => contractBar(contract, now)),
    ...holds.map((hold): Bar => {
      const endsAt = hold.ends_at === null ? null : instant(hold.ends_at);
      return {
        ...ofVehicle(hold.vehicle_id),
        id: hold.id,
        ...looksOf('hold'),
        title: [words.hold(hold.reason), hold.note].filter(Boolean).join(': '),
        startsAt: instant(hold.starts_at),
        endsAt,
        takenUntil: endsAt,
      };
    }),
    ...transfers.map((transfer): Bar => {
      const endsAt = transferEnd(transfer, now);
      return {
        ...ofVehicle(transfer.vehicle_id),
        id: transfer.id,
        ...looksOf('transfer'),
        title: words.transfer(transfer.to_branch_id),
        startsAt: instant(transfer.leaves_at),
        endsAt,
        takenUntil: endsAt,
      };
    }),
  ];
  return bars.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
}

function contractBar(contract: ContractPlanRow, now: Instant): Bar {
  const endsAt = instant(contract.ends_at);
  const status = contract.status as 'quote' | 'reserved' | 'to_assign' | 'out';
  const kind =
    status === 'out' && endsAt < now
      ? 'overdue'
      : status === 'reserved' && contract.vehicle_id === null
        ? 'to_assign'
        : status;
  return {
    id: contract.id,
    ...looksOf(kind),
    title: contract.customer_name,
    vehicleId: contract.vehicle_id,
    categoryId: contract.category_id,
    startsAt: instant(contract.starts_at),
    endsAt,
    takenUntil: freeAgainAt({ status, endsAt }, now),
  };
}

/** As few lanes as keep bars apart: each goes into the first in which nothing stands in its way. */
export function lanesOf(bars: readonly Bar[]): readonly (readonly Bar[])[] {
  const lanes: Bar[][] = [];
  for (const bar of bars) {
    const lane = lanes.find((one) => {
      const end = one.at(-1)?.endsAt ?? null;
      return end !== null && end <= bar.startsAt;
    });
    if (lane) lane.push(bar);
    else lanes.push([bar]);
  }
  return lanes;
}
