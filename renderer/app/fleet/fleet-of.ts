import { type Fleet, type Occupation, freeAgainAt, transferEnd } from '#shared/fleet/occupation.ts';
import { type Instant, instant } from '#shared/time/instant.ts';
import type { ContractPlanRow, FleetRows, HoldRow } from './occupation-queries.ts';

/** The fleet as the rules know it, out of the rows as they are. */
export function fleetOf(rows: FleetRows, now: Instant, words: OccupationWords): Fleet {
  return {
    vehicles: rows.vehicles.map(({ id, category_id: categoryId, branch_id: branchId, status }) => ({
      id,
      categoryId,
      branchId,
      status,
    })),
    occupations: occupationsOf(rows, now, words),
    unassigned: rows.contracts.flatMap((contract) => {
      const { id, category_id: categoryId, branch_id: branchId } = contract;
      if (contract.status !== 'to_assign' && (contract.status !== 'reserved' || contract.vehicle_id !== null))
        return [];
      return [
        {
          id,
          categoryId,
          branchId,
          startsAt: instant(contract.starts_at),
          endsAt: instant(contract.ends_at),
        },
      ];
    }),
  };
}

/** What a hold and a transfer are called, in the clerk's language. */
export interface OccupationWords {
  readonly hold: (reason: HoldRow['reason']) => string;
  readonly transfer: (toBranchId: string) => string;
}

export function occupationsOf(
  { contracts, holds, transfers }: Omit<FleetRows, 'vehicles'>,
  now: Instant,
  words: OccupationWords,
): readonly Occupation[] {
  return [
    ...contracts.flatMap((contract) => contractOccupation(contract, now)),
    ...holds.map((hold): Occupation => ({
      kind: 'hold',
      id: hold.id,
      vehicleId: hold.vehicle_id,
      startsAt: instant(hold.starts_at),
      endsAt: hold.ends_at === null ? null : instant(hold.ends_at),
      title: [words.hold(hold.reason), hold.note].filter(Boolean).join(': '),
      toBranchId: null,
    })),
    ...transfers.map((transfer): Occupation => ({
      kind: 'transfer',
      id: transfer.id,
      vehicleId: transfer.vehicle_id,
      startsAt: instant(transfer.leaves_at),
      endsAt: transferEnd(transfer, now),
      title: words.transfer(transfer.to_branch_id),
      toBranchId: transfer.to_branch_id,
    })),
  ];
}

function contractOccupation(contract: ContractPlanRow, now: Instant): readonly Occupation[] {
  const { id, vehicle_id: vehicleId, status } = contract;
  if (vehicleId === null || (status !== 'reserved' && status !== 'out')) return [];
  const endsAt = freeAgainAt({ status, endsAt: instant(contract.ends_at) }, now);
  const isOneWay = contract.branch_id !== contract.return_branch_id;
  return [
    {
      kind: status,
      id,
      vehicleId,
      startsAt: instant(contract.starts_at),
      endsAt,
      title: [contract.customer_name, contract.number].filter(Boolean).join(', '),
      toBranchId: isOneWay || status === 'out' ? contract.return_branch_id : null,
    },
  ];
}
