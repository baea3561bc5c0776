import { describe, expect, test } from 'vitest';
import { testPc } from '#build/testing/test-pc.ts';
import { must } from '#shared/result/result.ts';
import { dayOf, now } from '#shared/time/instant.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import type { FieldSpec, MasterSpec } from './field-spec.ts';
import { firstValues } from './first-values.ts';
import { type MasterName, masterNames, masterSpecs } from './master-specs.ts';
import { weekEntry } from './opening-columns.ts';
import { type Typed, readRow, typedRow } from './row-values.ts';
import { saveRow } from './save-row.ts';

const own = testPc({ who: demoPeople.owner, prepare: `update companies set tier = 'enterprise'` });
const today = dayOf(now());

let refusedBefore = 0;
/** Waits for what the counter wrote to be on the server; what was refused is returned. */
async function uploaded(): Promise<readonly unknown[]> {
  const { db } = own.pc.counter;
  for await (const found of db.watch('SELECT id FROM ps_crud LIMIT 1', [], { tables: ['ps_crud'] }))
    if (found.rows?.length === 0) break;
  const { rows } = await own.database.query('select code, message from refused_changes order by refused_at');
  const fresh = rows.slice(refusedBefore);
  refusedBefore = rows.length;
  return fresh;
}

/** As somebody would fill in the form: everything that is asked for, and nothing more. */
async function filled(name: MasterName): Promise<Typed> {
  const spec: MasterSpec = masterSpecs[name];
  const category = await own.pc.counter.rows
    .selectFrom('vehicle_categories')
    .select('id')
    .executeTakeFirstOrThrow();
  const special: Readonly<Record<string, string>> = {
    code: name === 'branches' ? 'BSL' : 'Z9',
    canton: 'BS',
    category_id: category.id,
    branch_id: alpina.branches.zurich,
    letter: 'K',
    reference_no: '77',
    from_branch_id: alpina.branches.zurich,
    to_branch_id: alpina.branches.chur,
    version: '1.2.3',
    minimum_version: '1.0.0',
    share: name === 'discounts' ? '12.5' : '',
    month_days: '30',
    customer_group: 'stammkunden',
    postal_code: '4051',
    valid_from: '01.01.2027',
    valid_to: '31.12.2027',
  };
  const text = (field: FieldSpec): string => {
    if (special[field.name] !== undefined) return special[field.name] ?? '';
    if (!field.isRequired) return '';
    return field.kind === 'money' ? '12.50' : field.kind === 'whole' ? String(field.smallest) : 'Probe';
  };
  return Object.fromEntries(spec.fields.map((field) => [field.name, text(field)]));
}

describe('the server takes what the form writes', () => {
  /** The id of a new row; null for a table that nobody adds to. */
  const added = async (name: MasterName): Promise<string | null> => {
    const spec: MasterSpec = masterSpecs[name];
    if (!spec.mayAdd) return null;
    const read = readRow(spec.fields, await filled(name), today);
    if (Object.keys(read.wrong).length > 0) throw new Error(`${name}: ${JSON.stringify(read.wrong)}`);
    return must(await saveRow(own.pc.counter, spec, null, {}, read.values));
  };

  test.each(masterNames)('%s', async (name) => {
    const spec: MasterSpec = masterSpecs[name];
    const table = spec.table as 'extras';
    const id = await added(name);
    expect(await uploaded()).toEqual([]);
    const rows = (await own.pc.counter.rows.selectFrom(table).selectAll().execute()) as unknown as Record<
      string,
      unknown
    >[];
    const row = rows.find((one) => one['id'] === id) ?? rows[0]!;
    // Opened and saved again, nothing changes; every field that may be changed can be.
    const typed = typedRow(spec.fields, row, today);
    const same = readRow(spec.fields, typed, today);
    expect(same.wrong).toEqual({});
    for (const field of spec.fields)
      expect({ [field.name]: same.values[field.name] }).toEqual({ [field.name]: row[field.name] });
    const changed = Object.fromEntries(
      spec.fields
        .filter(
          ({ isFixed, kind, name: column }) =>
            isFixed !== true && (kind === 'money' || (kind === 'text' && column === 'name')),
        )
        .map(({ name: column, kind }) => [column, kind === 'money' ? '77.70' : 'Umbenannt']),
    );
    const exclusive =
      name === 'discounts'
        ? { amount: '' }
        : {
            hour_kilometres: '20',
            week_kilometres: '1000',
            month_kilometres: '3000',
            weekend_kilometres: '600',
            weekend_from: '5 12.00',
            weekend_to: '1 9:00',
            airport_share: '',
            reminder_fees: '0 / 20 / 30.50',
          };
    const again = readRow(spec.fields, { ...typed, ...changed, ...exclusive }, today);
    expect(again.wrong).toEqual({});
    must(await saveRow(own.pc.counter, spec, String(row['id']), row, again.values));
    expect(await uploaded()).toEqual([]);
  });
});

