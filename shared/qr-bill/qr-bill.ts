import type { Currency, Rappen } from '../money/rappen.ts';
import type { Iban } from './iban.ts';

/** The data of a Swiss QR-bill (Implementation Guidelines 2.4, chapter 4). Texts that are not there are empty. */
export interface QrBill {
  /** IBAN or QR-IBAN, with or without spaces. */
  readonly account: string;
  readonly creditor: QrParty;
  /** `null` leaves the amount to be written by hand. */
  readonly amount: Rappen | null;
  readonly currency: Currency;
  /** `null` leaves the payer to be written by hand. */
  readonly debtor: QrParty | null;
  readonly reference: QrBillReference;
  /** Unstructured message. */
  readonly message: string;
  /** Structured billing information, such as `//S1/…`. */
  readonly billingInformation: string;
  /** At most two, 100 characters each. */
  readonly alternativeSchemes: readonly string[];
}

/** A structured address (type S), the only kind since version 2.3. */
export interface QrParty {
  /** At most 70 characters. */
  readonly name: string;
  /** At most 70 characters, may be empty. */
  readonly street: string;
  /** At most 16 characters, may be empty. */
  readonly houseNumber: string;
  /** At most 16 characters. */
  readonly postcode: string;
  /** At most 35 characters. */
  readonly town: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export type QrBillReference =
  /** 27 digits; with a QR-IBAN and in CHF only. */
  | { readonly type: 'QRR'; readonly value: string }
  /** ISO 11649, `RF…`; with an ordinary IBAN. */
  | { readonly type: 'SCOR'; readonly value: string }
  | { readonly type: 'NON' };

declare const checked: unique symbol;

/** A bill that went through `checkQrBill`: account and reference are without spaces, and every rule holds. */
export type ValidQrBill = Omit<QrBill, 'account'> & { readonly account: Iban; readonly [checked]: true };
