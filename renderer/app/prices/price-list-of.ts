import { type PriceList, type PriceListInput, priceListSchema } from '#shared/pricing/price-list.ts';
import type { PriceRows } from './price-rows.ts';

/**
 * The price list of one category, as the pricing engine knows it, out of the rows that the server sent; `null` for a category
 * without a rate. Throws when they make no list: the server's constraints are those of the schema.
 */
export function priceListOf(rows: PriceRows): PriceList | null {
  const { company, category } = rows;
  if (rows.rates.length === 0) return null;
  return priceListSchema.parse({
    id: company.id,
    name: company.name,
    basis: company.price_basis,
    seasonBy: company.season_by,
    categories: [
      {
        id: category.id,
        name: category.name,
        deposit: category.deposit,
        deductibles: {
          collision: category.deductible,
          ...(category.theft_deductible > 0 ? { theft: category.theft_deductible } : {}),
        },
        minimumAge: category.minimum_age,
        maximumAge: category.maximum_age,
        minimumLicenceYears: category.minimum_licence_years,
      },
    ],
    rates: rows.rates.map((rate) => rateOf(rate, rows)),
    branches: rows.branches.map(branchOf),
    kilometrePackages: rows.packages.map(({ id, name, kilometres, price, vat_kind: vat }) => ({
      id,
      name,
      kilometres: kilometres ?? 'unlimited',
      price,
      vat,
    })),
    extras: rows.extras.map(({ id, name, per, price, maximum, maximum_count, vat_kind: vat }) => ({
      id,
      name,
      per,
      price,
      maximum,
      maximumCount: maximum_count,
      vat,
    })),
    protections: rows.protections.map((protection) => ({
      id: protection.id,
      name: protection.name,
      cover: protection.cover,
      perDay: protection.per_day,
      maximum: protection.maximum,
      deductible: protection.deductible,
      deposit: protection.deposit,
      vat: protection.vat_kind,
    })),
    youngDriver:
      company.young_driver_under_age === null
        ? null
        : {
            underAge: company.young_driver_under_age,
            perDay: company.young_driver_per_day,
            maximum: company.young_driver_maximum,
          },
    oneWay: rows.oneWay.map(({ from_branch_id, to_branch_id, price }) => ({
      from: from_branch_id ?? '*',
      to: to_branch_id ?? '*',
      price,
    })),
    discounts: rows.discounts.map((discount) => ({
      id: discount.id,
      name: discount.name,
      group: discount.customer_group,
      voucher: discount.voucher,
      by: discount.share === null ? { amount: discount.amount ?? 0 } : { share: discount.share },
      on: discount.applies_to,
      minimumDays: discount.minimum_days,
      validFrom: discount.valid_from,
      validTo: discount.valid_to,
    })),
    earlyReturn: company.early_return,
    lateReturn: {
      graceMinutes: company.late_grace_minutes,
      fee: company.late_fee,
      vat: company.late_fee_vat_kind,
    },
  } satisfies PriceListInput);
}

type RateInput = PriceListInput['rates'][number];

/** A season's rates hold in its days only, and before those that hold all year. */
function rateOf(rate: PriceRows['rates'][number], { seasons }: PriceRows): RateInput {
  const season = seasons.find(({ id }) => id === rate.season_id);
  const kilometres = (count: number | null): number | 'unlimited' =>
    rate.is_unlimited === 1 ? 'unlimited' : (count ?? 0);
  const later = season && season.valid_from > rate.valid_from ? season.valid_from : rate.valid_from;
  const earlier = season && season.valid_to < rate.valid_to ? season.valid_to : rate.valid_to;
  return {
    id: rate.id,
    name: rate.name,
    category: rate.category_id,
    validFrom: later,
    validTo: earlier,
    priority: season ? season.priority + 1 : 0,
    minimumDays: rate.minimum_days,
    graceMinutes: rate.grace_minutes,
    extraKilometrePrice: rate.extra_kilometre_price,
    day: { price: rate.day_price, kilometres: kilometres(rate.kilometres_per_day) },
    ...(rate.hour_price === null
      ? {}
      : {
          hour: {
            price: rate.hour_price,
            kilometres: kilometres(rate.hour_kilometres),
            minimumHours: rate.minimum_hours,
          },
        }),
    ...(rate.weekend_price === null
      ? {}
      : {
          weekend: {
            price: rate.weekend_price,
            kilometres: kilometres(rate.weekend_kilometres),
            from: weekPoint(rate.weekend_from),
            to: weekPoint(rate.weekend_to),
            overHolidays: rate.weekend_over_holidays === 1,
          },
        }),
    ...(rate.week_price === null
      ? {}
      : { week: { price: rate.week_price, kilometres: kilometres(rate.week_kilometres) } }),
    ...(rate.month_price === null
      ? {}
      : {
          month: {
            price: rate.month_price,
            kilometres: kilometres(rate.month_kilometres),
            days: rate.month_days,
          },
        }),
  };
}

/** `5 12:00` → Friday noon. */
function weekPoint(text: string | null): { readonly weekday: number; readonly time: string } {
  const [weekday = '', time = ''] = (text ?? '').split(' ');
  return { weekday: Number(weekday), time };
}

function branchOf(branch: PriceRows['branches'][number]): PriceListInput['branches'][number] {
  const { airport_once: once, airport_share: share } = branch;
  return {
    id: branch.id,
    name: branch.name,
    canton: branch.canton,
    // JSON of our own tables: the schema of the list checks what is in it.
    opening: branch.opening === null ? null : (JSON.parse(branch.opening) as Opening),
    onHolidays: branch.on_holidays,
    closedOn: JSON.parse(branch.closed_on) as string[],
    afterHours: { pickUp: branch.after_hours_pick_up, return: branch.after_hours_return },
    airport: once !== null ? { once } : share === null ? null : { share },
  };
}

type Opening = Exclude<PriceListInput['branches'][number]['opening'], undefined>;
