import { listName } from '#shared/parties/party-name.ts';
import type pg from 'pg';
import { formatSeriesNumber } from '#shared/numbering/series-number.ts';
import { contractLines } from '#shared/contracts/contract-lines.ts';
import type { ContractTerms } from '#shared/contracts/signed-contract.ts';
import { storedTerms } from '#shared/contracts/stored-terms.ts';
import { signPrice } from '#shared/pricing/change-rental.ts';
import { quoteRequestSchema } from '#shared/pricing/quote-request.ts';
import { must } from '#shared/result/result.ts';
import {
  type Instant,
  type IsoDay,
  addDays,
  atWallClock,
  dayOf,
  instant,
  isoDay,
} from '#shared/time/instant.ts';
import { type DemoCustomer, alpinaCustomers, lagoCustomers } from './demo-customers.ts';
import {
  type DemoCategory,
  type DemoVehicle,
  alpinaVehicles,
  demoCategories,
  lagoVehicles,
} from './demo-fleet.ts';
import { categoryId, demoId } from './demo-id.ts';
import { alpina, demoPeople, lago } from './demo-people.ts';
import { demoPriceList } from './demo-prices.ts';
import { type NewRow, insertRows } from './insert-rows.ts';

/** One rental of the demo. `out` ones are signed and handed over, `reserved` ones wait for their pick-up. */
export interface ContractPlan {
  readonly id: string;
  readonly companyId: string;
  readonly branchId: string;
  readonly counterId: string;
  readonly clerkId: string;
  readonly status: 'out' | 'reserved' | 'to_assign';
  readonly number: string | null;
  readonly vehicle: DemoVehicle;
  readonly customer: DemoCustomer;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

interface Desk {
  readonly companyId: string;
  readonly branchId: string;
  readonly counterId: string;
  readonly clerkId: string;
  readonly branch: string;
  readonly letter: string;
  readonly vehicles: readonly DemoVehicle[];
  readonly customers: readonly DemoCustomer[];
}

const zurich: Desk = {
  companyId: alpina.id,
  branchId: alpina.branches.zurich,
  counterId: alpina.counters.zurichA,
  clerkId: demoPeople.zurich.id,
  branch: 'ZRH',
  letter: 'A',
  vehicles: alpinaVehicles,
  customers: alpinaCustomers,
};
const chur: Desk = {
  ...zurich,
  branchId: alpina.branches.chur,
  counterId: alpina.counters.churA,
  clerkId: demoPeople.chur.id,
  branch: 'CHR',
};
const lugano: Desk = {
  companyId: lago.id,
  branchId: lago.branches.lugano,
  counterId: lago.counters.luganoA,
  clerkId: demoPeople.lagoStaff.id,
  branch: 'LUG',
  letter: 'A',
  vehicles: lagoVehicles,
  customers: lagoCustomers,
};

/** A day at Alpina, around today: two cars due back, one overdue, others away, pick-ups waiting. */
export function alpinaPlans(today: Date): readonly ContractPlan[] {
  const day = dayOf(instant(today));
  return [
    out(zurich, day, 1, 'ZH 218405', 'Anna Meier', [-3, '09:15'], [0, '16:00']),
    out(zurich, day, 2, 'ZH 218409', 'Marie Dubois', [-6, '11:00'], [0, '17:30']),
    out(zurich, day, 3, 'ZH 218401', 'Liam O’Connor', [-2, '14:00'], [-1, '14:00']),
    out(zurich, day, 4, 'ZH 218415', 'Lukas Widmer', [-1, '08:30'], [2, '08:30']),
    out(zurich, day, 5, 'ZH 218418', 'Gartenbau Tobler AG', [-4, '07:00'], [10, '17:00']),
    out(chur, day, 1, 'GR 104207', 'Ursina Caflisch', [-1, '10:00'], [3, '10:00']),
    out(chur, day, 2, 'GR 104205', 'Paolo Lardi', [-9, '13:00'], [5, '13:00']),
    planned(zurich, day, 'ZH 218407', 'Eva Weber', [0, '15:00'], [3, '15:00']),
    planned(zurich, day, 'ZH 218412', 'Nicolas Jaquet', [0, '17:00'], [7, '12:00']),
    planned(chur, day, 'GR 104203', 'Reto Casutt', [0, '16:30'], [1, '18:00']),
    planned(zurich, day, 'ZH 218410', 'Priya Nair', [1, '09:00'], [4, '09:00']),
    planned(chur, day, 'GR 104208', 'Rhätia Elektro AG', [2, '07:30'], [30, '17:00']),
    { ...planned(zurich, day, 'ZH 218413', 'Peter Suter', [1, '10:00'], [2, '18:00']), status: 'to_assign' },
  ];
}

export function lagoPlans(today: Date): readonly ContractPlan[] {
  const day = dayOf(instant(today));
  return [
    out(lugano, day, 1, 'TI 301503', 'Carlo Fontana', [-2, '09:00'], [1, '09:00']),
    out(lugano, day, 2, 'TI 301505', 'Edilceresio SA', [-5, '08:00'], [9, '18:00']),
    planned(lugano, day, 'TI 301506', 'Diana Soldini', [0, '16:00'], [2, '16:00']),
  ];
}

type Moment = readonly [dayOffset: number, time: string];

function out(
  desk: Desk,
  day: IsoDay,
  running: number,
  plate: string,
  who: string,
  from: Moment,
  to: Moment,
): ContractPlan {
  const year = Number(addDays(day, from[0]).slice(0, 4));
  const number = must(
    formatSeriesNumber({ kind: 'contract', branch: desk.branch, counter: desk.letter, year, running }),
  );
  return { ...planned(desk, day, plate, who, from, to), status: 'out', number };
}

function planned(
  desk: Desk,
  day: IsoDay,
  plate: string,
  who: string,
  from: Moment,
  to: Moment,
): ContractPlan {
  const vehicle = desk.vehicles.find((candidate) => candidate.plate === plate);
  const customer = desk.customers.find((candidate) => nameOf(candidate) === who);
  if (!vehicle || !customer) throw new Error(`the demo has no ${plate} or no such customer`);
  const { companyId, branchId, counterId, clerkId } = desk;
  return {
    id: demoId(`contract/${plate}`),
    companyId,
    branchId,
    counterId,
    clerkId,
    status: 'reserved',
    number: null,
    vehicle,
    customer,
    startsAt: atWallClock(addDays(day, from[0]), from[1]),
    endsAt: atWallClock(addDays(day, to[0]), to[1]),
  };
}

function nameOf({ kind, first_name: first, last_name: last, company_name: company }: DemoCustomer): string {
  return kind === 'person' ? `${first} ${last}` : company;
}

/** As in lists: the family name first. */
function listNameOf({
  kind,
  first_name: first,
  last_name: last,
  company_name: company,
}: DemoCustomer): string {
  return listName(
    kind === 'company'
      ? { kind, company, contact: null }
      : { kind: 'person', firstName: first, lastName: last },
  );
}

const signature = {
  width: 600,
  height: 200,
  strokes: [
    [
      [60, 140],
      [95, 52],
      [128, 138],
      [170, 70],
      [215, 142],
      [300, 88],
      [420, 130],
      [540, 84],
    ],
  ],
};

/** Writes the rentals the legal way: first what is wished, then what belongs to it, at last the signature. */
export async function writeContracts(client: pg.ClientBase, plans: readonly ContractPlan[]): Promise<void> {
  const priced = plans.map((plan) => ({ plan, category: categoryOf(plan.vehicle), terms: termsOf(plan) }));
  await insertRows(client, 'public.contracts', priced.map(contractRow));
  const signed = priced.filter(({ plan }) => plan.status === 'out');
  await insertRows(client, 'public.contract_lines', priced.flatMap(lineRows));
  await insertRows(
    client,
    'public.contract_drivers',
    signed.map(({ plan }) => driverRow(plan)),
  );
  for (const { plan } of signed) {
    await client.query(
      `update public.contracts set status = 'out', number = $2, signature = $3, signed_name = $4, signed_at = starts_at
       where id = $1`,
      [
        plan.id,
        plan.number,
        JSON.stringify(signature),
        plan.customer.kind === 'person' ? nameOf(plan.customer) : 'Ruth Ammann',
      ],
    );
  }
  await insertRows(
    client,
    'public.handovers',
    signed.map(({ plan }) => handoverRow(plan)),
  );
  await insertRows(
    client,
    'public.deposits',
    signed.map(({ plan, category }) => depositRow(plan, category)),
  );
}

interface Priced {
  readonly plan: ContractPlan;
  readonly category: DemoCategory;
  readonly terms: ContractTerms;
}

function contractRow({ plan, category, terms }: Priced): NewRow {
  const { quote } = terms.price;
  return {
    id: plan.id,
    company_id: plan.companyId,
    branch_id: plan.branchId,
    return_branch_id: plan.branchId,
    counter_id: plan.counterId,
    status: plan.status === 'out' ? 'reserved' : plan.status,
    customer_id: plan.customer.id,
    customer_name: listNameOf(plan.customer),
    category_id: categoryId(plan.companyId, category.code),
    vehicle_id: plan.status === 'to_assign' ? null : plan.vehicle.id,
    plate: plan.status === 'to_assign' ? '' : plan.vehicle.plate,
    rate_id: quote.rateId,
    starts_at: plan.startsAt,
    ends_at: plan.endsAt,
    currency: 'CHF',
    total: quote.total,
    deposit: category.deposit,
    deductible: category.deductible,
    kilometres_included: quote.kilometresIncluded === 'unlimited' ? null : quote.kilometresIncluded,
    extra_kilometre_price: quote.extraKilometrePrice,
    language: plan.customer.language,
    note: '',
    clerk_id: plan.clerkId,
    // What is only wished for is priced anew when it is signed.
    terms: plan.status === 'out' ? storedTerms(terms) : null,
    created_at: plan.startsAt,
  };
}

function lineRows({ plan, terms }: Priced): NewRow[] {
  return contractLines(terms.price.quote, plan.customer.language).map((line, index) => {
    return {
      id: demoId(`line/${plan.id}/${index}`),
      company_id: plan.companyId,
      contract_id: plan.id,
      position: index + 1,
      kind: line.kind,
      label: line.label,
      explanation: line.explanation,
      quantity: line.quantity,
      unit_price: line.unitPrice,
      amount: line.amount,
      vat_kind: line.vatKind,
      vat_rate: line.vatRate,
      created_at: plan.startsAt,
    };
  });
}

/** A company sends somebody: its driver is invented here. */
function driverRow({ id, companyId, customer, startsAt }: ContractPlan): NewRow {
  const isPerson = customer.kind === 'person';
  return {
    id: demoId(`driver/${id}`),
    company_id: companyId,
    contract_id: id,
    is_main: true,
    first_name: isPerson ? customer.first_name : 'Ruth',
    last_name: isPerson ? customer.last_name : 'Ammann',
    born_on: customer.born_on ?? '1980-02-20',
    licence_number: isPerson ? customer.licence_number : '100991234567',
    licence_category: 'B',
    licence_since: customer.licence_since ?? '1999-06-01',
    licence_country: 'CH',
    created_at: startsAt,
  };
}

function handoverRow({ id, companyId, vehicle, counterId, clerkId, startsAt }: ContractPlan): NewRow {
  return {
    id: demoId(`handover/${id}`),
    company_id: companyId,
    contract_id: id,
    vehicle_id: vehicle.id,
    counter_id: counterId,
    clerk_id: clerkId,
    kind: 'check_out',
    handed_over_at: startsAt,
    odometer_km: vehicle.odometer_km,
    fuel_eighths: vehicle.fuel_eighths,
    note: '',
    created_at: startsAt,
  };
}

function depositRow(plan: ContractPlan, category: DemoCategory): NewRow {
  return {
    id: demoId(`deposit/${plan.id}`),
    company_id: plan.companyId,
    branch_id: plan.branchId,
    counter_id: plan.counterId,
    clerk_id: plan.clerkId,
    contract_id: plan.id,
    method: 'card',
    currency: 'CHF',
    amount: category.deposit,
    held_at: plan.startsAt,
    created_at: plan.startsAt,
  };
}

function categoryOf({ category }: DemoVehicle): DemoCategory {
  const found = demoCategories.find(({ code }) => code === category);
  if (!found) throw new Error(`the demo has no category ${category}`);
  return found;
}

/** Priced as a counter prices: by the engine, with the company's list. */
function termsOf(plan: ContractPlan): ContractTerms {
  const { companyId, vehicle, startsAt, endsAt, branchId } = plan;
  const category = categoryOf(vehicle);
  const list = demoPriceList(companyId, category, Number(startsAt.slice(0, 4)));
  const id = categoryId(companyId, category.code);
  const { id: driverId, ...driver } = driverRow(plan);
  const { born_on: bornOn, licence_since: licenceSince } = driver;
  const request = quoteRequestSchema.parse({
    category: id,
    pickUp: { branch: branchId, at: startsAt },
    return: { branch: branchId, at: endsAt },
    drivers: [{ bornOn, licenceSince }],
  });
  return {
    vehicle: { id: vehicle.id, category: id },
    drivers: [
      {
        id: String(driverId),
        from: null,
        bornOn: isoDay(String(bornOn)),
        licenceSince: isoDay(String(licenceSince)),
        licenceCategory: 'B',
        licenceExpiresOn: null,
      },
    ],
    price: must(signPrice(request, list)),
  };
}
