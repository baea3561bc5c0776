import { z } from 'zod';
import { isSeriesNumber } from '../numbering/series-number.ts';
import {
  addressField,
  companyField,
  dayField,
  instantField,
  paperLanguage,
} from '../parties/paper-fields.ts';
import { paperText } from '../parties/paper-text.ts';
import { momentsAt } from './fine-moments.ts';
import { because } from '../validation/because.ts';
import type { Fault } from '../validation/fault.ts';

/** What both letters about a fine have in common: the offence as the authority wrote it, and the rental that proves who. */
export const finePaperFields = {
  language: paperLanguage,
  /** Of the counter's series: `ZRH-A-26-B00004`. */
  number: z
    .string()
    .refine((text) => isSeriesNumber(text, 'fine'), because({ code: 'number', kind: 'fine' })),
  issuedAt: instantField,
  issuedOn: dayField,
  /** Where it is signed. */
  place: paperText({ max: 35 }),
  company: companyField,
  branch: z.strictObject({
    name: paperText({ max: 70 }),
    address: addressField,
    phone: companyField.shape.phone,
  }),
  clerk: paperText({ max: 70 }),
  offence: z.strictObject({
    /** The authority's reference of the fine. */
    reference: paperText({ max: 60 }),
    /** The day of the authority's letter; `null` when it has none. */
    reportedOn: dayField.nullable(),
    day: dayField,
    /** As on the authority's letter, Swiss wall clock: `14:30`. */
    time: z.string().refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), because({ code: 'time' })),
    place: paperText({ max: 140 }),
    what: paperText({ max: 240 }),
    plate: paperText({ max: 14 }),
    /** Make and model. */
    vehicle: paperText({ max: 80 }),
  }),
  rental: z.strictObject({
    contractNumber: z
      .string()
      .refine((text) => isSeriesNumber(text, 'contract'), because({ code: 'number', kind: 'contract' })),
    /** The real check-out. */
    from: instantField,
    /** The real return; `null` while the vehicle is out. */
    to: instantField.nullable(),
  }),
} as const;

interface FineFacts {
  readonly issuedOn: string;
  readonly offence: { readonly day: z.output<typeof dayField>; readonly time: string };
  readonly rental: { readonly from: string; readonly to: string | null };
}

/** A letter may not name somebody for a time at which the vehicle was not theirs, nor for one that never was. */
export function checkFineFacts(
  { issuedOn, offence, rental }: FineFacts,
  refuse: (path: readonly string[], fault: Fault) => void,
): void {
  if (rental.to !== null && rental.to <= rental.from) {
    refuse(['rental', 'to'], { code: 'period' });
    return;
  }
  if (offence.day > issuedOn) refuse(['offence', 'day'], { code: 'in_future' });
  const moments = momentsAt(offence.day, offence.time);
  if (moments.length === 0) {
    refuse(['offence', 'time'], { code: 'time_skipped' });
    return;
  }
  const within = moments.some((at) => rental.from <= at && (rental.to === null || at < rental.to));
  if (!within) refuse(['rental'], { code: 'not_in_rental' });
}
