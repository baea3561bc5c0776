import { type PriceChange, type Promised, comparePromised } from '#shared/contracts/promised-price.ts';
import { reservedOptions } from '#shared/contracts/reserved-options.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { Rows } from '../app/counter/counter.ts';
import type { DraftContent } from './draft.ts';
import type { QuoteResult } from './quote.ts';
import { optionsOf, readPeriod } from './read-form.ts';

/** What was reserved, and what was said to cost so much. */
export interface PromisedRental extends Promised {
  readonly category: string;
}

/** Of the reservation that is handed over; null for a walk-in, and where it is gone. */
export async function readPromised(rows: Rows, reservationId: string): Promise<PromisedRental | null> {
  if (reservationId === '') return null;
  const [reserved, lines] = await Promise.all([
    rows
      .selectFrom('contracts')
      .innerJoin('vehicle_categories', 'vehicle_categories.id', 'contracts.category_id')
      .where('contracts.id', '=', reservationId)
      .where('contracts.status', 'in', ['quote', 'reserved', 'to_assign'])
      .select(['contracts.category_id', 'vehicle_categories.name as category', 'contracts.customer_id'])
      .select(['contracts.starts_at', 'contracts.ends_at', 'contracts.return_branch_id'])
      .select(['contracts.total', 'contracts.terms'])
      .executeTakeFirst(),
    rows
      .selectFrom('contract_lines')
      .select(['kind', 'amount'])
      .where('contract_id', '=', reservationId)
      .execute(),
  ]);
  if (!reserved) return null;
  return {
    category: reserved.category,
    categoryId: reserved.category_id,
    startsAt: reserved.starts_at,
    endsAt: reserved.ends_at,
    returnBranchId: reserved.return_branch_id,
    customerId: reserved.customer_id,
    options: reservedOptions(reserved.terms),
    total: reserved.total,
    lines,
  };
}

/** What the price is now against what was promised; null while nothing is promised, nothing has a price, or it is the same. */
export function promiseBroken(
  promised: PromisedRental | null | undefined,
  draft: DraftContent,
  quote: QuoteResult,
  at: Instant,
): PriceChange | null {
  const { startsAt, endsAt } = readPeriod(draft, at);
  if (!promised || !quote?.ok || !startsAt || !endsAt) return null;
  const { categoryId, price } = quote.value;
  const { returnBranchId, customerId } = draft;
  return comparePromised(
    promised,
    { categoryId, startsAt, endsAt, returnBranchId, customerId, options: optionsOf(draft) },
    price,
  );
}
