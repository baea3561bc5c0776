import { type PriceList, priceListSchema } from '#shared/pricing/price-list.ts';
import { demoId, categoryId, rateId } from './demo-id.ts';
import { type DemoCategory } from './demo-fleet.ts';
import { alpina, lago } from './demo-people.ts';
import type { NewRow } from './insert-rows.ts';

/** What goes with a rental: name, by day or once, price, most for one piece, most pieces. In Rappen. */
const extras = [
  ['Zweitfahrer', 'once', 2_500, null, 3],
  ['Kindersitz', 'day', 800, 5_000, 3],
  ['Schneeketten', 'once', 3_500, null, 1],
  ['Navigationsgerät', 'day', 600, 4_000, 1],
  ['Skiträger', 'once', 4_000, null, 1],
] as const;

/** Name, cover, a day, deductible. */
const protections = [
  ['Vollkasko, Selbstbehalt 500', 'collision', 1_900, 50_000],
  ['Vollkasko ohne Selbstbehalt', 'collision', 2_900, 0],
] as const;

const packages = [
  ['500 km dazu', 500, 12_500],
  ['1000 km dazu', 1_000, 22_000],
] as const;

const pieces = (companyId: string) => ({
  extras: extras.map(([name, per, price, maximum, maximumCount]) => ({
    id: demoId(`extra/${companyId}/${name}`),
    name,
    per,
    price,
    maximum,
    maximumCount,
  })),
  protections: protections.map(([name, cover, perDay, deductible]) => ({
    id: demoId(`protection/${companyId}/${name}`),
    name,
    cover,
    perDay,
    deductible,
  })),
  packages: packages.map(([name, kilometres, price]) => ({
    id: demoId(`package/${companyId}/${name}`),
    name,
    kilometres,
    price,
  })),
});

const branchesOf = (companyId: string) =>
  companyId === alpina.id
    ? [
        { id: alpina.branches.zurich, name: 'Zürich HB', canton: 'ZH' as const },
        { id: alpina.branches.chur, name: 'Chur', canton: 'GR' as const },
      ]
    : [{ id: lago.branches.lugano, name: 'Lugano', canton: 'TI' as const }];

const oneWayPrice = 9_000;
const businessShare = 1_000;
/** As a company names it: it stands in the customers' files and beside the discount. */
const businessGroup = 'Firmen';

/** The rows of a company's price list beside its rates, by table. */
export function priceRows(companyId: string, year: number, created_at: string): Record<string, NewRow[]> {
  const { extras: some, protections: covers, packages: kilometres } = pieces(companyId);
  const own = { company_id: companyId, created_at };
  return {
    extras: some.map(({ maximumCount, ...extra }) => ({ ...own, ...extra, maximum_count: maximumCount })),
    protections: covers.map(({ perDay, ...cover }) => ({ ...own, ...cover, per_day: perDay })),
    kilometre_packages: kilometres.map((one) => ({ ...own, ...one })),
    one_way_fees:
      companyId === alpina.id
        ? [
            {
              ...own,
              id: demoId('one-way/alpina'),
              from_branch_id: null,
              to_branch_id: null,
              price: oneWayPrice,
            },
          ]
        : [],
    discounts: [
      {
        ...own,
        id: demoId(`discount/${companyId}`),
        name: 'Firmenkunden',
        customer_group: businessGroup,
        share: businessShare,
        applies_to: 'rental',
        valid_from: `${year - 1}-01-01`,
        valid_to: `${year + 1}-12-31`,
      },
    ],
  };
}

/** The same list as the pricing engine knows it, of one category: what the demo's contracts were signed with. */
export function demoPriceList(companyId: string, category: DemoCategory, year: number): PriceList {
  const { extras: some, protections: covers, packages: kilometres } = pieces(companyId);
  const vat = 'standard' as const;
  return priceListSchema.parse({
    id: companyId,
    name: companyId === alpina.id ? alpina.name : lago.name,
    categories: [
      {
        id: categoryId(companyId, category.code),
        name: category.name,
        deposit: category.deposit,
        deductibles: { collision: category.deductible },
        minimumAge: category.minimumAge,
        minimumLicenceYears: category.minimumLicenceYears,
      },
    ],
    rates: ([1, 7, 28] as const).map((minimumDays, step) => ({
      id: rateId(companyId, category.code, minimumDays),
      name: ['Tagestarif', 'Wochentarif', 'Monatstarif'][step] ?? '',
      category: categoryId(companyId, category.code),
      validFrom: `${year - 1}-01-01`,
      validTo: `${year + 1}-12-31`,
      minimumDays,
      graceMinutes: 59,
      extraKilometrePrice: category.extraKilometrePrice,
      day: { price: category.dayPrices[step] ?? 0, kilometres: 200 },
    })),
    branches: branchesOf(companyId),
    kilometrePackages: kilometres.map((one) => ({ ...one, vat })),
    extras: some.map((extra) => ({ ...extra, vat })),
    protections: covers.map((cover) => ({ ...cover, maximum: null, vat })),
    oneWay: companyId === alpina.id ? [{ from: '*', to: '*', price: oneWayPrice }] : [],
    discounts: [
      {
        id: demoId(`discount/${companyId}`),
        name: 'Firmenkunden',
        group: businessGroup,
        by: { share: businessShare },
        on: 'rental',
        validFrom: `${year - 1}-01-01`,
        validTo: `${year + 1}-12-31`,
      },
    ],
  });
}
