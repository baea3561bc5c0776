import type { CheckOutDamageRefusal } from '#shared/contracts/check-out-damages.ts';
import type { CheckOutForm } from '#shared/contracts/check-out-form.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { now } from '#shared/time/instant.ts';
import type { Counter } from '../app/counter/counter.ts';
import { appendAudit, commitWithAudit } from '../app/counter/append-audit.ts';
import { knowsItsSeries } from '../app/counter/knows-its-series.ts';
import { offerNumber } from '../app/counter/next-number.ts';
import { inTransaction } from '../app/counter/transaction.ts';
import { type GatherRefusal, gatherCheckOut } from './gather-check-out.ts';
import { payAtOnce } from './pay-at-once.ts';
import type { PayNow } from './pay-now.ts';
import { type SeenDamages, gatherSeen, nothingSeen } from './seen-damages.ts';
import { type SignedContract, writeContract } from './write-contract.ts';

export type SignRefusal =
  | GatherRefusal
  | CheckOutDamageRefusal
  /** Numbers are given out only when it is known which were given out before. */
  | { readonly code: 'first_sync_missing' };

/**
 * Signs the contract of a walk-in, in one durable transaction: customer (if new), contract, driver, priced lines,
 * handover with the damages seen at it, deposit, audit link, and the job to make the paper. Works without a line.
 *
 * @param payNow how the rental is paid before the car goes out: then its bill and its receipt are written with it
 * @param draftId the draft that this finishes; it is removed in the same transaction
 */
export async function signContract(
  counter: Counter,
  form: CheckOutForm,
  draftId: string | null,
  { found, repaired }: SeenDamages = nothingSeen,
  payNow: PayNow = 'later',
): Promise<Result<SignedContract, SignRefusal>> {
  if (!knowsItsSeries(counter)) return refuse({ code: 'first_sync_missing' });
  const at = now();
  return await inTransaction(counter, async (tx) => {
    // Together: one round trip.
    const [gathered, seen, number] = await Promise.all([
      gatherCheckOut(tx, form, counter.place, at),
      gatherSeen(tx, form.vehicleId, { found, repaired }, at),
      offerNumber(tx, counter.place, 'contract', at),
    ]);
    if (!gathered.ok) return gathered;
    if (!seen.ok) return seen;
    const all = { ...gathered.value, seen: seen.value, number };
    if (payNow === 'later') {
      const { contractId, number: text } = await writeContract(
        tx,
        counter,
        form,
        all,
        draftId,
        at,
        commitWithAudit,
      );
      return ok({ contractId, number: text });
    }
    const { drawer } = all;
    if (payNow === 'cash' && drawer === undefined) return refuse({ code: 'drawer_closed', field: 'payNow' });
    const written = await writeContract(tx, counter, form, all, draftId, at, appendAudit);
    await payAtOnce(tx, counter, written, { method: payNow, drawer }, at);
    return ok({ contractId: written.contractId, number: written.number });
  });
}
