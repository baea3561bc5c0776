import { useMemo } from 'react';
import type { PriceList } from '#shared/pricing/price-list.ts';
import { useRows } from '../hooks/use-rows.ts';
import { priceListOf } from './price-list-of.ts';
import { categoryQuery, priceQueries, ratesQuery } from './price-rows.ts';

/** The price list of a category, kept up to date; undefined until it is there, `null` for a category without a rate. */
export function usePriceList(categoryId: string): PriceList | null | undefined {
  const [company] = useRows('prices/company', priceQueries.companies) ?? [];
  const [category] =
    useRows(`prices/category/${categoryId}`, (rows) => categoryQuery(rows, categoryId)) ?? [];
  const rates = useRows(`prices/rates/${categoryId}`, (rows) => ratesQuery(rows, categoryId));
  const branches = useRows('prices/branches', priceQueries.branches);
  const seasons = useRows('prices/seasons', priceQueries.seasons);
  const packages = useRows('prices/packages', priceQueries.packages);
  const extras = useRows('prices/extras', priceQueries.extras);
  const protections = useRows('prices/protections', priceQueries.protections);
  const oneWay = useRows('prices/one-way', priceQueries.oneWay);
  const discounts = useRows('prices/discounts', priceQueries.discounts);
  return useMemo(() => {
    if (!company || !category || !rates || !branches || !seasons) return undefined;
    if (!packages || !extras || !protections || !oneWay || !discounts) return undefined;
    const shared = { company, category, rates, branches, seasons };
    return priceListOf({ ...shared, packages, extras, protections, oneWay, discounts });
  }, [company, category, rates, branches, seasons, packages, extras, protections, oneWay, discounts]);
}
