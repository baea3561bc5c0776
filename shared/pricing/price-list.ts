import * as z from 'zod';
import { cantons } from '../time/holiday-rules.ts';
import {
  amountField,
  countField,
  dayField,
  idField,
  kilometresField,
  nameField,
  shareField,
  timeField,
  vatKindField,
  weekdayField,
} from './fields.ts';
import { because, refuseField } from '../validation/because.ts';

const unit = { price: amountField, kilometres: kilometresField };

/**
 * A rate: what one category costs in one season, in the units in which it may be rented.
 * Among the rates valid on a day the highest `priority` counts (a season above the year's list), then the largest
 * `minimumDays` that the whole rental reaches (a longer rate).
 */
const rateSchema = z
  .strictObject({
    id: idField,
    name: nameField,
    category: idField,
    validFrom: dayField,
    validTo: dayField,
    priority: z.int().default(0),
    minimumDays: z.int().min(1).default(1),
    /** So many minutes past the full day do not start another. */
    graceMinutes: z.int().min(0).max(1439),
    extraKilometrePrice: amountField,
    day: z.strictObject(unit),
    /** Started hours, for what goes beyond full days; a rental shorter than a day pays at least `minimumHours`. */
    hour: z.strictObject({ ...unit, minimumHours: z.int().min(1).max(24).default(1) }).optional(),
    /** One price for what lies between these two points of the week; over holidays: with those beside it. */
    weekend: z
      .strictObject({
        ...unit,
        from: z.strictObject({ weekday: weekdayField, time: timeField }),
        to: z.strictObject({ weekday: weekdayField, time: timeField }),
        overHolidays: z.boolean().default(false),
      })
      .optional(),
    /** Up to seven days. */
    week: z.strictObject(unit).optional(),
    /** Up to `days` days, 30 if not said. */
    month: z.strictObject({ ...unit, days: z.int().min(28).max(31).default(30) }).optional(),
  })
  .refine((rate) => rate.validFrom <= rate.validTo, { path: ['validTo'], ...because({ code: 'period' }) });

const categorySchema = z.strictObject({
  id: idField,
  name: nameField,
  deposit: amountField,
  /** What the renter bears, by cover: `{ "collision": 200000, "theft": 200000 }`. */
  deductibles: z.record(idField, amountField).default({}),
  minimumAge: z.int().min(16).max(99),
  maximumAge: z.int().min(16).max(120).nullable().default(null),
  minimumLicenceYears: z.int().min(0).max(50),
});

const opening = z.array(
  z
    .strictObject({ from: timeField, to: timeField })
    .refine(({ from, to }) => from < to, { path: ['to'], ...because({ code: 'period' }) }),
);

const branchSchema = z.strictObject({
  id: idField,
  name: nameField,
  canton: z.enum(cantons),
  /** Monday first, seven lists of opening hours; `null` is open day and night. */
  opening: z.array(opening).length(7).nullable().default(null),
  onHolidays: z.enum(['closed', 'as_sunday', 'as_usual']).default('closed'),
  closedOn: z.array(dayField).default([]),
  /** The fee for a key handed over while the branch is closed; `null` is not offered. */
  afterHours: z
    .strictObject({ pickUp: amountField.nullable(), return: amountField.nullable() })
    .default({ pickUp: null, return: null }),
  /** Charged for pick-ups here: once, or as a share of rental, kilometres, protections and extras before discounts. */
  airport: z
    .union([z.strictObject({ once: amountField }), z.strictObject({ share: shareField })])
    .nullable()
    .default(null),
});

const charge = { id: idField, name: nameField, vat: vatKindField };

const discountSchema = z
  .strictObject({
    id: idField,
    name: nameField,
    /** For renters of this group; `null` with no voucher: for everybody. */
    group: idField.nullable().default(null),
    /** Only for whoever shows this code. */
    voucher: idField.nullable().default(null),
    by: z.union([z.strictObject({ share: shareField }), z.strictObject({ amount: amountField })]),
    on: z.enum(['rental', 'all']),
    minimumDays: z.int().min(1).default(1),
    /** By the day of the pick-up. */
    validFrom: dayField,
    validTo: dayField,
  })
  .refine(({ group, voucher }) => group === null || voucher === null, {
    path: ['voucher'],
    ...because({ code: 'group_and_voucher' }),
  });

