import { useMemo } from 'react';
import { useRows } from '../app/hooks/use-rows.ts';
import type { DraftContent } from './draft.ts';
import { type QuoteResult, quoteOf, quotedVehicle, ratesOf } from './quote.ts';

/** The price of what is entered so far, kept up to date. */
export function useQuote(draft: DraftContent): QuoteResult {
  const [vehicle] =
    useRows(`quote/vehicle/${draft.vehicleId}`, (rows) => quotedVehicle(rows, draft.vehicleId)) ?? [];
  const categoryId = vehicle?.category_id ?? '';
  const rates = useRows(`quote/rates/${categoryId}`, (rows) => ratesOf(rows, categoryId));
  return useMemo(() => quoteOf(draft, vehicle, rates), [draft, vehicle, rates]);
}
