import { useMemo } from 'react';
import type { Occupation } from '#shared/fleet/occupation.ts';
import { waitingFor } from '#shared/fleet/vehicle-held.ts';
import { occupationsOf } from '../app/fleet/fleet-of.ts';
import { holdsFrom, plannedOf, transfersFrom } from '../app/fleet/occupation-queries.ts';
import { useOccupationWords } from '../app/fleet/use-occupation-words.ts';
import { useMinute } from '../app/hooks/use-minute.ts';
import { useRead } from '../app/hooks/use-read.ts';
import type { DraftContent } from './draft.ts';
import { readPeriod } from './read-form.ts';

/** What else has the chosen car before it would be back, kept up to date. */
export function useWaiting(draft: DraftContent): readonly Occupation[] {
  const { vehicleId, reservationId } = draft;
  const now = useMinute();
  const words = useOccupationWords();
  const found = useRead(
    `check-out/waiting/${vehicleId}/${now}`,
    async (rows) => {
      const [contracts, holds, transfers] = await Promise.all([
        plannedOf(rows, vehicleId).execute(),
        holdsFrom(rows, now).where('vehicle_id', '=', vehicleId).execute(),
        transfersFrom(rows, now).where('vehicle_id', '=', vehicleId).execute(),
      ]);
      return { contracts, holds, transfers };
    },
    ['contracts', 'vehicle_holds', 'vehicle_transfers'],
  );
  const { startsAt, endsAt } = readPeriod(draft, now);
  return useMemo(() => {
    if (!found || startsAt === null || endsAt === null || endsAt <= startsAt) return [];
    const rental = { vehicleId, startsAt, endsAt };
    return waitingFor(occupationsOf(found, now, words), rental, reservationId || null, now);
  }, [found, words, now, vehicleId, reservationId, startsAt, endsAt]);
}
