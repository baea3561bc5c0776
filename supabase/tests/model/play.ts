import type { ModelCounter } from './model-counter.ts';
import { customerOf, pickContract, readsOf, vehicleOf } from './picks.ts';
import {
  type CheckOut,
  bill,
  changeRental,
  checkOut,
  settleOneConflict,
  settleOneRefusal,
  takeBack,
} from './run-commands.ts';
import type { Scene, Slot } from './scene.ts';
import { StartLine } from './start-line.ts';
import type { Step } from './steps.ts';
import { writeStep } from './write-step.ts';
import { WrittenByHand } from './written-by-hand.ts';

/** Plays one step. What a counter cannot do as things are (nothing to pick from) it does not do. */
export async function playStep(
  scene: Scene,
  slot: Slot,
  counters: readonly ModelCounter[],
  step: Step,
): Promise<void> {
  if (step.kind === 'race') return await race(scene, slot, counters, step.vehicle);
  if (step.kind === 'sendAll') return await sendTogether(counters);
  const counter = counters[step.at % counters.length];
  if (!counter) throw new Error('a history needs counters');
  const { person } = counter.desk;
  switch (step.kind) {
    case 'sync':
      // Who is suspended receives nothing, so nothing is waited for.
      if ((await counter.send()) && !counter.isSuspended) await scene.receiveAll([counter]);
      return;
    case 'send':
      await counter.send();
      return;
    case 'sendTwice':
      return await counter.sendTwice();
    case 'loseAnswer':
      await counter.send('lose_answer');
      return;
    case 'dieBeforeAnswer':
      await counter.send('die_before_answer');
      return;
    case 'die':
      return await counter.die();
    case 'dieMidway':
      return await counter.dieSigning((app) =>
        checkOut(app, walkInOf(scene, slot, { ...somebody, stranger: true })),
      );
    case 'sign':
      return await sign(scene, slot, counter, step);
    case 'handOver':
      return await handOver(scene, slot, counter, step);
    case 'bringBack':
      return await bringBack(scene, slot, counter, step);
    case 'amend':
      return await amend(scene, slot, counter, step);
    case 'bill':
      return await sendBill(slot, counter, step.pick);
    case 'settleConflict':
      return await counter.act((app) => settleOneConflict(app, slot.categoryId, step.pick));
    case 'settleRefusal':
      return await counter.act((app) => settleOneRefusal(app, step.pick));
    case 'sendTooOld':
      return await counter.sendTooOld();
    case 'setClock':
      counter.skewMs = step.skewMinutes * 60_000;
      counter.lateMs = step.lateDays * 86_400_000;
      return;
    case 'runOldVersion':
      counter.isOld = step.old;
      return;
    case 'suspend':
    case 'demote':
      // A company keeps an owner.
      if (person.role === 'owner') return;
      counter.isSuspended ||= step.kind === 'suspend';
      await scene.sql.query(
        step.kind === 'suspend'
          ? 'update public.users set is_active = false where id = $1'
          : `update public.users set role = 'viewer' where id = $1`,
        [person.id],
      );
      return;
    case 'reinstate':
      return await reinstate(scene, counter);
    default:
      return await byHand(scene, slot, counter, (desk) => writeStep(slot, desk, counter.isOld, step));
  }
}

/** An owner lets somebody in again; the counter receives with its next token, which is fetched at once. */
export async function reinstate(scene: Scene, counter: ModelCounter): Promise<void> {
  const { id, role } = counter.desk.person;
  await scene.sql.query('update public.users set is_active = true, role = $2 where id = $1', [id, role]);
  if (counter.isSuspended) await counter.renewToken();
  counter.isSuspended = false;
}

type SignStep = Extract<Step, { kind: 'sign' }>;
const somebody = { vehicle: 0, customer: 0, days: 2, km: 0, stranger: false };

function walkInOf(scene: Scene, slot: Slot, step: Omit<SignStep, 'kind' | 'at'>): CheckOut {
  return {
    reservationId: null,
    vehicleId: vehicleOf(slot, step.vehicle),
    customerId: customerOf(slot, step.customer),
    isStranger: step.stranger,
    licenceNumber: `L${scene.nextRunning()}`,
    days: step.days,
    kmMore: step.km,
  };
}

