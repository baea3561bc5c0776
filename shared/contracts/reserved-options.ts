import * as z from 'zod';
import type { Json } from '../audit/canonical-json.ts';
import { type RentalOptions, noOptions, rentalOptionsSchema } from '../pricing/rental-options.ts';

/**
 * What a quote or reservation keeps in `contracts.terms` until it is signed: what was chosen, so that the check-out takes it over.
 * The price lines beside it are what was told to the renter; they are priced anew when the vehicle leaves, and the signature replaces
 * all of it with the terms as agreed (`storedTerms`).
 */
const schema = z.object({ reserved: z.object({ options: rentalOptionsSchema }) });

export function reservedTerms(options: RentalOptions): Json {
  const { extras, protections, kilometrePackage, vouchers } = options;
  return {
    reserved: {
      options: {
        extras: extras.map(({ id, count }) => ({ id, count })),
        protections: [...protections],
        kilometrePackage,
        vouchers: [...vouchers],
      },
    },
  };
}

/** What was chosen; nothing where nothing was kept: a reservation of an older version, or a contract that is signed. */
export function reservedOptions(terms: string | null): RentalOptions {
  if (terms === null) return noOptions;
  const parsed = schema.safeParse(JSON.parse(terms));
  return parsed.success ? parsed.data.reserved.options : noOptions;
}
