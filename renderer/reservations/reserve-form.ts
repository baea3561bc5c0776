import * as z from 'zod';
import { personForm } from '#shared/contracts/check-out-form.ts';
import { unprintableCharacters } from '#shared/parties/paper-text.ts';
import { rentalOptionsSchema } from '#shared/pricing/rental-options.ts';
import { instant } from '#shared/time/instant.ts';

const moment = z.iso.datetime({ error: 'required' }).transform((value) => instant(value));

/** What the form of a reservation hands over. Messages are codes, as those of the check-out's form. */
export const reserveForm = z.strictObject({
  /** The reservation that is changed; null for a new one. */
  reservationId: z.uuid().nullable(),
  kind: z.enum(['quote', 'reservation']),
  customer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('existing'), id: z.uuid({ error: 'required' }) }),
    z.strictObject({ kind: z.literal('new'), person: personForm }),
  ]),
  categoryId: z.uuid({ error: 'required' }),
  /** A certain vehicle of the category; null for any. */
  vehicleId: z.uuid().nullable(),
  startsAt: moment,
  endsAt: moment,
  returnBranchId: z.uuid({ error: 'required' }),
  options: rentalOptionsSchema,
  note: z
    .string()
    .trim()
    .max(1000, { error: 'too_long', abort: true })
    .refine((typed) => unprintableCharacters(typed.replaceAll('\n', '')).length === 0, {
      error: 'characters',
    }),
});

export type ReserveForm = z.output<typeof reserveForm>;
export type ReserveFormInput = z.input<typeof reserveForm>;
