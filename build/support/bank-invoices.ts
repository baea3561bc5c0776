import { z } from 'zod';
import { type Rappen, rappen } from '#shared/money/rappen.ts';
import { checkCreditorReference } from '#shared/numbering/creditor-reference.ts';
import { checkQrReference } from '#shared/numbering/qr-reference.ts';
import { type IsoDay, isoDay } from '#shared/time/instant.ts';
import { because, refuseField } from '#shared/validation/because.ts';

/** What `npm run bank` reads as `invoices.json`. */
export const openInvoices = z
  .array(
    z.strictObject({
      id: z.string().min(1),
      number: z.string().min(1),
      reference: z
        .string()
        .refine(
          (text) => checkQrReference(text).ok || checkCreditorReference(text).ok,
          because({ code: 'reference' }),
        )
        .nullable(),
      open: z.int().transform((value): Rappen => rappen(value)),
      currency: z.enum(['CHF', 'EUR']),
      customerName: z.string(),
      issuedOn: z.iso.date().transform((text): IsoDay => isoDay(text)),
    }),
  )
  .superRefine((list, context) => {
    for (const key of ['id', 'reference'] as const) {
      const seen = new Set<string>();
      for (const [at, invoice] of list.entries()) {
        const given = invoice[key];
        if (given === null) continue;
        // Ids are what they are; references are the same with and without spaces, and in small letters.
        const value = key === 'id' ? given : given.replace(/[ \u00a0]/g, '').toUpperCase();
        if (seen.has(value)) refuseField(context, [at, key], { code: 'twice', id: given });
        seen.add(value);
      }
    }
  });

export const exampleInvoices: z.input<typeof openInvoices> = [
  {
    id: '1',
    number: 'ZRH-A-26-R00017',
    reference: '21 00000 00003 13947 14300 09017',
    open: 35_685,
    currency: 'CHF',
    customerName: 'Annalena Brunner',
    issuedOn: '2026-11-23',
  },
];
