import { expect, test } from 'vitest';
import { testPc } from '#build/testing/test-pc.ts';
import { customerColumns, fleetColumns, guessMapping } from '#shared/imports/import-columns.ts';
import { formsToWrite } from '#shared/imports/outcome.ts';
import { planCustomers } from '#shared/imports/plan-customers.ts';
import { planFleet } from '#shared/imports/plan-fleet.ts';
import { readCsv } from '#shared/imports/read-csv.ts';
import { must } from '#shared/result/result.ts';
import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { readCustomerFacts, readFleetFacts } from './import-facts.ts';
import { importCustomers, importVehicles } from './write-import.ts';

const own = testPc({ who: demoPeople.manager });

const table = (text: string) => must(readCsv(new TextEncoder().encode(text)));
const goOn = { onWritten: () => undefined, signal: new AbortController().signal };

test('1000 customers are written in batches; stopped in between, the rest follows when the file is read again', async () => {
  const lines = Array.from(
    { length: 1_000 },
    (_, at) => `Person;Nummer${at};${8_000 + (at % 50)};Zürich;${700_000 + at}`,
  );
  const file = table(['Vorname;Nachname;PLZ;Ort;Führerausweis', ...lines].join('\n'));
  const plan = async () =>
    formsToWrite(
      planCustomers(file, guessMapping(file.head, customerColumns), await readCustomerFacts(own.pc.counter)),
      new Set(),
    );
  const stop = new AbortController();
  const seen: number[] = [];
  const onWritten = (written: number): void => {
    seen.push(written);
    if (written === 400) stop.abort();
  };
  const first = await plan();
  expect(first).toHaveLength(1_000);
  expect(must(await importCustomers(own.pc.counter, first, { onWritten, signal: stop.signal }))).toBe(400);
  expect(seen).toEqual([200, 400]);
  const rest = await plan();
  expect(rest).toHaveLength(600);
  expect(must(await importCustomers(own.pc.counter, rest, goOn))).toBe(600);
  expect(await plan()).toEqual([]);
  await own.uploaded();
  const { rows } = await own.database.query(
    "select count(*)::int, count(distinct licence_number)::int as licences from customers where last_name like 'Nummer%'",
  );
  expect(rows).toEqual([{ count: 1_000, licences: 1_000 }]);
  const { rows: conflicts } = await own.database.query(
    "select 1 from conflicts where kind = 'duplicate_customer'",
  );
  expect(conflicts).toEqual([]);
});

test('cars are written with their plates; those of other branches and known VINs are told', async () => {
  const facts = await readFleetFacts(own.pc.counter);
  const [category] = facts.categories;
  const known = [...facts.knownVins][0] ?? '';
  const file = table(
    [
      'VIN,Kennzeichen,Marke,Modell,Antrieb,Kategorie,Filiale,km',
      `WVWZZZ1KZAW100001,ZH 910001,VW,Golf,Benzin,${category?.code},ZRH,12 000`,
      `WVWZZZ1KZAW100002,ZH 910002,VW,Golf,Strom,${category?.code},CHR,1`,
      `${known},ZH 910003,VW,Golf,diesel,${category?.code},,1`,
      `WVWZZZ1KZAW10000,ZH 910004,VW,,Benzin,XX,ZRH,viel`,
    ].join('\n'),
  );
  const outcomes = planFleet(file, guessMapping(file.head, fleetColumns), facts);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['new', 'wrong', 'known', 'wrong']);
  const wrong = outcomes.flatMap((outcome) =>
    outcome.kind === 'wrong' ? [outcome.problems.map(({ column }) => column).toSorted()] : [],
  );
  expect(wrong).toEqual([['branch'], ['category', 'model', 'odometer', 'vin']]);
  const forms = formsToWrite(outcomes, new Set());
  expect(must(await importVehicles(own.pc.counter, forms, goOn))).toBe(1);
  expect(must(await importVehicles(own.pc.counter, forms, goOn))).toBe(0);
  await own.uploaded();
  const { rows } = await own.database.query(
    `select v.plate, p.plate as dated, v.odometer_km, v.energy from vehicles v join vehicle_plates p on p.vehicle_id = v.id
      where v.vin = 'WVWZZZ1KZAW100001'`,
  );
  expect(rows).toEqual([{ plate: 'ZH 910001', dated: 'ZH 910001', odometer_km: 12_000, energy: 'petrol' }]);
});

test('staff import nothing', async () => {
  const counter = { ...own.pc.counter, role: 'staff' as const };
  expect(await importCustomers(counter, [], goOn)).toEqual({
    ok: false,
    refusal: { code: 'import_not_permitted' },
  });
});
