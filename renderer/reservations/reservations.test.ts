import { expect, test } from 'vitest';
import { testPc } from '#build/testing/test-pc.ts';
import { rent, signature, someCustomer } from '#build/demo/rent.ts';
import { checkOutForm } from '#shared/contracts/check-out-form.ts';
import { rappen } from '#shared/money/rappen.ts';
import { noOptions } from '#shared/pricing/rental-options.ts';
import { must } from '#shared/result/result.ts';
import { type Instant, addDays, atWallClock, dayOf, instant, now } from '#shared/time/instant.ts';
import { demoId } from '#supabase/seeds/demo-id.ts';
import { alpina } from '#supabase/seeds/demo-people.ts';
import { endHolds, putHold } from '../app/fleet/put-hold.ts';
import { beginCheckOut } from '../check-out/new-draft.ts';
import { signContract } from '../check-out/sign-contract.ts';
import { cancelReservation, confirmQuote, moveReservation, previewMove } from './change-reservation.ts';
import { type ReserveForm, reserveForm } from './reserve-form.ts';
import { saveReservation } from './save-reservation.ts';
import { finishTransfer, planTransfer } from './transfer-vehicle.ts';

const own = testPc();
const words = { hold: (reason: string) => reason, transfer: () => 'transfer' };
const ask = { words, acceptedTotal: null, draftId: null };

const inDays = (days: number, time = '10:00'): Instant => atWallClock(addDays(dayOf(now()), days), time);

/** A vehicle of its own for each test, far from the plans of the demo. */
const taken: string[] = [];
async function freshVehicle() {
  const { rows, place } = own.pc.counter;
  const vehicle = await rows
    .selectFrom('vehicles')
    .select(['id', 'plate', 'category_id', 'odometer_km'])
    .where('id', 'not in', taken)
    .where('branch_id', '=', place.branchId)
    .where('status', '=', 'active')
    .where('id', 'not in', (eb) =>
      eb
        .selectFrom('contracts')
        .select('vehicle_id')
        .where('vehicle_id', 'is not', null)
        .$castTo<{ vehicle_id: string }>(),
    )
    .orderBy('plate')
    .limit(1)
    .executeTakeFirstOrThrow();
  taken.push(vehicle.id);
  return vehicle;
}

let customers = 0;
async function form(changes: Partial<ReserveForm> = {}): Promise<ReserveForm> {
  const customer = await someCustomer(own.pc.counter, ++customers);
  const category = await own.pc.counter.rows
    .selectFrom('rates')
    .select('category_id')
    .orderBy('day_price')
    .executeTakeFirstOrThrow();
  return {
    reservationId: null,
    kind: 'reservation',
    customer: { kind: 'existing', id: customer.id },
    categoryId: category.category_id,
    vehicleId: null,
    startsAt: inDays(60),
    endsAt: inDays(62),
    returnBranchId: own.pc.counter.place.branchId,
    options: noOptions,
    note: '',
    ...changes,
  };
}

const stored = async (id: string) => {
  const { rows } = await own.database.query<Record<string, unknown>>(
    `select status, vehicle_id, plate, total::int, void_reason, terms is not null as remembers,
       (select sum(amount)::int from contract_lines l where l.contract_id = c.id) as lines
     from contracts c where id = $1`,
    [id],
  );
  return rows[0];
};

const seat = demoId(`extra/${alpina.id}/Kindersitz`);
const waiver = demoId(`protection/${alpina.id}/Vollkasko ohne Selbstbehalt`);

test('a category is reserved by a new customer, with a price that adds up', async () => {
  const person = {
    firstName: 'Seraina',
    lastName: 'Vonmoos',
    street: 'Hauptstrasse',
    buildingNumber: '3',
    postalCode: '7500',
    town: 'St. Moritz',
    country: 'CH',
    phone: '079 111 22 33',
    email: '',
    language: 'de' as const,
  };
  const asked = reserveForm.parse({ ...(await form()), customer: { kind: 'new', person } });
  const saved = must(await saveReservation(own.pc.counter, asked, ask));
  await own.uploaded();
  expect(await stored(saved.contractId)).toEqual({
    status: 'to_assign',
    vehicle_id: null,
    plate: '',
    total: saved.total,
    lines: saved.total,
    void_reason: null,
    remembers: true,
  });
});

