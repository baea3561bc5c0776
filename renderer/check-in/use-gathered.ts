import { useRead } from '../app/hooks/use-read.ts';
import { type Gathered, gatherCheckIn } from './gather-check-in.ts';

const tables = [
  'contracts',
  'amendments',
  'handovers',
  'damages',
  'deposits',
  'invoices',
  'payments',
  'companies',
];

/** What this check-in stands on, read anew whenever one of its tables changes; null where the contract is not here. */
export function useGathered(contractId: string): Gathered | null | undefined {
  return useRead(`check-in/${contractId}`, (rows) => gatherCheckIn(rows, contractId), tables);
}
