import { type Currency, type Rappen, add, zero } from '../money/rappen.ts';
import { type IsoDay, daysBetween } from '../time/instant.ts';

export const ageingBuckets = ['not_due', 'to_30', 'to_60', 'to_90', 'over_90'] as const;
/** Days since the last day to pay: before it, 0 to 30, 31 to 60, 61 to 90, more. */
export type AgeingBucket = (typeof ageingBuckets)[number];

export interface OpenInvoice {
  readonly dueOn: IsoDay;
  readonly open: Rappen;
  readonly currency: Currency;
}

export type Ageing = Readonly<Record<AgeingBucket, Rappen>> & { readonly total: Rappen };

/** The bucket of an invoice on a day. On its last day to pay it is 0 days old. */
export function ageingBucketOf(dueOn: IsoDay, on: IsoDay): AgeingBucket {
  const days = daysBetween(dueOn, on);
  if (days < 0) return 'not_due';
  if (days <= 30) return 'to_30';
  if (days <= 60) return 'to_60';
  return days <= 90 ? 'to_90' : 'over_90';
}

/** What is open on a day, by age. Currencies are never added to each other. */
export function ageingOn(invoices: readonly OpenInvoice[], on: IsoDay): Readonly<Record<Currency, Ageing>> {
  return { CHF: ageingOf('CHF'), EUR: ageingOf('EUR') };

  function ageingOf(currency: Currency): Ageing {
    const sums = { not_due: zero, to_30: zero, to_60: zero, to_90: zero, over_90: zero, total: zero };
    for (const invoice of invoices) {
      if (invoice.currency !== currency) continue;
      const bucket = ageingBucketOf(invoice.dueOn, on);
      sums[bucket] = add(sums[bucket], invoice.open);
      sums.total = add(sums.total, invoice.open);
    }
    return sums;
  }
}