test('what was chosen is on the price, kept, taken over by the check-out, and on the signed contract', async () => {
  const vehicle = await freshVehicle();
  const options = { ...noOptions, extras: [{ id: seat, count: 2 }], protections: [waiver] };
  const starts = now();
  const asked = await form({
    categoryId: vehicle.category_id,
    vehicleId: vehicle.id,
    startsAt: starts,
    endsAt: inDays(2),
    options,
    note: 'kommt mit Zwillingen',
  });
  const saved = must(await saveReservation(own.pc.counter, asked, ask));
  const draftId = await beginCheckOut(own.pc.counter, { reservationId: saved.contractId });
  const row = await own.pc.counter.rows
    .selectFrom('drafts')
    .select('content')
    .where('id', '=', draftId)
    .executeTakeFirstOrThrow();
  const draft = JSON.parse(row.content) as { options: unknown; vehicleId: string; note: string };
  expect(draft).toMatchObject({ options, vehicleId: vehicle.id, note: 'kommt mit Zwillingen' });

  if (asked.customer.kind !== 'existing') throw new Error('a known customer');
  const customer = await own.pc.counter.rows
    .selectFrom('customers')
    .selectAll()
    .where('id', '=', asked.customer.id)
    .executeTakeFirstOrThrow();
  const handover = checkOutForm.parse({
    reservationId: saved.contractId,
    customer: asked.customer,
    driver: {
      firstName: customer.first_name,
      lastName: customer.last_name,
      bornOn: customer.born_on,
      licenceNumber: customer.licence_number,
      licenceCategory: customer.licence_category,
      licenceSince: customer.licence_since,
      licenceCountry: customer.licence_country,
    },
    vehicleId: vehicle.id,
    startsAt: starts,
    endsAt: asked.endsAt,
    returnBranchId: asked.returnBranchId,
    options: draft.options,
    odometerKm: vehicle.odometer_km,
    fuelEighths: 8,
    note: '',
    depositMethod: 'card',
    signature,
  });
  const signed = must(await signContract(own.pc.counter, handover, draftId));
  expect(signed.contractId).toBe(saved.contractId);
  await own.uploaded();
  const { rows } = await own.database.query(
    `select c.status, c.total::int, c.deductible::int, c.terms #> '{price,request,extras}' as extras,
       array_agg(l.kind::text order by l.position) as kinds
     from contracts c join contract_lines l on l.contract_id = c.id where c.id = $1 group by c.id`,
    [saved.contractId],
  );
  expect(rows[0]).toMatchObject({
    status: 'out',
    total: saved.total,
    deductible: 0,
    extras: [{ id: seat, count: 2 }],
    kinds: expect.arrayContaining(['rental', 'protection', 'extra']),
  });
});

test('a vehicle is promised once: the second is told by whom, and nothing is written', async () => {
  const vehicle = await freshVehicle();
  const asked = await form({ categoryId: vehicle.category_id, vehicleId: vehicle.id });
  const first = must(await saveReservation(own.pc.counter, asked, ask));
  const second = await form({
    categoryId: vehicle.category_id,
    vehicleId: vehicle.id,
    startsAt: inDays(61),
    endsAt: inDays(63),
  });
  const refused = await saveReservation(own.pc.counter, second, ask);
  const { customer_name: name } = await own.pc.counter.rows
    .selectFrom('contracts')
    .select('customer_name')
    .where('id', '=', first.contractId)
    .executeTakeFirstOrThrow();
  expect(refused).toMatchObject({
    ok: false,
    refusal: { code: 'vehicle_taken', kind: 'reserved', title: name, until: asked.endsAt },
  });
  // As soon as the first is back it may leave.
  must(await saveReservation(own.pc.counter, { ...second, startsAt: inDays(62) }, ask));
  await own.uploaded();
  expect(await stored(first.contractId)).toMatchObject({ status: 'reserved', vehicle_id: vehicle.id });
});

test('a reservation is moved and extended at the price that was shown, and onto a vehicle and off it', async () => {
  const vehicle = await freshVehicle();
  const saved = must(
    await saveReservation(own.pc.counter, await form({ categoryId: vehicle.category_id }), ask),
  );
  const move = {
    contractId: saved.contractId,
    vehicleId: vehicle.id,
    startsAt: inDays(60),
    endsAt: inDays(65),
  };
  const shown = must(await previewMove(own.pc.counter, move, words));
  expect(shown.before).toBe(saved.total);
  expect(shown.after).toBeGreaterThan(shown.before);
  const other = await moveReservation(own.pc.counter, move, rappen(shown.after - 5), words);
  expect(other).toMatchObject({ ok: false, refusal: { code: 'price_changed', total: shown.after } });
  must(await moveReservation(own.pc.counter, move, shown.after, words));
  await own.uploaded();
  expect(await stored(saved.contractId)).toMatchObject({
    status: 'reserved',
    vehicle_id: vehicle.id,
    plate: vehicle.plate,
    total: shown.after,
    lines: shown.after,
  });
  must(await moveReservation(own.pc.counter, { ...move, vehicleId: null }, shown.after, words));
  await own.uploaded();
  expect(await stored(saved.contractId)).toMatchObject({ status: 'to_assign', vehicle_id: null, plate: '' });
});

