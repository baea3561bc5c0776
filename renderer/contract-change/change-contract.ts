import { signAmendment } from '#shared/contracts/amend-contract.ts';
import type { ChangeAtCounterRefusal } from '#shared/contracts/change-at-counter.ts';
import { type Handover, closeHandover } from '#shared/contracts/handover.ts';
import type { AmendmentProposal } from '#shared/contracts/signed-contract.ts';
import type { Damage } from '#shared/fleet/damage.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { type Instant, now } from '#shared/time/instant.ts';
import { handoverOf } from '../app/contracts/handover-of.ts';
import type { Counter } from '../app/counter/counter.ts';
import { knowsItsSeries } from '../app/counter/knows-its-series.ts';
import { nextNumber } from '../app/counter/next-number.ts';
import { inTransaction } from '../app/counter/transaction.ts';
import { foundAt } from '../app/damage/found-damage.ts';
import type { OccupationWords } from '../app/fleet/fleet-of.ts';
import { readPriceRows } from '../app/prices/price-rows.ts';
import type { ChangeForm, Condition } from './change-form.ts';
import { type Gathered, gatherChange } from './gather-change.ts';
import { proposeChange } from './propose-change.ts';
import { type Changed, writeAmendment } from './write-amendment.ts';

/** What the renter had in front of them when they signed. */
export type Shown = Pick<AmendmentProposal, 'follows' | 'after'>;

/**
 * Changes a contract that is out, in one durable transaction: the amendment, who joins, both handovers of an exchange with
 * the damages found, what holds of the contract now, the audit links, and the jobs for the papers. Works without a line. Written only as it was shown: where it was
 * amended meanwhile, or costs something else by now, it is shown again.
 *
 * @param draftId the draft that this finishes; it is removed in the same transaction
 */
export async function changeContract(
  counter: Counter,
  asked: ChangeForm,
  shown: Shown,
  { words, draftId }: { readonly words: OccupationWords; readonly draftId: string | null },
): Promise<Result<Changed, ChangeAtCounterRefusal>> {
  if (!knowsItsSeries(counter)) return refuse({ code: 'first_sync_missing' });
  const at = now();
  const form = foundThen(asked, at);
  const nextId = form.exchange?.vehicleId ?? null;
  const prices = nextId === null ? null : await pricesOf(counter, nextId);
  return await inTransaction(counter, async (tx) => {
    const gathered = await gatherChange(tx, form.contractId, nextId, { prices, at, words });
    if (gathered === null) return refuse({ code: 'contract_missing' });
    const { signed } = gathered;
    if (signed === null) return refuse({ code: 'terms_missing' });
    const proposal = proposeChange(form, gathered);
    if (!proposal.ok) return proposal;
    if (proposal.value.follows !== shown.follows)
      return refuse({ code: 'amendment_stale', contract: signed.number });
    if (proposal.value.after !== shown.after)
      return refuse({ code: 'price_differs', shown: shown.after, now: proposal.value.after });
    const handed = handoversOf(form, gathered, counter.place.clerkId, at);
    if (!handed.ok) return handed;
    const { text: number } = await nextNumber(tx, counter.place, 'amendment', at);
    const amended = signAmendment(signed, proposal.value, {
      number,
      signedAt: at,
      signature: form.signature,
    });
    // The number is given back with the transaction.
    if (!amended.ok) return amended;
    return ok(
      await writeAmendment(tx, counter, { form, gathered, proposal: proposal.value, number, at, draftId }),
    );
  });
}

/** The prices of a vehicle's category, for where the signed list does not have it. */
export async function pricesOf({ rows }: Pick<Counter, 'rows'>, vehicleId: string) {
  const vehicle = await rows
    .selectFrom('vehicles')
    .select('category_id')
    .where('id', '=', vehicleId)
    .executeTakeFirst();
  return vehicle ? await readPriceRows(rows, vehicle.category_id) : null;
}

/** What is found of the car that comes back is found at this moment, whenever it was marked. */
function foundThen(form: ChangeForm, at: Instant): ChangeForm {
  const { exchange } = form;
  if (exchange === null) return form;
  return { ...form, exchange: { ...exchange, found: exchange.found.map((one) => foundAt(one, at)) } };
}

/** Both handovers of an exchange, closed; null without one. */
function handoversOf(
  { exchange, signature }: ChangeForm,
  { out, known, knownOfNext }: Gathered,
  clerk: string,
  at: Instant,
): Result<readonly Handover[] | null, ChangeAtCounterRefusal> {
  if (exchange === null) return ok(null);
  const before = handoverOf(out, []);
  const mended = new Set(exchange.repaired);
  const damagesBack = [
    ...known.filter(({ id }) => !mended.has(id)),
    ...exchange.found.map(({ damage }) => damage),
  ];
  const handover = (
    vehicleId: string,
    direction: 'in' | 'out',
    seen: Condition,
    damages: readonly Damage[],
  ): Handover => ({
    ...before,
    ...seen,
    vehicleId,
    direction,
    at,
    clerk,
    damages,
    notes: null,
    renter: 'present',
    signature,
    closedAt: null,
  });
  const closed: Handover[] = [];
  for (const one of [
    handover(out.vehicle_id, 'in', exchange.back, damagesBack),
    handover(exchange.vehicleId, 'out', exchange.out, knownOfNext),
  ]) {
    const result = closeHandover(one, at);
    if (!result.ok) return result;
    closed.push(result.value);
  }
  return ok(closed);
}
