import { type Rappen, rappen } from '../money/rappen.ts';
import type { Instant } from '../time/instant.ts';
import type { PriceList } from './price-list.ts';
import type { QuoteRequest } from './quote-request.ts';

export interface Security {
  readonly deposit: Rappen;
  /** What the renter bears, by cover. */
  readonly deductibles: Readonly<Record<string, Rappen>>;
}

/**
 * Deposit and deductibles of the vehicle on the road, with what the protections change: at the end of the rental, or at a
 * moment of it. A protection covers nothing that happened before it was taken, and a damage to the first vehicle has the
 * deductible of that vehicle's category, whatever was driven afterwards.
 */
export function securityOf(request: QuoteRequest, list: PriceList, at?: Instant): Security {
  const holds = (since: { readonly at: Instant }) => at === undefined || since.at <= at;
  const id = request.exchanges.filter(holds).at(-1)?.category ?? request.category;
  const category = list.categories.find((known) => known.id === id);
  if (!category) throw new Error('a priced category is in its list');
  const deductibles: Record<string, Rappen> = { ...category.deductibles };
  const chosen = [request, ...request.added.filter(holds)].flatMap(({ protections }) => protections);
  let deposit: number = category.deposit;
  for (const { id: protection, cover, deductible, deposit: lowered } of list.protections) {
    if (!chosen.includes(protection)) continue;
    const own = deductibles[cover];
    deductibles[cover] = own !== undefined && own < deductible ? own : deductible;
    if (lowered !== null) deposit = Math.min(deposit, lowered);
  }
  return { deposit: rappen(deposit), deductibles };
}
