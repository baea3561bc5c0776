import * as z from 'zod';
import { examplePriceList } from '#shared/pricing/example-list.ts';
import { priceListSchema } from '#shared/pricing/price-list.ts';
import { quoteRequestSchema } from '#shared/pricing/quote-request.ts';

/** What `npm run quote` reads. Fields with their meaning: shared/pricing/price-list.ts and quote-request.ts. */
export const quoteInputSchema = z.strictObject({
  language: z.enum(['de', 'fr', 'it', 'en']).default('de'),
  request: quoteRequestSchema,
  priceList: priceListSchema,
});

export const exampleInput: z.input<typeof quoteInputSchema> = {
  language: 'de',
  request: {
    category: 'compact',
    pickUp: { branch: 'zrh', at: '2026-11-20T14:30:00+01:00' },
    return: { branch: 'lugano', at: '2026-11-27T17:30:00+01:00' },
    drivers: [{ bornOn: '2003-01-01', licenceSince: '2022-01-01' }],
    extras: [{ id: 'child', count: 2 }],
    protections: ['cdw', 'theft'],
    customerGroup: 'corporate',
    vouchers: ['WEEK'],
    drivenKilometres: 2000,
  },
  priceList: examplePriceList,
};
