import { beforeAll, expect, test } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { testPc } from '#build/testing/test-pc.ts';
import { rent, someCustomer } from '#build/demo/rent.ts';
import { checkPlate } from '#shared/fleet/plate.ts';
import { perMille } from '#shared/fleet/per-mille.ts';
import { type VehicleForm, type VehicleInput, readVehicle } from '#shared/fleet/vehicle-form.ts';
import { must } from '#shared/result/result.ts';
import { instant, now } from '#shared/time/instant.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import { endHolds, putHold } from '../app/fleet/put-hold.ts';
import { fleetRows, heldNow, outNow } from './fleet-queries.ts';
import { addVehicle, changePlate, changeVehicle, repairDamage } from './vehicle-commands.ts';
import { fleetItems } from './vehicle-state.ts';

const own = testPc({ who: demoPeople.manager, prepare: 'delete from vehicle_plates' });
let categoryId: string;
const { zurich, chur } = alpina.branches;

beforeAll(async () => {
  const { rows } = own.pc.counter;
  categoryId = (await rows.selectFrom('vehicle_categories').select('id').executeTakeFirstOrThrow()).id;
});

let vehicles = 0;
function someVehicle(changes: Partial<Omit<VehicleInput, 'odometerKm'>> = {}): VehicleForm {
  vehicles += 1;
  const read = readVehicle({
    vin: `WVWZZZ1KZAW${String(vehicles).padStart(6, '0')}`,
    plate: `ZH ${900_100 + vehicles}`,
    make: 'VW',
    model: 'Golf',
    colour: 'grau',
    energy: 'petrol',
    categoryId,
    branchId: zurich,
    odometerKm: 12,
    parkingPlace: 'P 7',
    ...changes,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.value;
}

const refusalOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';
const ask = async (sql: string, id: string) =>
  (await own.database.query(sql, [id])).rows as Record<string, unknown>[];

test('a new vehicle is free here at once, and arrives with its plate; the same VIN is refused', async () => {
  const { rows, place } = own.pc.counter;
  const form = someVehicle();
  const id = must(await addVehicle(own.pc.counter, form));
  const items = fleetItems(
    await fleetRows(rows).execute(),
    await outNow(rows).execute(),
    await heldNow(rows, now()).execute(),
    place.branchId,
  );
  expect(items.find(({ vehicle }) => vehicle.id === id)?.state).toEqual({ kind: 'free' });
  expect(new Set(items.map(({ state }) => state.kind))).toContain('elsewhere');
  expect(refusalOf(await addVehicle(own.pc.counter, form))).toBe('vin_known');
  expect(refusalOf(await addVehicle(own.pc.counter, someVehicle({ branchId: chur })))).toBe(
    'vehicle_not_permitted',
  );
  await own.uploaded();
  expect(await ask('select plate, used_to from vehicle_plates where vehicle_id = $1', id)).toEqual([
    { plate: 'ZH 900101', used_to: null },
  ]);
});

test('a vehicle that is out changes nothing of what it is; one that is back is sold and comes back', async () => {
  const form = someVehicle();
  const id = must(await addVehicle(own.pc.counter, form));
  const customer = await someCustomer(own.pc.counter, 3);
  const change = {
    branchId: zurich,
    categoryId,
    parkingPlace: 'P 9',
    colour: 'rot',
    status: 'active',
  } as const;
  must(await changeVehicle(own.pc.counter, id, change));
  const { contractId } = await rent(own.pc.counter, { customerId: customer.id, vehicleId: id, days: 1 });
  expect(refusalOf(await changeVehicle(own.pc.counter, id, { ...change, status: 'retired' }))).toBe(
    'vehicle_is_out',
  );
  expect(refusalOf(await changeVehicle(own.pc.counter, id, { ...change, branchId: chur }))).toBe(
    'vehicle_not_permitted',
  );
  const out = await outNow(own.pc.counter.rows).execute();
  expect(out.find((row) => row.vehicle_id === id)?.id).toBe(contractId);
  await own.uploaded();
  expect(await ask('select parking_place, colour, status from vehicles where id = $1', id)).toEqual([
    { parking_place: 'P 9', colour: 'rot', status: 'active' },
  ]);
  const other = must(await addVehicle(own.pc.counter, someVehicle()));
  for (const status of ['workshop', 'retired', 'active'] as const) {
    must(await changeVehicle(own.pc.counter, other, { ...change, status }));
  }
  await own.uploaded();
  expect(await ask('select status from vehicles where id = $1', other)).toEqual([{ status: 'active' }]);
});

test('a new plate ends the one before; one with no dates gets them', async () => {
  const { rows } = own.pc.counter;
  const plate = (text: string) => must(checkPlate(text));
  const seeded = await rows
    .selectFrom('vehicles')
    .selectAll()
    .where('branch_id', '=', zurich)
    .where('vin', 'not like', 'WVWZZZ1KZAW%')
    .executeTakeFirstOrThrow();
  const from = now();
  must(await changePlate(own.pc.counter, seeded.id, plate('ZH 777001'), from));
  expect(refusalOf(await changePlate(own.pc.counter, seeded.id, plate('ZH 777001'), now()))).toBe(
    'plate_the_same',
  );
  expect(refusalOf(await changePlate(own.pc.counter, seeded.id, plate('ZH 777002'), from))).toBe(
    'plate_before_current',
  );
  const tomorrow = instant(new Date(Date.now() + 86_400_000));
  expect(refusalOf(await changePlate(own.pc.counter, seeded.id, plate('ZH 777002'), tomorrow))).toBe(
    'plate_in_future',
  );
  await own.uploaded();
  expect(
    await ask(
      `select plate, used_to is null as current from vehicle_plates where vehicle_id = $1 order by used_from`,
      seeded.id,
    ),
  ).toEqual([
    { plate: seeded.plate, current: false },
    { plate: 'ZH 777001', current: true },
  ]);
  expect(await ask('select plate from vehicles where id = $1', seeded.id)).toEqual([{ plate: 'ZH 777001' }]);
});

test('a hold lasts until it is ended, and a damage is repaired once', async () => {
  const { rows, place } = own.pc.counter;
  const id = must(await addVehicle(own.pc.counter, someVehicle()));
  const hold = { vehicleId: id, reason: 'tyres', startsAt: now(), endsAt: null, note: '' } as const;
  const { holdId } = must(await putHold(own.pc.counter, hold));
  const held = async () => (await heldNow(rows, now()).execute()).filter((row) => row.vehicle_id === id);
  expect(await held()).toMatchObject([{ id: holdId, reason: 'tyres', ends_at: null }]);
  must(await endHolds(own.pc.counter, [holdId]));
  expect(await held()).toEqual([]);
  // Within the same minute, too: one that has ended is in nobody's way.
  must(await putHold(own.pc.counter, { ...hold, startsAt: instant(new Date(Date.now() - 60_000)) }));
  must(
    await endHolds(
      own.pc.counter,
      (await held()).map((row) => row.id),
    ),
  );
  const damageId = uuidv7();
  await rows
    .insertInto('damages')
    .values({
      id: damageId,
      company_id: place.companyId,
      vehicle_id: id,
      handover_id: null,
      contract_id: null,
      view: 'left',
      x: perMille(400),
      y: perMille(500),
      kind: 'scratch',
      size: 'small',
      note: '',
      found_at: now(),
      repaired_at: null,
      created_at: now(),
    })
    .execute();
  must(await repairDamage(own.pc.counter, damageId));
  const first = await rows
    .selectFrom('damages')
    .selectAll()
    .where('id', '=', damageId)
    .executeTakeFirstOrThrow();
  must(await repairDamage(own.pc.counter, damageId));
  await own.uploaded();
  const [stored] = await ask('select repaired_at from damages where id = $1', damageId);
  expect(instant(stored!['repaired_at'] as Date)).toBe(first.repaired_at);
  expect(
    await ask('select ends_at is not null as ended from vehicle_holds where vehicle_id = $1', id),
  ).toEqual([{ ended: true }, { ended: true }]);
});
