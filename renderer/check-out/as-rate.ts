import type { Selectable } from 'kysely';
import type { Rate } from '#shared/pricing/price-rental.ts';
import type { RateRow } from '#sync/schema/rows.generated.ts';

/** A row of the price list as the pricing rules know it. */
export function asRate(row: Selectable<RateRow>): Rate {
  return {
    id: row.id,
    name: row.name,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    minimumDays: row.minimum_days,
    dayPrice: row.day_price,
    kilometresPerDay: row.kilometres_per_day,
    extraKilometrePrice: row.extra_kilometre_price,
    graceMinutes: row.grace_minutes,
  };
}
