import { useMemo } from 'react';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { usePriceList } from '../app/prices/use-price-list.ts';
import type { DraftContent } from './draft.ts';
import { type QuoteResult, customerGroupQuery, quoteOf, quotedVehicle } from './quote.ts';

/** The price of what is entered so far, kept up to date. */
export function useQuote(draft: DraftContent): QuoteResult {
  const { branchId } = useCounter().place;
  const [vehicle] =
    useRows(`quote/vehicle/${draft.vehicleId}`, (rows) => quotedVehicle(rows, draft.vehicleId)) ?? [];
  const [customer] =
    useRows(`quote/customer/${draft.customerId}`, (rows) => customerGroupQuery(rows, draft.customerId)) ?? [];
  const priceList = usePriceList(vehicle?.category_id ?? '');
  const customerGroup = customer?.customer_group || null;
  return useMemo(
    () => quoteOf(draft, { vehicle, priceList, branchId, customerGroup }),
    [draft, vehicle, priceList, branchId, customerGroup],
  );
}
