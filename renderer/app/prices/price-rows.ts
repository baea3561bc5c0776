import type { Selectable } from 'kysely';
import type {
  BranchRow,
  CompanyRow,
  DiscountRow,
  ExtraRow,
  KilometrePackageRow,
  OneWayFeeRow,
  ProtectionRow,
  RateRow,
  SeasonRow,
  VehicleCategoryRow,
} from '#sync/schema/rows.generated.ts';
import type { Tx } from '../counter/transaction.ts';

type Rows = Pick<Tx, 'selectFrom'>;

const companyColumns = [
  'id',
  'name',
  'price_basis',
  'season_by',
  'early_return',
  'late_grace_minutes',
  'late_fee',
  'late_fee_vat_kind',
  'young_driver_under_age',
  'young_driver_per_day',
  'young_driver_maximum',
] as const;

/** The queries whose rows make up the price list of one category: small tables, all of the company's. */
export const priceQueries = {
  companies: (rows: Rows) => rows.selectFrom('companies').select(companyColumns),
  branches: (rows: Rows) => rows.selectFrom('branches').selectAll(),
  seasons: (rows: Rows) => rows.selectFrom('seasons').selectAll(),
  packages: (rows: Rows) => rows.selectFrom('kilometre_packages').selectAll().where('is_active', '=', 1),
  extras: (rows: Rows) => rows.selectFrom('extras').selectAll().where('is_active', '=', 1),
  protections: (rows: Rows) => rows.selectFrom('protections').selectAll().where('is_active', '=', 1),
  oneWay: (rows: Rows) => rows.selectFrom('one_way_fees').selectAll(),
  discounts: (rows: Rows) => rows.selectFrom('discounts').selectAll(),
};

/** A category by its id, or as the one that a query names. */
type CategoryId = string | ReturnType<typeof categoryOfVehicle>;

/** The category of a vehicle, for a price list that is read with what else is read of it. */
export function categoryOfVehicle(rows: Rows, vehicleId: string) {
  return rows.selectFrom('vehicles').select('category_id').where('id', '=', vehicleId);
}

export function categoryQuery(rows: Rows, categoryId: CategoryId) {
  return rows.selectFrom('vehicle_categories').selectAll().where('id', '=', categoryId);
}

export function ratesQuery(rows: Rows, categoryId: CategoryId) {
  return rows.selectFrom('rates').selectAll().where('category_id', '=', categoryId);
}

/** What `priceListOf` makes a price list of. */
export interface PriceRows {
  readonly company: Pick<Selectable<CompanyRow>, (typeof companyColumns)[number]>;
  readonly category: Selectable<VehicleCategoryRow>;
  readonly rates: readonly Selectable<RateRow>[];
  readonly branches: readonly Selectable<BranchRow>[];
  readonly seasons: readonly Selectable<SeasonRow>[];
  readonly packages: readonly Selectable<KilometrePackageRow>[];
  readonly extras: readonly Selectable<ExtraRow>[];
  readonly protections: readonly Selectable<ProtectionRow>[];
  readonly oneWay: readonly Selectable<OneWayFeeRow>[];
  readonly discounts: readonly Selectable<DiscountRow>[];
}

/** The rows of a category's price list, read now and at once. `null` when the category or the company is not there. */
export async function readPriceRows(rows: Rows, categoryId: CategoryId): Promise<PriceRows | null> {
  const [[company], [category], rates, branches, seasons, packages, extras, protections, oneWay, discounts] =
    await Promise.all([
      priceQueries.companies(rows).execute(),
      categoryQuery(rows, categoryId).execute(),
      ratesQuery(rows, categoryId).execute(),
      priceQueries.branches(rows).execute(),
      priceQueries.seasons(rows).execute(),
      priceQueries.packages(rows).execute(),
      priceQueries.extras(rows).execute(),
      priceQueries.protections(rows).execute(),
      priceQueries.oneWay(rows).execute(),
      priceQueries.discounts(rows).execute(),
    ]);
  if (!company || !category) return null;
  return { company, category, rates, branches, seasons, packages, extras, protections, oneWay, discounts };
}
