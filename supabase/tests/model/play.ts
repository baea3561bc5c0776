import type { Transaction } from '@powersync/common';
import { DeskWrites } from './desk-writes.ts';
import type { ModelCounter, Row } from './model-counter.ts';
import type { Scene, Slot } from './scene.ts';
import type { Step } from './steps.ts';

/** Plays one step. What a counter cannot do as things are (nothing to pick from) it does not do. */
export async function playStep(
  scene: Scene,
  slot: Slot,
  counters: readonly ModelCounter[],
  step: Step,
): Promise<void> {
  if (step.kind === 'race') {
    const { vehicle } = step;
    for (const one of counters) {
      await playStep(scene, slot, [one], {
        kind: 'sign',
        at: 0,
        vehicle,
        customer: 0,
        days: 2,
        startsIn: 0,
        km: 0,
        stranger: false,
      });
    }
    await Promise.all(counters.map((one) => one.send()));
    return;
  }
  if (step.kind === 'sendAll') {
    await Promise.all(counters.map((one) => one.send()));
    return;
  }
  const counter = counters[step.at % counters.length];
  if (!counter) throw new Error('a history needs counters');
  const { person } = counter.desk;
  switch (step.kind) {
    case 'sync':
      if (await counter.send()) await scene.receiveAll([counter]);
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
      return await counter.dieMidway((tx) =>
        writeStep(scene, slot, counter, tx, {
          kind: 'sign',
          at: 0,
          vehicle: 0,
          customer: 0,
          days: 1,
          startsIn: 0,
          km: 0,
          stranger: true,
        }),
      );
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
      return await counter.write((tx) => writeStep(scene, slot, counter, tx, step));
  }
}

export async function reinstate(scene: Scene, { desk: { person } }: ModelCounter): Promise<void> {
  await scene.sql.query('update public.users set is_active = true, role = $2 where id = $1', [
    person.id,
    person.role,
  ]);
}

type Written = Exclude<
  Step,
  {
    kind:
      | 'sendAll'
      | 'race'
      | 'sync'
      | 'send'
      | 'sendTwice'
      | 'loseAnswer'
      | 'dieBeforeAnswer'
      | 'die'
      | 'dieMidway'
      | 'sendTooOld'
      | 'setClock'
      | 'runOldVersion'
      | 'suspend'
      | 'demote'
      | 'reinstate';
  }
>;

