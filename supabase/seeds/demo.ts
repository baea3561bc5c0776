import { alpinaTerms, lagoTerms } from './demo-terms.ts';
import type pg from 'pg';
import { instant } from '#shared/time/instant.ts';
import { demoCategories, alpinaVehicles, lagoVehicles } from './demo-fleet.ts';
import { type ContractPlan, alpinaPlans, lagoPlans, writeContracts } from './demo-contracts.ts';
import { alpinaBankPrefix, plateRows, writeBooks } from './demo-books.ts';
import { alpinaCustomers, lagoCustomers } from './demo-customers.ts';
import { categoryId, rateId } from './demo-id.ts';
import { type DemoSignIn, alpina, demoSignIns, lago } from './demo-people.ts';
import { priceRows } from './demo-prices.ts';
import { type NewRow, insertRows } from './insert-rows.ts';

/** What a return may cost, in Rappen. */
const chargedAtReturn = {
  fuel_per_eighth: 1500,
  fuel_service: 2500,
  charge_per_eighth: 600,
  charge_service: 2500,
  cleaning_dirty: 6000,
  cleaning_very_dirty: 18000,
  fine_fee: 4000,
};

/**
 * Fills an empty database with two companies that a visitor can work with, in one transaction: Alpina (Zürich and Chur,
 * three counters, 30 vehicles, 60 customers, a day's work) and Lago, which Alpina must never see. Everything is invented;
 * the IBANs are the examples of the standards, the UIDs have a correct check digit.
 */
export async function seedDemo(pool: pg.Pool, today: Date = new Date()): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await seedCompanies(client);
    await seedPeople(client, demoSignIns);
    await seedFleet(client, alpina.id, alpinaVehicles, today);
    await seedFleet(client, lago.id, lagoVehicles, today);
    await seedCustomers(client, alpina.id, alpinaCustomers);
    await seedCustomers(client, lago.id, lagoCustomers);
    const plans: readonly ContractPlan[] = [...alpinaPlans(today), ...lagoPlans(today)];
    await writeContracts(client, plans);
    await writeBooks(client, today);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function seedCompanies(client: pg.ClientBase): Promise<void> {
  await insertRows(
    client,
    'public.companies',
    [
      {
        id: alpina.id,
        name: alpina.name,
        street: 'Lagerstrasse',
        building_number: '14',
        postal_code: '8004',
        town: 'Zürich',
        phone: '+41445550100',
        email: 'info@alpina.example',
        website: 'www.alpina.example',
        uid: 'CHE-123.456.788',
        vat_registered: true,
        iban: 'CH5800791123000889012',
        qr_iban: 'CH4431999123000889012',
        qr_bank_prefix: alpinaBankPrefix,
        terms: alpinaTerms,
        accent_colour: '#ffd000',
        tier: 'professional',
      },
      {
        id: lago.id,
        name: lago.name,
        street: 'Via Cattedrale',
        building_number: '6',
        postal_code: '6900',
        town: 'Lugano',
        phone: '+41915550100',
        email: 'info@lago.example',
        website: 'www.lago.example',
        uid: 'CHE-109.322.551',
        vat_registered: true,
        iban: 'CH9300762011623852957',
        qr_iban: 'CH2130808001234567827',
        qr_bank_prefix: '310000',
        terms: lagoTerms,
        accent_colour: '#0077aa',
        tier: 'professional',
      },
    ].map((row) => ({ ...row, ...chargedAtReturn, country: 'CH', payment_days: 30, created_at: beginning })),
  );
  const branch = (
    id: string,
    company: string,
    code: string,
    name: string,
    canton: string,
    address: readonly string[],
  ): NewRow => {
    const [street, building_number, postal_code, town, phone] = address;
    return {
      id,
      company_id: company,
      code,
      name,
      street,
      building_number,
      postal_code,
      town,
      phone,
      canton,
      created_at: beginning,
    };
  };
  await insertRows(client, 'public.branches', [
    branch(alpina.branches.zurich, alpina.id, 'ZRH', 'Zürich HB', 'ZH', [
      'Lagerstrasse',
      '14',
      '8004',
      'Zürich',
      '+41445550101',
    ]),
    branch(alpina.branches.chur, alpina.id, 'CHR', 'Chur', 'GR', [
      'Gürtelstrasse',
      '20',
      '7000',
      'Chur',
      '+41815550101',
    ]),
    branch(lago.branches.lugano, lago.id, 'LUG', 'Lugano', 'TI', [
      'Via Cattedrale',
      '6',
      '6900',
      'Lugano',
      '+41915550101',
    ]),
  ]);
  const counter = (
    id: string,
    company: string,
    branchId: string,
    letter: string,
    no: number,
    name: string,
  ): NewRow => ({
    id,
    company_id: company,
    branch_id: branchId,
    letter,
    reference_no: no,
    name,
    created_at: beginning,
  });
  await insertRows(client, 'public.counters', [
    counter(alpina.counters.zurichA, alpina.id, alpina.branches.zurich, 'A', 1, 'Zürich HB, Schalter A'),
    counter(alpina.counters.zurichB, alpina.id, alpina.branches.zurich, 'B', 2, 'Zürich HB, Schalter B'),
    counter(alpina.counters.churA, alpina.id, alpina.branches.chur, 'A', 3, 'Chur, Schalter A'),
    counter(lago.counters.luganoA, lago.id, lago.branches.lugano, 'A', 1, 'Lugano, sportello A'),
  ]);
}

