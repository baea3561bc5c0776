import { z } from 'zod';
import { damageKinds, damageSizes } from '../fleet/damage-size.ts';
import { longestDamageNote } from '../fleet/damage.ts';
import { isPerMille } from '../fleet/per-mille.ts';
import { sketchViews } from '../fleet/sketch-views.ts';
import { isSeriesNumber } from '../numbering/series-number.ts';
import {
  type PaperRefusal,
  addressField,
  companyField,
  customerField,
  instantField,
  paperLanguage,
  parsePaper,
} from '../parties/paper-fields.ts';
import { imageField } from '../parties/paper-image.ts';
import { paperText } from '../parties/paper-text.ts';
import type { Result } from '../result/result.ts';
import { signatureField } from './contract-paper-signature.ts';
import { cleanlinesses, mostDamages } from './handover.ts';
import { checkHandoverPaper } from './handover-paper-rules.ts';
import { because, refuseField } from '../validation/because.ts';

/** A photo from a phone, made smaller by the counter: enough for a scratch at 54 mm on paper, and for a look on a screen. */
export const largestPhoto = 600_000;
const mostPhotos = 24;

const perMilleField = z.int().refine(isPerMille, because({ code: 'off_sketch' }));

const state = z.strictObject({
  at: instantField,
  kilometres: z.int().min(0).max(9_999_999),
  /** Tank or battery in eighths, 0 to 8. */
  fuelEighths: z.int().min(0).max(8),
  cleanliness: z.enum(cleanlinesses),
  keys: z.int().min(0).max(20),
  accessories: z
    .array(z.strictObject({ name: paperText({ max: 60 }), count: z.int().min(0).max(99) }))
    .max(30),
});

const damage = z.strictObject({
  view: z.enum(sketchViews),
  /** Per mille of the view's box, from its top left. */
  x: perMilleField,
  y: perMilleField,
  kind: z.enum(damageKinds),
  size: z.enum(damageSizes),
  note: paperText({ max: longestDamageNote }).nullable(),
  foundAt: instantField,
  /** Against the check-out; on a check-out every damage is `known`. */
  status: z.enum(['known', 'new', 'changed', 'repaired', 'not_reported']),
});

const photo = z.strictObject({
  image: imageField({ maxBytes: largestPhoto }),
  /** The number of the damage it shows, from 1 as on the sketch. */
  damage: z.int().min(1).nullable(),
  caption: paperText({ max: 80 }).nullable(),
  takenAt: instantField,
});

const fields = z.strictObject({
  language: paperLanguage,
  /** `out`: the renter takes the car; `in`: it comes back. */
  direction: z.enum(['out', 'in']),
  contractNumber: z
    .string()
    .refine((text) => isSeriesNumber(text, 'contract'), because({ code: 'number', kind: 'contract' })),
  company: companyField,
  branch: z.strictObject({
    name: paperText({ max: 70 }),
    address: addressField,
    phone: companyField.shape.phone,
  }),
  counter: paperText({ max: 40 }),
  clerk: paperText({ max: 70 }),
  customer: customerField,
  vehicle: z.strictObject({
    plate: paperText({ max: 14 }),
    vin: z.string().refine((text) => /^[A-HJ-NPR-Z0-9]{17}$/.test(text), because({ code: 'vin' })),
    model: paperText({ max: 80 }),
    category: paperText({ max: 60 }),
    colour: paperText({ max: 40 }).nullable(),
    drive: z.enum(['fuel', 'electric']),
  }),
  /** At this handover. */
  state,
  /** At the check-out, beside which a check-in is set; `null` on a check-out. */
  stateOut: state.nullable(),
  /** Numbered as they stand here, from 1. */
  damages: z.array(damage).max(mostDamages),
  photos: z.array(photo).max(mostPhotos),
  notes: paperText({ max: 1000, lines: true }).nullable(),
  /** `key_box`: nobody was there to sign. */
  renter: z.enum(['present', 'key_box']),
  /** When the report was written: the paper's date. */
  issuedAt: instantField,
  /** `null` leaves a line to sign on paper, unless there was only the key box. */
  signature: signatureField.nullable(),
  signedAt: instantField.nullable(),
});

export type HandoverPaper = z.output<typeof fields>;
/** The same before parsing: plain numbers and strings. */
export type HandoverPaperInput = z.input<typeof fields>;
export type HandoverState = HandoverPaper['state'];
export type HandoverDamage = HandoverPaper['damages'][number];
export type HandoverPhoto = HandoverPaper['photos'][number];

/**
 * Everything that stands on a handover report, its photos with it: made once, kept, and made again byte for byte from the
 * same input. It travels over IPC, so unknown keys and wrong types are refused.
 */
export const handoverPaper = fields.superRefine((paper, context) => {
  for (const { path, fault } of checkHandoverPaper(paper)) refuseField(context, path, fault);
});

export function parseHandoverPaper(input: unknown): Result<HandoverPaper, PaperRefusal> {
  return parsePaper(handoverPaper, input);
}
