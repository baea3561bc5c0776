import { customerOf, pickBill, pickContract, pickFrom, readsIn, vehicleOf } from './picks.ts';
import type { Slot } from './scene.ts';
import type { Step } from './steps.ts';
import type { WrittenByHand } from './written-by-hand.ts';

/** What is written without a command: written-by-hand.ts says why. */
export type WrittenStep = Extract<
  Step,
  {
    kind:
      | 'reserve'
      | 'assign'
      | 'pay'
      | 'holdDeposit'
      | 'settleDeposit'
      | 'finish'
      | 'billWrongly'
      | 'credit'
      | 'payBill'
      | 'changeCustomer'
      | 'changeRate'
      | 'openDrawer'
      | 'moveCash'
      | 'closeDrawer';
  }
>;

export async function writeStep(
  slot: Slot,
  desk: WrittenByHand,
  isOld: boolean,
  step: WrittenStep,
): Promise<void> {
  const read = readsIn(desk);
  switch (step.kind) {
    case 'reserve': {
      const vehicleId = step.vehicle === null ? null : vehicleOf(slot, step.vehicle);
      await desk.contract({
        ...step,
        customerId: customerOf(slot, step.customer),
        vehicleId,
        status: vehicleId === null ? 'to_assign' : 'reserved',
      });
      return;
    }
    case 'assign': {
      const plan = await pickContract(read, slot, step.pick, 'to_assign', 'reserved');
      if (plan)
        await desk.update('contracts', String(plan['id']), {
          status: 'reserved',
          vehicle_id: vehicleOf(slot, step.vehicle),
          plate: 'ZH 1',
        });
      return;
    }
    case 'pay': {
      const signed = await pickContract(read, slot, step.pick, 'out', 'returned', 'closed');
      if (signed)
        await desk.payment({ contract_id: String(signed['id']) }, 'payment', step.amount, step.cash);
      return;
    }
    case 'holdDeposit': {
      const signed = await pickContract(read, slot, step.pick, 'out');
      if (signed) await desk.deposit(String(signed['id']), step.cash);
      return;
    }
    case 'settleDeposit': {
      const held = await desk.rows(
        `SELECT * FROM deposits WHERE settled_at IS NULL AND contract_id IN (SELECT id FROM contracts WHERE category_id = ?) ORDER BY id`,
        slot.categoryId,
      );
      const deposit = pickFrom(held, step.pick);
      if (!deposit) return;
      const released = Number(deposit['amount']) - step.kept;
      await desk.update('deposits', String(deposit['id']), {
        settled_at: desk.now,
        settled_by: desk.clerkId,
        kept: step.kept,
        released,
        kept_reason: 'Kratzer',
      });
      if (deposit['method'] === 'cash' && released > 0)
        await desk.cash({ kind: 'deposit_out', deposit_id: String(deposit['id']) }, released);
      return;
    }
    case 'finish': {
      const returned = await pickContract(read, slot, step.pick, 'returned');
      if (returned)
        await desk.update('contracts', String(returned['id']), { status: 'closed', closed_at: desk.now });
      return;
    }
    case 'billWrongly': {
      const signed = await pickContract(read, slot, step.pick, 'out', 'returned', 'closed');
      if (signed)
        await desk.bill({
          contractId: String(signed['id']),
          customerId: String(signed['customer_id']),
          amount: step.amount,
          wrong: true,
        });
      return;
    }
    case 'credit': {
      const billed = await pickBill(read, slot, step.pick);
      // A counter of the first schema knows no credit notes.
      if (billed && !isOld)
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
      const billed = await pickBill(read, slot, step.pick);
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
      return await desk.update('customers', customerOf(slot, step.customer), { note: `Notiz ${step.note}` });
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
