import { useEffect, useState } from 'react';
import { useCounter } from '../app/hooks/counter-context.ts';
import { type Gathered, gatherCheckIn } from './gather-check-in.ts';

/** What this check-in stands on, read anew whenever one of its tables changes; null where the contract is not here. */
export function useGathered(contractId: string): Gathered | null | undefined {
  const { db, rows } = useCounter();
  const [gathered, setGathered] = useState<Gathered | null>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    const stop = new AbortController();
    const read = async (): Promise<void> => {
      try {
        const found = await gatherCheckIn(rows, contractId);
        if (!stop.signal.aborted) setGathered(found);
      } catch (error) {
        if (!stop.signal.aborted) setFailure(error);
      }
    };
    void read();
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
    const stopListening = db.onChange({ onChange: read }, { tables, signal: stop.signal });
    return () => {
      stop.abort();
      stopListening();
    };
  }, [db, rows, contractId]);
  if (failure) throw failure as Error;
  return gathered;
}
