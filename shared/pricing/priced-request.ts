import { type Result, ok, refuse } from '../result/result.ts';
import { type Instant, type IsoDay, addDays, atWallClock, isoDay } from '../time/instant.ts';
import { firstVatDay } from '../vat/vat-rates.ts';
import { longestId } from './fields.ts';
import { type QuoteRequest, type QuoteRequestInput, quoteRequestSchema } from './quote-request.ts';

/** Nobody rents so far ahead: a year beyond is a slip of the hand. */
export const lastPricedDay = isoDay('2100-12-31');
const opens = atWallClock(firstVatDay, '00:00');
const ends = atWallClock(addDays(lastPricedDay, 1), '00:00');

export interface PeriodOutOfReach {
  readonly code: 'period_out_of_reach';
  readonly field: 'pickUp.at' | 'return.at';
  /** The first and the last day for which there can be a price. */
  readonly from: IsoDay;
  readonly until: IsoDay;
}

/** What was typed makes no request at all. */
export type RequestRefusal =
  | PeriodOutOfReach
  | { readonly code: 'voucher_too_long'; readonly field: string; readonly limit: number }
  /** Of a form that none of the others describes. */
  | { readonly code: 'request_unreadable'; readonly field: string };

/** Whether both ends lie where prices can be reckoned: from the first known rate of VAT on. */
export function checkPricedPeriod(startsAt: Instant, endsAt: Instant): Result<null, PeriodOutOfReach> {
  const limits = { code: 'period_out_of_reach', from: firstVatDay, until: lastPricedDay } as const;
  if (!isPriced(startsAt)) return refuse({ ...limits, field: 'pickUp.at' });
  if (!isPriced(endsAt)) return refuse({ ...limits, field: 'return.at' });
  return ok(null);
}

// As texts: a year before 0 or after 9999 begins with a sign, and lies before both.
const isPriced = (at: Instant): boolean => at >= opens && at < ends;

/** What was entered as a request; refused, never thrown, when it is none: it is read at every key while somebody types. */
export function readQuoteRequest(input: QuoteRequestInput): Result<QuoteRequest, RequestRefusal> {
  const parsed = quoteRequestSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const long = (input.vouchers ?? []).findIndex((code) => code.length > longestId);
  if (long >= 0) return refuse({ code: 'voucher_too_long', field: `vouchers.${long}`, limit: longestId });
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  return refuse({ code: 'request_unreadable', field });
}