async function sign(
  scene: Scene,
  slot: Slot,
  counter: ModelCounter,
  step: Omit<SignStep, 'kind' | 'at'>,
): Promise<void> {
  const wanted = walkInOf(scene, slot, step);
  if (!counter.isOld) return await counter.act((app) => checkOut(app, wanted));
  await byHand(scene, slot, counter, async (desk) => {
    const customerId = step.stranger ? await desk.stranger(wanted.customerId) : wanted.customerId;
    const { vehicleId, days } = wanted;
    const id = await desk.contract({ customerId, vehicleId, status: 'quote', days, startsIn: 0 });
    await desk.handOver(id, vehicleId, days, wanted.kmMore);
  });
}

/** Hands over one of the reservations that this counter knows of, with the car it was promised or another. */
async function handOver(
  scene: Scene,
  slot: Slot,
  counter: ModelCounter,
  step: Extract<Step, { kind: 'handOver' }>,
): Promise<void> {
  const plan = await pickContract(readsOf(counter), slot, step.pick, 'to_assign', 'reserved');
  if (!plan) return;
  const reservationId = String(plan['id']);
  const vehicleId = String(plan['vehicle_id'] ?? vehicleOf(slot, step.vehicle));
  if (counter.isOld)
    return await byHand(scene, slot, counter, (desk) => desk.handOver(reservationId, vehicleId, 2, step.km));
  const customerId = String(plan['customer_id']);
  const walkIn = walkInOf(scene, slot, { ...somebody, km: step.km });
  await counter.act((app) => checkOut(app, { ...walkIn, reservationId, customerId, vehicleId }));
}

async function bringBack(
  scene: Scene,
  slot: Slot,
  counter: ModelCounter,
  step: Extract<Step, { kind: 'bringBack' }>,
): Promise<void> {
  const out = await pickContract(readsOf(counter), slot, step.pick, 'out');
  if (!out) return;
  const contractId = String(out['id']);
  if (!counter.isOld)
    return await counter.act((app) => takeBack(app, { contractId, kmMore: step.km, method: step.method }));
  await byHand(scene, slot, counter, (desk) => desk.takeBack(contractId, String(out['vehicle_id']), step.km));
}

/** Keeps a car longer, or takes another of the history's cars instead. */
async function amend(
  scene: Scene,
  slot: Slot,
  counter: ModelCounter,
  step: Extract<Step, { kind: 'amend' }>,
): Promise<void> {
  const out = await pickContract(readsOf(counter), slot, step.pick, 'out');
  if (!out) return;
  if (counter.isOld) return await byHand(scene, slot, counter, (desk) => desk.amend(out, step.days));
  const vehicleId = step.vehicle === null ? null : vehicleOf(slot, step.vehicle);
  const { days, km: kmMore } = step;
  await counter.act((app) => changeRental(app, { contractId: String(out['id']), days, vehicleId, kmMore }));
}

async function sendBill(slot: Slot, counter: ModelCounter, pick: number): Promise<void> {
  const signed = await pickContract(readsOf(counter), slot, pick, 'out', 'returned', 'closed');
  if (signed) await counter.act((app) => bill(app, String(signed['id'])));
}

/**
 * Every other counter signs for one vehicle, the others reserve it and sign for the next, and all reach the server at the same
 * moment: what one call does not yet see of the other must not be missed by both.
 */
async function race(
  scene: Scene,
  slot: Slot,
  counters: readonly ModelCounter[],
  vehicle: number,
): Promise<void> {
  for (const [n, counter] of counters.entries()) {
    if (n % 2 === 1) {
      const reserve = { kind: 'reserve', at: 0, vehicle, customer: 0, days: 3, startsIn: -1 } as const;
      await byHand(scene, slot, counter, (desk) => writeStep(slot, desk, counter.isOld, reserve));
    }
    await sign(scene, slot, counter, { ...somebody, vehicle: vehicle + (n % 2) });
  }
  await sendTogether(counters);
}

async function sendTogether(counters: readonly ModelCounter[]): Promise<void> {
  const line = new StartLine(counters.length);
  await Promise.all(counters.map((one) => one.send('none', undefined, line)));
}

async function byHand(
  scene: Scene,
  slot: Slot,
  counter: ModelCounter,
  work: (desk: WrittenByHand) => Promise<void>,
): Promise<void> {
  await counter.write((tx, { place }) => work(new WrittenByHand(scene, slot, place, counter.isOld, tx)));
}