/** What is found by its id: each id once. */
const keyed = [
  'categories',
  'rates',
  'branches',
  'kilometrePackages',
  'extras',
  'protections',
  'discounts',
] as const;

/**
 * A price list: everything a price depends on but the rental itself. Amounts are whole Rappen. A signed contract keeps
 * the list it was priced with, so changing a list never changes a contract.
 */
export const priceListSchema = z
  .strictObject({
    id: idField,
    name: nameField,
    /** Whether the amounts have the VAT within. */
    basis: z.enum(['gross', 'net']).default('gross'),
    /** The season of the first day holds for the whole rental, or every day has its own. */
    seasonBy: z.enum(['start', 'day']).default('start'),
    categories: z.array(categorySchema).min(1),
    rates: z.array(rateSchema).min(1),
    branches: z.array(branchSchema).min(1),
    kilometrePackages: z
      .array(z.strictObject({ ...charge, kilometres: kilometresField, price: amountField }))
      .default([]),
    extras: z
      .array(
        z.strictObject({
          ...charge,
          per: z.enum(['day', 'once']),
          price: amountField,
          /** For one piece over the whole rental. */
          maximum: amountField.nullable().default(null),
          maximumCount: countField.default(1),
        }),
      )
      .default([]),
    /** Whether a waiver carries VAT depends on who bears the risk: ask a fiduciary; `vat` says what was decided. */
    protections: z
      .array(
        z.strictObject({
          ...charge,
          cover: idField,
          perDay: amountField,
          maximum: amountField.nullable().default(null),
          deductible: amountField,
          /** The deposit with this protection, if it lowers it. */
          deposit: amountField.nullable().default(null),
        }),
      )
      .default([]),
    /** For every driver below this age on the day of the pick-up, or on which they join. */
    youngDriver: z
      .strictObject({
        underAge: z.int().min(17).max(40),
        perDay: amountField,
        maximum: amountField.nullable().default(null),
      })
      .nullable()
      .default(null),
    /** From branch to branch, `*` is any; the most precise counts. A pair without a row is not offered. */
    oneWay: z.array(z.strictObject({ from: idField, to: idField, price: amountField })).default([]),
    discounts: z.array(discountSchema).default([]),
    /** Brought back early: the signed price stays, or it is priced anew (never dearer than signed). */
    earlyReturn: z.enum(['no_refund', 'reprice']).default('no_refund'),
    /** Brought back late: priced anew (never cheaper than signed), and this once, beyond the grace. */
    lateReturn: z
      .strictObject({ graceMinutes: z.int().min(0), fee: amountField, vat: vatKindField })
      .default({ graceMinutes: 0, fee: amountField.parse(0), vat: 'standard' }),
  })
  .superRefine((list, context) => {
    const known = new Set(list.categories.map(({ id }) => id));
    for (const [index, { category }] of list.rates.entries()) {
      if (!known.has(category)) {
        refuseField(context, ['rates', index, 'category'], { code: 'id_unknown', id: category });
      }
    }
    for (const key of keyed) {
      const ids = list[key].map(({ id }) => id);
      for (const [index, id] of ids.entries()) {
        if (ids.indexOf(id) < index) refuseField(context, [key, index, 'id'], { code: 'twice', id });
      }
    }
    const pairs = list.oneWay.map(({ from, to }) => `${from} → ${to}`);
    for (const [index, id] of pairs.entries()) {
      if (pairs.indexOf(id) < index) refuseField(context, ['oneWay', index, 'to'], { code: 'twice', id });
    }
  });

export type PriceList = z.output<typeof priceListSchema>;
export type PriceListInput = z.input<typeof priceListSchema>;
export type ListRate = PriceList['rates'][number];
export type Category = PriceList['categories'][number];
export type Branch = PriceList['branches'][number];
export type Discount = PriceList['discounts'][number];
