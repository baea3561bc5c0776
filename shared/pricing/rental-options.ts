import * as z from 'zod';
import { idField } from './fields.ts';
import type { PriceList } from './price-list.ts';

/**
 * What a renter may choose on top of a vehicle and a period: extras, protections, a kilometre package, vouchers. The ids are those
 * of the price list; a voucher is its code.
 */
export const rentalOptionsSchema = z.strictObject({
  extras: z.array(z.strictObject({ id: idField, count: z.int().min(1).max(99) })).max(50),
  protections: z.array(idField).max(20),
  kilometrePackage: idField.nullable(),
  vouchers: z.array(idField).max(5),
});

export type RentalOptions = z.output<typeof rentalOptionsSchema>;

export const noOptions: RentalOptions = { extras: [], protections: [], kilometrePackage: null, vouchers: [] };

/** So many pieces of an extra; none takes it away. */
export function withExtra(options: RentalOptions, id: string, count: number): RentalOptions {
  const others = options.extras.filter((extra) => extra.id !== id);
  if (count < 1) return { ...options, extras: others };
  const has = options.extras.some((extra) => extra.id === id);
  const extras = has
    ? options.extras.map((extra) => (extra.id === id ? { id, count } : extra))
    : [...others, { id, count }];
  return { ...options, extras };
}

/** The protection of one cover; `null` is none. Of each cover there is one at most. */
export function withProtection(
  options: RentalOptions,
  { protections }: Pick<PriceList, 'protections'>,
  cover: string,
  id: string | null,
): RentalOptions {
  const ofCover = new Set(protections.filter((known) => known.cover === cover).map((known) => known.id));
  const others = options.protections.filter((chosen) => !ofCover.has(chosen));
  return { ...options, protections: id === null ? others : [...others, id] };
}

/** The codes in what was typed, each once, written as the list writes them: nobody minds capitals at a counter. */
export function vouchersIn(typed: string, { discounts }: Pick<PriceList, 'discounts'>): readonly string[] {
  const codes = typed.split(/[\s,;]+/).filter(Boolean);
  const known = (code: string): string =>
    discounts.find(({ voucher }) => voucher?.toLowerCase() === code.toLowerCase())?.voucher ?? code;
  return [...new Set(codes.map(known))];
}

type Offer = Pick<PriceList, 'extras' | 'protections' | 'kilometrePackages'>;

/** What the list still offers of a choice that was made before it changed. */
export function onlyOffered(options: RentalOptions, list: Offer): RentalOptions {
  const has = (ids: readonly { readonly id: string }[], id: string): boolean =>
    ids.some((known) => known.id === id);
  const { kilometrePackage: chosen } = options;
  return {
    extras: options.extras.filter(({ id }) => has(list.extras, id)),
    protections: options.protections.filter((id) => has(list.protections, id)),
    kilometrePackage: chosen !== null && has(list.kilometrePackages, chosen) ? chosen : null,
    vouchers: options.vouchers,
  };
}

/** How many things were chosen that the list no longer offers. */
export function notOffered(options: RentalOptions, list: Offer): number {
  const left = onlyOffered(options, list);
  return (
    options.extras.length -
    left.extras.length +
    options.protections.length -
    left.protections.length +
    (options.kilometrePackage === left.kilometrePackage ? 0 : 1)
  );
}
