import { type BasisPoints, type Rappen, basisPoints } from '../money/rappen.ts';
import { formatPlain } from '../money/format-money.ts';
import type { Uid } from '../parties/uid.ts';
import type { IsoDay } from '../time/instant.ts';
import type { ParsedSwico } from './parse-swico.ts';

/**
 * Billing information "S1": what the payer's bookkeeping can read out of the QR code. Source: syntax definition S1, version
 * 1.2, of Swico, since the guidelines 2.4 (annex D) of SIX. Amounts are net of VAT, in Rappen.
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
  const { vat, dueInDays } = facts;
  return swicoText({
    ...facts,
    // One rate is for the whole bill, and written without its amount.
    vat: vat.map(({ rate, net }) => ({ rate, amount: vat.length === 1 ? null : net })),
    importVat: [],
    conditions: dueInDays === null ? [] : [{ discount: basisPoints(0), days: dueInDays }],
    unknown: [],
  });
}

/** Everything that the definition can say: the way back of `parseSwico`. Tags ascend, and those without data are left out. */
export function swicoText(said: ParsedSwico): string {
  const { service } = said;
  const tags: readonly (readonly [tag: string, value: string])[] = [
    ['10', escape(said.invoiceNumber)],
    ['11', said.issuedOn === null ? '' : shortDay(said.issuedOn)],
    ['20', escape(said.customerReference)],
    ['30', said.uid === null ? '' : said.uid.slice(3)],
    ['31', service === null ? '' : serviceDays(service.from, service.to)],
    ['32', vatDetails(said.vat)],
    ['33', vatDetails(said.importVat)],
    ['40', said.conditions.map(({ discount, days }) => `${percent(discount)}:${days}`).join(';')],
    ...said.unknown.map(({ tag, value }) => [tag, escape(value)] as const),
  ];
  const filled = tags
    .filter(([, value]) => value !== '')
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
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

function vatDetails(vat: ParsedSwico['vat']): string {
  return vat
    .map(({ rate, amount }) => percent(rate) + (amount === null ? '' : `:${shortAmount(amount)}`))
    .join(';');
}

/** `400.5`: the definition leaves zeros at the end out. */
function shortAmount(amount: Rappen): string {
  return formatPlain(amount).replace(/\.?0+$/, '');
}

/** 810 → `8.1` */
function percent(rate: BasisPoints): string {
  return String(rate / 100);
}
