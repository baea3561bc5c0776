import { useMemo } from 'react';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useMinute } from '../app/hooks/use-minute.ts';
import { useRead } from '../app/hooks/use-read.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { usePriceList } from '../app/prices/use-price-list.ts';
import type { DraftContent } from './draft.ts';
import {
  type QuoteResult,
  type VehiclePlace,
  customerGroupQuery,
  placeOf,
  quoteOf,
  quotedVehicle,
} from './quote.ts';

/** Until it is known, nothing is said against the car. */
const nowhere: VehiclePlace = { outWith: null, held: null };

/** The price of what is entered so far, kept up to date. */
export function useQuote(draft: DraftContent): QuoteResult {
  const { branchId } = useCounter().place;
  const [vehicle] =
    useRows(`quote/vehicle/${draft.vehicleId}`, (rows) => quotedVehicle(rows, draft.vehicleId)) ?? [];
  const [customer] =
    useRows(`quote/customer/${draft.customerId}`, (rows) => customerGroupQuery(rows, draft.customerId)) ?? [];
  const priceList = usePriceList(vehicle?.category_id ?? '');
  const customerGroup = customer?.customer_group || null;
  const now = useMinute();
  const asked = draft.vehicleId;
  const found = useRead(
    `quote/place/${asked}/${now}`,
    async (rows) => ({ of: asked, ...(await placeOf(rows, asked, now)) }),
    ['contracts', 'vehicle_holds', 'vehicle_transfers', 'branches'],
  );
  // That of the car before is not that of this one.
  const place = found?.of === asked ? found : nowhere;
  return useMemo(
    () => quoteOf(draft, { vehicle, place, priceList, branchId, customerGroup }, now),
    [draft, vehicle, place, priceList, branchId, customerGroup, now],
  );
}
