import { useMemo } from 'react';
import type { Fleet } from '#shared/fleet/occupation.ts';
import { addDays, atWallClock, dayOf, type Instant } from '#shared/time/instant.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { fleetOf } from '../app/fleet/fleet-of.ts';
import { useOccupationWords } from '../app/fleet/use-occupation-words.ts';
import {
  type FleetRows,
  fleetVehicles,
  holdsFrom,
  plannedContracts,
  transfersFrom,
} from '../app/fleet/occupation-queries.ts';

/** How far back the plan can be looked at. */
const daysBack = 60;

/** The rows of the fleet and of what it is taken by, kept up to date; undefined until all is there. */
export function useFleetRows(time: Instant): FleetRows | undefined {
  const from = atWallClock(addDays(dayOf(time), -daysBack), '00:00');
  const vehicles = useRows('fleet/vehicles', fleetVehicles);
  const contracts = useRows('fleet/contracts', plannedContracts);
  const holds = useRows(`fleet/holds/${from}`, (rows) => holdsFrom(rows, from));
  const transfers = useRows(`fleet/transfers/${from}`, (rows) => transfersFrom(rows, from));
  return useMemo(
    () =>
      vehicles && contracts && holds && transfers ? { vehicles, contracts, holds, transfers } : undefined,
    [vehicles, contracts, holds, transfers],
  );
}

/** The fleet as the rules know it. */
export function useFleet(time: Instant): Fleet | undefined {
  const rows = useFleetRows(time);
  const words = useOccupationWords();
  return useMemo(() => (rows ? fleetOf(rows, time, words) : undefined), [rows, time, words]);
}