const beginning = instant('2026-01-05T07:00:00.000Z');

async function seedPeople(client: pg.ClientBase, people: readonly DemoSignIn[]): Promise<void> {
  for (const { id, email, password } of people) {
    await client.query(
      `insert into auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at,
         raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
       values ('00000000-0000-0000-0000-000000000000', $1, 'authenticated', 'authenticated', $2,
         extensions.crypt($3, extensions.gen_salt('bf', 6)), $4, '{"provider": "email", "providers": ["email"]}', '{}', $4, $4)`,
      [id, email, password, beginning],
    );
    await client.query(
      `insert into auth.identities (provider_id, user_id, identity_data, provider, created_at, updated_at)
       values ($1::text, $1::uuid, jsonb_build_object('sub', $1::text, 'email', $2::text), 'email', $3, $3)`,
      [id, email, beginning],
    );
  }
  await insertRows(
    client,
    'public.users',
    people.map(({ id, companyId, branchId, role, name, language }) => ({
      id,
      company_id: companyId,
      branch_id: branchId,
      role,
      display_name: name,
      language,
      created_at: beginning,
    })),
  );
}

async function seedFleet(
  client: pg.ClientBase,
  companyId: string,
  vehicles: typeof alpinaVehicles,
  today: Date,
): Promise<void> {
  const year = today.getUTCFullYear();
  await insertRows(
    client,
    'public.vehicle_categories',
    demoCategories.map((category, position) => ({
      id: categoryId(companyId, category.code),
      company_id: companyId,
      code: category.code,
      name: category.name,
      position,
      deposit: category.deposit,
      deductible: category.deductible,
      minimum_age: category.minimumAge,
      minimum_licence_years: category.minimumLicenceYears,
      created_at: beginning,
    })),
  );
  await insertRows(
    client,
    'public.rates',
    demoCategories.flatMap((category) =>
      ([1, 7, 28] as const).map((minimumDays, step) => ({
        id: rateId(companyId, category.code, minimumDays),
        company_id: companyId,
        category_id: categoryId(companyId, category.code),
        name: ['Tagestarif', 'Wochentarif', 'Monatstarif'][step],
        valid_from: `${year - 1}-01-01`,
        valid_to: `${year + 1}-12-31`,
        minimum_days: minimumDays,
        day_price: category.dayPrices[step],
        kilometres_per_day: 200,
        extra_kilometre_price: category.extraKilometrePrice,
        grace_minutes: 59,
        created_at: beginning,
      })),
    ),
  );
  for (const [table, rows] of Object.entries(priceRows(companyId, year, beginning)))
    await insertRows(client, `public.${table}`, rows);
  await insertRows(
    client,
    'public.vehicles',
    vehicles.map(({ category, ...vehicle }) => ({
      ...vehicle,
      company_id: companyId,
      category_id: categoryId(companyId, category),
      created_at: beginning,
    })),
  );
  await insertRows(client, 'public.vehicle_plates', plateRows(companyId, vehicles, beginning));
}

async function seedCustomers(
  client: pg.ClientBase,
  companyId: string,
  customers: typeof alpinaCustomers,
): Promise<void> {
  await insertRows(
    client,
    'public.customers',
    customers.map((customer) => ({
      ...customer,
      company_id: companyId,
      country: 'CH',
      licence_country: 'CH',
      created_at: beginning,
    })),
  );
}
