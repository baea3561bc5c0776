import type { BasisPoints, Rappen } from '../money/rappen.ts';
import { formatPlain } from '../money/format-money.ts';
import type { Uid } from '../parties/uid.ts';
import type { IsoDay } from '../time/instant.ts';

/**
 * Billing information "S1" of Swico: what the payer's bookkeeping can read out of the QR code. Source: syntax definition
 * S1, version 1.2. Amounts are net of VAT, in Rappen.
 */
export interface SwicoBillingInformation {
  /** Tag 10. */
  readonly invoiceNumber: string;
  /** Tag 11. */
  readonly issuedOn: IsoDay;
  /** Tag 20: the order number or contact that the customer asked to see. Empty leaves it out. */
  readonly customerReference: string;
  /** Tag 30; `null` for a company without one. */
  readonly uid: Uid | null;
  /** Tag 31: the day or period of the service. */
  readonly service: { readonly from: IsoDay; readonly to: IsoDay } | null;
  /** Tag 32: one rate for the whole amount, or net amounts by rate. Empty leaves it out. */
  readonly vat: readonly { readonly rate: BasisPoints; readonly net: Rappen }[];
  /** Tag 40: days from the invoice's date in which the whole amount is due. */
  readonly dueInDays: number | null;
}

/** `//S1/10/ZRH-A-26-R00017/11/261120/30/123456788/31/261120261123/32/8.1/40/0:30` */
export function swicoBillingInformation(facts: SwicoBillingInformation): string {
  const { service, vat } = facts;
  const tags: readonly (readonly [tag: number, value: string])[] = [
    [10, escape(facts.invoiceNumber)],
    [11, shortDay(facts.issuedOn)],
    [20, escape(facts.customerReference)],
    [30, facts.uid === null ? '' : facts.uid.slice(3)],
    [31, service === null ? '' : serviceDays(service.from, service.to)],
    [32, vatDetails(vat)],
    [40, facts.dueInDays === null ? '' : `0:${facts.dueInDays}`],
  ];
  const filled = tags.filter(([, value]) => value !== '');
  return `//S1${filled.map(([tag, value]) => `/${tag}/${value}`).join('')}`;
}

/** Backslash before `/` and `\`. */
function escape(text: string): string {
  return text.replace(/[\\/]/g, '\\$&');
}

function shortDay(day: IsoDay): string {
  return day.slice(2).replaceAll('-', '');
}

function serviceDays(from: IsoDay, to: IsoDay): string {
  return from === to ? shortDay(from) : shortDay(from) + shortDay(to);
}

function vatDetails(vat: SwicoBillingInformation['vat']): string {
  const [only] = vat;
  if (only === undefined) return '';
  if (vat.length === 1) return percent(only.rate);
  return vat.map(({ rate, net }) => `${percent(rate)}:${formatPlain(net).replace(/\.?0+$/, '')}`).join(';');
}

/** 810 → `8.1` */
function percent(rate: BasisPoints): string {
  return String(rate / 100);
}
