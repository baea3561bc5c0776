import { z } from 'zod';
import type { Rappen } from '#shared/money/rappen.ts';

const party = z.strictObject({
  name: z.string(),
  street: z.string(),
  houseNumber: z.string(),
  postcode: z.string(),
  town: z.string(),
  country: z.string(),
});
/** What `npm run qr` reads. */
export const qrBillInput = z.strictObject({
  account: z.string(),
  creditor: party,
  // Any number: what it must be is the rule's to say, with its code.
  amount: z
    .number()
    .nullable()
    .transform((value) => value as Rappen | null),
  currency: z.string().transform((text) => text as 'CHF' | 'EUR'),
  debtor: party.nullable(),
  reference: z.discriminatedUnion('type', [
    z.strictObject({ type: z.enum(['QRR', 'SCOR']), value: z.string() }),
    z.strictObject({ type: z.literal('NON') }),
  ]),
  message: z.string(),
  billingInformation: z.string(),
  alternativeSchemes: z.array(z.string()),
});

export const exampleBill: z.input<typeof qrBillInput> = {
  account: 'CH44 3199 9123 0008 8901 2',
  creditor: {
    name: 'Limmat Autovermietung AG',
    street: 'Hohlstrasse',
    houseNumber: '612',
    postcode: '8048',
    town: 'Zürich',
    country: 'CH',
  },
  amount: 159_000,
  currency: 'CHF',
  debtor: null,
  reference: { type: 'QRR', value: '21 00000 00003 13947 14300 09017' },
  message: 'Mietvertrag ZRH-A-26-00042',
  billingInformation: '',
  alternativeSchemes: [],
};