async function writeStep(
  scene: Scene,
  slot: Slot,
  counter: ModelCounter,
  tx: Transaction,
  step: Written,
): Promise<void> {
  const desk = new DeskWrites(scene, slot, counter, tx);
  const vehicle = (n: number): string => slot.vehicleIds[n % slot.vehicleIds.length] ?? '';
  const customer = (n: number): string => slot.customerIds[n % slot.customerIds.length] ?? '';
  const one = async (n: number, ...statuses: string[]): Promise<Row | undefined> => {
    const found = await desk.rows(
      `SELECT * FROM contracts WHERE category_id = ? AND status IN (SELECT value FROM json_each(?)) ORDER BY id`,
      slot.categoryId,
      JSON.stringify(statuses),
    );
    return found[n % Math.max(found.length, 1)];
  };
  const bill = async (n: number): Promise<Row | undefined> => {
    const found = await desk.rows(
      `SELECT * FROM invoices WHERE corrects_id IS NULL
       AND contract_id IN (SELECT id FROM contracts WHERE category_id = ?) ORDER BY id`,
      slot.categoryId,
    );
    return found[n % Math.max(found.length, 1)];
  };
  switch (step.kind) {
    case 'sign': {
      const renter = step.stranger
        ? await desk.stranger(slot.customerIds, step.customer)
        : customer(step.customer);
      const id = await desk.contract({
        ...step,
        customerId: renter,
        vehicleId: vehicle(step.vehicle),
        status: 'quote',
      });
      return await desk.handOver(id, vehicle(step.vehicle), step.days, step.km);
    }
    case 'reserve': {
      const vehicleId = step.vehicle === null ? null : vehicle(step.vehicle);
      await desk.contract({
        ...step,
        customerId: customer(step.customer),
        vehicleId,
        status: vehicleId === null ? 'to_assign' : 'reserved',
      });
      return;
    }
    case 'assign': {
      const plan = await one(step.pick, 'to_assign', 'reserved');
      if (plan)
        await desk.update('contracts', String(plan['id']), {
          status: 'reserved',
          vehicle_id: vehicle(step.vehicle),
          plate: 'ZH 1',
        });
      return;
    }
    case 'handOver': {
      const plan = await one(step.pick, 'to_assign', 'reserved');
      if (plan)
        await desk.handOver(
          String(plan['id']),
          String(plan['vehicle_id'] ?? vehicle(step.vehicle)),
          2,
          step.km,
        );
      return;
    }
    case 'amend': {
      const signed = await one(step.pick, 'out');
      if (signed) await desk.amend(signed, step.days);
      return;
    }
    case 'pay': {
      const signed = await one(step.pick, 'out', 'returned', 'closed');
      if (signed)
        await desk.payment({ contract_id: String(signed['id']) }, 'payment', step.amount, step.cash);
      return;
    }
    case 'holdDeposit': {
      const signed = await one(step.pick, 'out');
      if (signed) await desk.deposit(String(signed['id']), step.cash);
      return;
    }
    case 'settleDeposit': {
      const held = await desk.rows(
        `SELECT * FROM deposits WHERE settled_at IS NULL AND contract_id IN (SELECT id FROM contracts WHERE category_id = ?) ORDER BY id`,
        slot.categoryId,
      );
      const deposit = held[step.pick % Math.max(held.length, 1)];
      if (!deposit) return;
      const released = Number(deposit['amount']) - step.kept;
      await desk.update('deposits', String(deposit['id']), {
        settled_at: desk.now,
        settled_by: counter.desk.person.id,
        kept: step.kept,
        released,
        kept_reason: 'Kratzer',
      });
      if (deposit['method'] === 'cash' && released > 0)
        await desk.cash({ kind: 'deposit_out', deposit_id: String(deposit['id']) }, released);
      return;
    }
    case 'bringBack': {
      const signed = await one(step.pick, 'out');
      if (!signed) return;
      await desk.handover(String(signed['id']), String(signed['vehicle_id']), 'check_in', step.km);
      return await desk.update('contracts', String(signed['id']), {
        status: 'returned',
        returned_at: desk.now,
      });
    }
    case 'finish': {
      const returned = await one(step.pick, 'returned');
      if (returned)
        await desk.update('contracts', String(returned['id']), { status: 'closed', closed_at: desk.now });
      return;
    }
    case 'bill': {
      const signed = await one(step.pick, 'out', 'returned', 'closed');
      if (signed)
        await desk.bill({
          contractId: String(signed['id']),
          customerId: String(signed['customer_id']),
          amount: step.amount,
          wrong: step.wrong && step.pick === 0,
        });
      return;
    }
    case 'credit': {
      const billed = await bill(step.pick);
      // A counter of the first schema knows no credit notes.
      if (billed && !counter.isOld)
        await desk.bill({
          contractId: String(billed['contract_id']),
          customerId: String(billed['customer_id']),
          amount: step.whole ? Number(billed['total']) : 5,
          wrong: false,
          corrects: String(billed['id']),
        });
      return;
    }
    case 'payBill': {
      const billed = await bill(step.pick);
      if (billed)
        await desk.payment(
          { contract_id: billed['contract_id'] ?? null, invoice_id: String(billed['id']) },
          'payment',
          Number(billed['total']),
          false,
        );
      return;
    }
    case 'changeCustomer':
      return await desk.update('customers', customer(step.customer), { note: `Notiz ${step.note}` });
    case 'changeRate':
      return await desk.update('rates', slot.rateId, { day_price: step.price * 500 });
    case 'openDrawer':
      return await desk.openDrawer();
    case 'moveCash':
      return await desk.cash({ kind: 'paid_in', reason: 'Wechselgeld' }, step.amount);
    case 'closeDrawer':
      return await desk.closeDrawer(step.difference);
  }
}