test('what is wrong is refused by its field, before the server is asked', async () => {
  const { extras, discounts, company, rates } = masterSpecs;
  expect(readRow(extras.fields, { name: '', price: '1.234', maximum_count: '0' }, today).wrong).toEqual({
    name: 'required',
    price: 'invalid',
    maximum_count: 'invalid',
  });
  const refused = async (spec: MasterSpec, values: Record<string, unknown>) => {
    const saved = await saveRow(own.pc.counter, spec, 'x', {}, values);
    return saved.ok ? 'ok' : saved.refusal;
  };
  expect(await refused(company, { iban: 'CH00' })).toEqual({ code: 'field', field: 'iban' });
  expect(await refused(rates, { valid_from: '2027-02-01', valid_to: '2027-01-01' })).toMatchObject({
    code: 'backwards',
  });
  expect(await refused(discounts, { share: 500, amount: 1000 })).toMatchObject({
    code: 'one_of',
    field: 'amount',
  });
  const weekend = {
    weekend_price: 15_000,
    weekend_kilometres: 600,
    weekend_from: '5 12:00',
    weekend_to: null,
  };
  expect(await refused(rates, weekend)).toEqual({ code: 'field', field: 'weekend_to' });
  const read = readRow(rates.fields, { weekend_from: '5 25:00', weekend_to: '8 12:00' }, today);
  expect(read.wrong).toMatchObject({ weekend_from: 'invalid', weekend_to: 'invalid' });
  expect(readRow(company.fields, { reminder_fees: '10 / 20' }, today).wrong).toMatchObject({
    reminder_fees: 'invalid',
  });
  expect(await refused(masterSpecs.branches, { airport_once: 2_000, airport_share: 500 })).toMatchObject({
    code: 'airport_twice',
  });
  const staff = { ...own.pc.counter, role: 'staff' as const };
  expect(await saveRow(staff, extras, null, {}, {})).toMatchObject({ refusal: { code: 'not_allowed' } });
  const manager = { ...own.pc.counter, role: 'manager' as const };
  expect(await saveRow(manager, company, 'x', {}, {})).toMatchObject({ refusal: { code: 'not_allowed' } });
});

test('phone numbers and account numbers are shown in groups, and kept without', () => {
  const { fields } = masterSpecs.company;
  const row = {
    phone: '+41445550100',
    iban: 'CH5800791123000889012',
    qr_iban: 'CH4431999123000889012',
  };
  const typed = typedRow(fields, row, today);
  expect(typed).toMatchObject({
    phone: '044 555 01 00',
    iban: 'CH58 0079 1123 0008 8901 2',
    qr_iban: 'CH44 3199 9123 0008 8901 2',
  });
  expect(readRow(fields, typed, today).values).toMatchObject(row);
  const none = readRow(fields, { phone: ' ', qr_iban: '' }, today);
  expect(none.values).toMatchObject({ phone: '', qr_iban: null });
  const wrong = readRow(fields, { phone: '555 01 00', iban: 'CH58 0079 1123 0008 8901 3' }, today);
  expect(wrong.wrong).toMatchObject({ phone: 'invalid', iban: 'invalid' });
});