test('a quote becomes a reservation at its price, and a plan is cancelled with a reason', async () => {
  const saved = must(await saveReservation(own.pc.counter, await form({ kind: 'quote' }), ask));
  expect(saved.status).toBe('quote');
  expect(must(await confirmQuote(own.pc.counter, saved.contractId, words))).toMatchObject({
    status: 'to_assign',
    total: saved.total,
  });
  expect(await cancelReservation(own.pc.counter, saved.contractId, '  ')).toMatchObject({
    ok: false,
    refusal: { code: 'reason_missing' },
  });
  must(await cancelReservation(own.pc.counter, saved.contractId, 'Flug gestrichen'));
  await own.uploaded();
  expect(await stored(saved.contractId)).toMatchObject({ status: 'void', void_reason: 'Flug gestrichen' });
  expect(await cancelReservation(own.pc.counter, saved.contractId, 'noch einmal')).toMatchObject({
    ok: true,
  });
  expect(await confirmQuote(own.pc.counter, saved.contractId, words)).toMatchObject({
    ok: false,
    refusal: { code: 'reservation_gone' },
  });
});

test('staff leave the reservations of another branch to it', async () => {
  const { rows } = await own.database.query<{ id: string }>(
    `select id from contracts where branch_id = $1 and return_branch_id = $1 and status = 'reserved' limit 1`,
    [alpina.branches.chur],
  );
  const move = { contractId: rows[0]!.id, vehicleId: null, startsAt: inDays(60), endsAt: inDays(61) };
  expect(await moveReservation(own.pc.counter, move, null, words)).toMatchObject({
    ok: false,
    refusal: { code: 'other_branch', branch: 'Chur' },
  });
});

/** A hold of the vehicle over these days. */
const holdOf = (vehicleId: string, fromDay: number, toDay: number | null) => ({
  vehicleId,
  reason: 'service' as const,
  startsAt: inDays(fromDay),
  endsAt: toDay === null ? null : inDays(toDay),
  note: 'Garage Frei',
});

test('a hold keeps a vehicle back until it ends, and there is one at a time', async () => {
  const vehicle = await freshVehicle();
  const hold = holdOf(vehicle.id, 70, null);
  const { holdId, released } = must(await putHold(own.pc.counter, hold));
  expect(released).toEqual([]);
  expect(await putHold(own.pc.counter, holdOf(vehicle.id, 80, 81))).toMatchObject({
    ok: false,
    refusal: { code: 'hold_twice', from: hold.startsAt, until: null },
  });
  expect(await putHold(own.pc.counter, holdOf(vehicle.id, 66, 66))).toMatchObject({
    ok: false,
    refusal: { code: 'hold_backwards' },
  });
  expect(await putHold({ ...own.pc.counter, role: 'viewer' }, holdOf(vehicle.id, 66, 67))).toMatchObject({
    ok: false,
    refusal: { code: 'hold_not_permitted' },
  });
  const asked = await form({
    categoryId: vehicle.category_id,
    vehicleId: vehicle.id,
    startsAt: inDays(90),
    endsAt: inDays(91),
  });
  expect(await saveReservation(own.pc.counter, asked, ask)).toMatchObject({
    ok: false,
    refusal: { code: 'vehicle_taken', kind: 'hold', title: 'service: Garage Frei', until: null },
  });
  must(await endHolds(own.pc.counter, [holdId]));
  expect(await endHolds(own.pc.counter, [holdId])).toMatchObject({
    ok: false,
    refusal: { code: 'hold_gone' },
  });
  must(await saveReservation(own.pc.counter, asked, ask));
  await own.uploaded();
  const { rows } = await own.database.query(
    'select ends_at is not null as ended from vehicle_holds where id = $1',
    [holdId],
  );
  expect(rows).toEqual([{ ended: true }]);
});

