import { useMemo } from 'react';
import type { PriceList } from '#shared/pricing/price-list.ts';
import { useRows } from '../hooks/use-rows.ts';
import { priceListOf } from './price-list-of.ts';
import { priceQueries } from './price-rows.ts';

/** A category with its price list: `null` where it has no rate. */
export interface PricedCategory {
  readonly id: string;
  readonly name: string;
  readonly list: PriceList | null;
}

/** Every category's price list, kept up to date; undefined until all is there. */
export function usePriceLists(): readonly PricedCategory[] | undefined {
  const [company] = useRows('prices/company', priceQueries.companies) ?? [];
  const categories = useRows('prices/categories', (rows) =>
    rows.selectFrom('vehicle_categories').selectAll().orderBy('position').orderBy('name'),
  );
  const rates = useRows('prices/rates', (rows) => rows.selectFrom('rates').selectAll());
  const branches = useRows('prices/branches', priceQueries.branches);
  const seasons = useRows('prices/seasons', priceQueries.seasons);
  const packages = useRows('prices/packages', priceQueries.packages);
  const extras = useRows('prices/extras', priceQueries.extras);
  const protections = useRows('prices/protections', priceQueries.protections);
  const oneWay = useRows('prices/one-way', priceQueries.oneWay);
  const discounts = useRows('prices/discounts', priceQueries.discounts);
  return useMemo(() => {
    if (!company || !categories || !rates || !branches || !seasons) return undefined;
    if (!packages || !extras || !protections || !oneWay || !discounts) return undefined;
    const shared = { company, branches, seasons, packages, extras, protections, oneWay, discounts };
    return categories.map((category) => {
      const own = rates.filter(({ category_id: of }) => of === category.id);
      return {
        id: category.id,
        name: category.name,
        list: priceListOf({ ...shared, category, rates: own }),
      };
    });
  }, [company, categories, rates, branches, seasons, packages, extras, protections, oneWay, discounts]);
}