test('a branch opens by the week, closes on days of its own, and both are read back as they were written', async () => {
  const spec: MasterSpec = masterSpecs.branches;
  const branch = async () =>
    (await own.pc.counter.rows
      .selectFrom('branches')
      .selectAll()
      .where('id', '=', alpina.branches.zurich)
      .executeTakeFirstOrThrow()) as unknown as Record<string, unknown>;
  const before = await branch();
  const typed = typedRow(spec.fields, before, today);
  expect(weekEntry(typed.opening ?? '')).toMatchObject({ isAlwaysOpen: true });
  const monday = '13.30-18.30 7.30-12';
  const week = { isAlwaysOpen: false, days: [monday, monday, '8-20', monday, monday, '9-16', ''] };
  const days = [
    { from: '24.12.2026', to: '2.1.2027' },
    { from: '1.1.2027', to: '' },
    { from: '', to: '' },
    { from: '7.12.2026', to: '' },
  ];
  const opening = JSON.stringify(week);
  const read = readRow(spec.fields, { ...typed, opening, closed_on: JSON.stringify(days) }, today);
  expect(read.wrong).toEqual({});
  must(await saveRow(own.pc.counter, spec, alpina.branches.zurich, before, read.values));
  expect(await uploaded()).toEqual([]);
  const { rows } = await own.database.query<{ opening: string; closed_on: string }>(
    'select opening::text, closed_on::text from branches where id = $1',
    [alpina.branches.zurich],
  );
  // As the database writes it, so that a form that was only looked at changes nothing.
  expect(rows).toEqual([{ opening: read.values['opening'], closed_on: read.values['closed_on'] }]);
  expect(JSON.parse(rows[0]?.opening ?? '')).toMatchObject({
    0: [
      { from: '07:30', to: '12:00' },
      { from: '13:30', to: '18:30' },
    ],
    6: [],
  });
  expect(JSON.parse(rows[0]?.closed_on ?? '')).toHaveLength(11);
  const again = typedRow(spec.fields, await branch(), today);
  expect(weekEntry(again.opening ?? '').days.map((day) => day.text)).toEqual([
    '07:30–12:00, 13:30–18:30',
    '07:30–12:00, 13:30–18:30',
    '08:00–20:00',
    '07:30–12:00, 13:30–18:30',
    '07:30–12:00, 13:30–18:30',
    '09:00–16:00',
    '',
  ]);
  expect(JSON.parse(again.closed_on ?? '')).toEqual([
    { from: '07.12.2026', to: '' },
    { from: '24.12.2026', to: '02.01.2027' },
  ]);
});

test.each([
  ['opening', { isAlwaysOpen: false, days: ['12-8', '', '', '', '', '', ''] }, 'invalid'],
  // What nobody asks for is kept, and does not stand in the way.
  ['opening', { isAlwaysOpen: true, days: ['12-8', '', '', '', '', '', ''] }, undefined],
  ['closed_on', [{ from: '31.11.2026', to: '' }], 'invalid'],
  ['closed_on', [{ from: '', to: '24.12.2026' }], 'invalid'],
  ['closed_on', [{ from: '24.12.2026', to: '23.12.2026' }], 'invalid'],
  ['closed_on', [{ from: '24.12.2026', to: '24.12.2036' }], 'invalid'],
] as const)('%s of %j is %s', (column, typed, wrong) => {
  const { fields } = masterSpecs.branches;
  const read = readRow(fields, { [column]: JSON.stringify(typed) }, today);
  expect(read.wrong[column]).toBe(wrong);
});

test('a new counter has the next letter and number; a taken one is refused, and nobody switches off their own', async () => {
  const spec: MasterSpec = masterSpecs.counters;
  const { counter } = own.pc;
  const rows = (await counter.rows.selectFrom('counters').selectAll().execute()) as unknown as Record<
    string,
    unknown
  >[];
  const first = firstValues(spec, rows, alpina.branches.zurich);
  expect(first).toMatchObject({ letter: 'C', is_active: 1, branch_id: alpina.branches.zurich });
  expect(rows.map((row) => row['reference_no'])).not.toContain(first['reference_no']);
  const values = (more: Typed) =>
    readRow(
      spec.fields,
      { ...typedRow(spec.fields, first, today), name: 'Zürich HB, Schalter C', ...more },
      today,
    ).values;
  const add = async (more: Typed) => await saveRow(counter, spec, null, {}, values(more));
  expect(await add({ letter: 'A' })).toMatchObject({ refusal: { code: 'taken', field: 'letter' } });
  expect(await add({ reference_no: '1' })).toMatchObject({
    refusal: { code: 'taken', field: 'reference_no' },
  });
  const id = must(await add({ channel: 'early' }));
  expect(await uploaded()).toEqual([]);
  const found = await own.database.query('select letter, channel, is_active from counters where id = $1', [
    id,
  ]);
  expect(found.rows).toEqual([{ letter: 'C', channel: 'early', is_active: true }]);
  const off = await saveRow(counter, spec, counter.place.counterId, {}, { is_active: 0 });
  expect(off).toMatchObject({ refusal: { code: 'this_counter' } });
});