test('a hold takes the vehicle from the plans that the clerk was shown, and from no others', async () => {
  const vehicle = await freshVehicle();
  const plan = async (fromDay: number, toDay: number, kind: ReserveForm['kind'] = 'reservation') =>
    must(
      await saveReservation(
        own.pc.counter,
        await form({
          kind,
          categoryId: vehicle.category_id,
          vehicleId: vehicle.id,
          startsAt: inDays(fromDay),
          endsAt: inDays(toDay),
        }),
        ask,
      ),
    );
  const before = await plan(68, 70);
  const first = await plan(71, 73);
  const quote = await plan(74, 75, 'quote');
  const last = await plan(76, 78);
  const hold = holdOf(vehicle.id, 70, 77);
  const shown = await putHold(own.pc.counter, hold);
  if (shown.ok || shown.refusal.code !== 'hold_hits_plans') throw new Error('held without asking');
  const ids = shown.refusal.plans.map(({ id }) => id);
  expect(ids).toEqual([first.contractId, quote.contractId, last.contractId]);
  expect(shown.refusal.plans[0]).toMatchObject({ startsAt: inDays(71), endsAt: inDays(73) });
  // Nothing was written, and one that was not shown is asked for again.
  expect(await putHold(own.pc.counter, hold, ids.slice(1))).toMatchObject({
    ok: false,
    refusal: { code: 'hold_hits_plans', found: 3 },
  });
  await own.uploaded();
  expect(await stored(first.contractId)).toMatchObject({ status: 'reserved', vehicle_id: vehicle.id });

  must(await putHold(own.pc.counter, hold, ids));
  await own.uploaded();
  const free = { vehicle_id: null, plate: '' };
  expect(await stored(before.contractId)).toMatchObject({ status: 'reserved', vehicle_id: vehicle.id });
  expect(await stored(first.contractId)).toMatchObject({
    ...free,
    status: 'to_assign',
    total: first.total,
    lines: first.total,
  });
  expect(await stored(quote.contractId)).toMatchObject({ ...free, status: 'quote' });
  expect(await stored(last.contractId)).toMatchObject({ ...free, status: 'to_assign' });
  const { rows } = await own.database.query('select reason from vehicle_holds where vehicle_id = $1', [
    vehicle.id,
  ]);
  expect(rows).toEqual([{ reason: 'service' }]);
});

test('a vehicle that is out is held from when it is due', async () => {
  const vehicle = await freshVehicle();
  const customer = await someCustomer(own.pc.counter, ++customers);
  const signed = await rent(own.pc.counter, { customerId: customer.id, vehicleId: vehicle.id, days: 3 });
  const { number, ends_at: due } = await own.pc.counter.rows
    .selectFrom('contracts')
    .select(['number', 'ends_at'])
    .where('id', '=', signed.contractId)
    .executeTakeFirstOrThrow();
  const hold = { ...holdOf(vehicle.id, 2, null) };
  expect(await putHold(own.pc.counter, hold)).toMatchObject({
    ok: false,
    refusal: { code: 'hold_while_out', contract: number, until: due },
  });
  must(await putHold(own.pc.counter, { ...hold, startsAt: due }));
  await own.uploaded();
});

test('a reservation that only another branch may change stands in the way of a hold', async () => {
  const { rows } = await own.database.query<{ vehicle_id: string; starts_at: Date; customer_name: string }>(
    `select vehicle_id, starts_at, customer_name from contracts
     where branch_id = $1 and return_branch_id = $1 and status = 'reserved' and vehicle_id is not null limit 1`,
    [alpina.branches.chur],
  );
  const [plan] = rows;
  const hold = { ...holdOf(plan!.vehicle_id, 0, null), startsAt: instant(plan!.starts_at) };
  expect(await putHold(own.pc.counter, hold)).toMatchObject({
    ok: false,
    refusal: { code: 'hold_other_branch', customer: plan!.customer_name, branch: 'Chur' },
  });
});

test('a transfer takes a vehicle to its new branch', async () => {
  const vehicle = await freshVehicle();
  const transfer = {
    vehicleId: vehicle.id,
    toBranchId: alpina.branches.chur,
    leavesAt: inDays(-1),
    note: '',
  };
  const { transferId } = must(await planTransfer(own.pc.counter, transfer, words));
  expect(
    await planTransfer(own.pc.counter, { ...transfer, toBranchId: own.pc.counter.place.branchId }, words),
  ).toMatchObject({ ok: false, refusal: { code: 'already_there' } });
  must(await finishTransfer(own.pc.counter, transferId));
  expect(await finishTransfer(own.pc.counter, transferId)).toMatchObject({
    ok: false,
    refusal: { code: 'transfer_gone' },
  });
  await own.uploaded();
  const { rows } = await own.database.query('select branch_id from vehicles where id = $1', [vehicle.id]);
  expect(rows).toEqual([{ branch_id: alpina.branches.chur }]);
});
