import type { Currency, Rappen } from '../money/rappen.ts';
import type { IsoDay } from '../time/instant.ts';

/** What matching needs to know of an invoice. */
export interface OpenInvoice {
  readonly id: string;
  readonly number: string;
  /** QRR or SCOR, with or without spaces; `null` for a bill without one. */
  readonly reference: string | null;
  /** What is not paid yet; 0 for a settled invoice, which may still be paid twice. */
  readonly open: Rappen;
  readonly currency: Currency;
  readonly customerName: string;
  readonly issuedOn: IsoDay;
}
