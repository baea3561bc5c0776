import type { Rappen } from '../money/rappen.ts';
import type { IsoDay } from '../time/instant.ts';

/** Why an invoice without a contract is not made. Positions count from 0; `null` is the whole invoice. */
export type FreeInvoiceRefusal =
  | { readonly code: 'no_items' }
  | { readonly code: 'too_many_items'; readonly limit: number }
  | { readonly code: 'price_negative'; readonly position: number; readonly unitPrice: Rappen }
  | { readonly code: 'discount_negative'; readonly position: number | null }
  | {
      readonly code: 'discount_too_large';
      readonly position: number | null;
      readonly most: Rappen;
      readonly asked: Rappen;
    }
  /** Before the first VAT rate that is known. */
  | {
      readonly code: 'service_too_old';
      readonly position: number;
      readonly servedOn: IsoDay;
      readonly from: IsoDay;
    }
  | { readonly code: 'invoice_too_large' };
