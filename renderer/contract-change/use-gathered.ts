import type { Instant } from '#shared/time/instant.ts';
import { useOccupationWords } from '../app/fleet/use-occupation-words.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useRead } from '../app/hooks/use-read.ts';
import { pricesOf } from './change-contract.ts';
import { type Gathered, gatherChange } from './gather-change.ts';

const tables = [
  'contracts',
  'amendments',
  'contract_drivers',
  'handovers',
  'damages',
  'vehicles',
  'vehicle_holds',
  'vehicle_transfers',
  'rates',
];

/** What this change stands on, read anew whenever one of its tables changes; null where the contract is not here. */
export function useGathered(
  contractId: string,
  nextId: string | null,
  at: Instant,
): Gathered | null | undefined {
  const counter = useCounter();
  const words = useOccupationWords();
  return useRead(
    `change/${contractId}/${nextId ?? ''}/${at}`,
    async (rows) => {
      const prices = nextId === null ? null : await pricesOf(counter, nextId);
      return await gatherChange(rows, contractId, nextId, { prices, at, words });
    },
    tables,
  );
}
