import { expect, test } from 'vitest';
import { testPc } from '#build/testing/test-pc.ts';
import { rent, signature, someCustomer } from '#build/demo/rent.ts';
import { waitingFor } from '#shared/fleet/vehicle-held.ts';
import { must } from '#shared/result/result.ts';
import { type Instant, instant, now } from '#shared/time/instant.ts';
import { alpina } from '#supabase/seeds/demo-people.ts';
import { changeContract, pricesOf } from '../../contract-change/change-contract.ts';
import { gatherChange } from '../../contract-change/gather-change.ts';
import { proposeChange } from '../../contract-change/propose-change.ts';
import { planTransfer } from '../../reservations/transfer-vehicle.ts';
import { freeVehicles, heldVehicles, vehiclesUnderWay } from './free-vehicles.ts';
import { heldNow } from './held-now.ts';
import { occupationsOfVehicle } from './occupations-of-vehicle.ts';
import { endHolds, putHold } from './put-hold.ts';

const own = testPc();
const words = { hold: (reason: string) => reason, transfer: () => '' };
const hours = (count: number): Instant => instant(new Date(Date.now() + count * 3_600_000));

const here = () => own.pc.counter.place.branchId;
async function freeIds(): Promise<readonly string[]> {
  const free = await freeVehicles(own.pc.counter.rows, here()).execute();
  return free.map(({ id }) => id);
}
/** One that is free, and promised to nobody in the days that the tests rent it. */
async function aFreeVehicle(): Promise<string> {
  const { rows } = own.pc.counter;
  const rental = { startsAt: now(), endsAt: hours(96) };
  for (const vehicleId of await freeIds()) {
    const occupations = await occupationsOfVehicle(rows, vehicleId, now(), words);
    if (waitingFor(occupations, { ...rental, vehicleId }, null, now()).length === 0) return vehicleId;
  }
  throw new Error('no vehicle is free');
}
const hold = (vehicleId: string, startsAt: Instant, note: string) => ({
  vehicleId,
  reason: 'repair' as const,
  startsAt,
  endsAt: null,
  note,
});
let customers = 40;
async function rented(vehicleId: string) {
  const { counter } = own.pc;
  const customer = await someCustomer(counter, ++customers);
  return await rent(counter, { customerId: customer.id, vehicleId, days: 2 });
}
/** What becomes of an exchange for this car: the code of its refusal, as it is shown and as it is signed. */
async function exchanged(contractId: string, vehicleId: string) {
  const { counter } = own.pc;
  const form = {
    contractId,
    until: null,
    returnBranchId: null,
    extras: [],
    protections: [],
    driver: null,
    exchange: {
      vehicleId,
      reason: 'Panne',
      courtesy: true,
      back: { odometerKm: 200_000, fuelEighths: 8, keys: 1 },
      notes: '',
      found: [],
      repaired: [],
      out: { odometerKm: 200_000, fuelEighths: 8, keys: 1 },
    },
    signature,
    signedName: 'Annalena Brunner',
  };
  const prices = await pricesOf(counter, vehicleId);
  const gathered = await gatherChange(counter.rows, contractId, vehicleId, { prices, at: now(), words });
  const shown = proposeChange(form, gathered!);
  const agreed = shown.ok ? shown.value : { follows: '', after: gathered!.signed!.terms.price.quote.total };
  const signed = await changeContract(counter, form, agreed, { words, draftId: null });
  return [shown, signed].map((result) => (result.ok ? 'taken' : result.refusal.code));
}

test('a car that is held is not among the free, is not handed over and does not take over; with the hold it ends', async () => {
  const { counter } = own.pc;
  const { rows } = counter;
  const vehicleId = await aFreeVehicle();
  const { holdId } = must(await putHold(counter, hold(vehicleId, now(), 'Bremsen')));
  expect(await freeIds()).not.toContain(vehicleId);
  const held = await heldVehicles(rows, here()).execute();
  expect(held).toMatchObject([{ id: holdId, reason: 'repair', note: 'Bremsen', ends_at: null }]);

  const contractsOf = async () =>
    await rows.selectFrom('contracts').select('id').where('vehicle_id', '=', vehicleId).execute();
  const before = await contractsOf();
  await expect(rented(vehicleId)).rejects.toThrow(/vehicle_held/);
  expect(await contractsOf()).toEqual(before);
  const other = await rented(await aFreeVehicle());
  expect(await exchanged(other.contractId, vehicleId)).toEqual(['vehicle_held', 'vehicle_held']);

  must(await endHolds(counter, [holdId]));
  expect(await freeIds()).toContain(vehicleId);
  expect(await heldVehicles(rows, here()).execute()).toEqual([]);
  expect(await exchanged(other.contractId, vehicleId)).toEqual(['taken', 'taken']);
  await own.uploaded();
});

test('a hold that begins under way is told, and forbids nothing', async () => {
  const { counter } = own.pc;
  const vehicleId = await aFreeVehicle();
  must(await putHold(counter, hold(vehicleId, hours(20), 'MFK-Termin')));
  expect(await heldNow(counter.rows, vehicleId, now())).toBeNull();
  expect(await freeIds()).toContain(vehicleId);
  const waiting = async (days: number) => {
    const rental = { vehicleId, startsAt: now(), endsAt: hours(days * 24) };
    const occupations = await occupationsOfVehicle(counter.rows, vehicleId, now(), words);
    return waitingFor(occupations, rental, null, now()).map(({ title }) => title);
  };
  expect(await waiting(2)).toEqual(['repair: MFK-Termin']);
  expect(await waiting(0.5)).toEqual([]);
  await rented(vehicleId);
  await own.uploaded();
});

test('a car on its way to another branch is not handed over, until somebody says that it is there', async () => {
  const { counter } = own.pc;
  const vehicleId = await aFreeVehicle();
  const { chur } = alpina.branches;
  must(await planTransfer(counter, { vehicleId, toBranchId: chur, leavesAt: now(), note: '' }, words));
  expect(await freeIds()).not.toContain(vehicleId);
  expect(await vehiclesUnderWay(counter.rows, here()).execute()).toMatchObject([{ to_branch_id: chur }]);
  expect(await heldNow(counter.rows, vehicleId, now())).toMatchObject({ kind: 'transfer', to: 'Chur' });
  await expect(rented(vehicleId)).rejects.toThrow(/vehicle_in_transfer/);
});
