import { uuidv7 } from 'uuidv7';
import { deductibleOf } from '#shared/contracts/check-out.ts';
import { contractLines } from '#shared/contracts/contract-lines.ts';
import { reservedTerms } from '#shared/contracts/reserved-options.ts';
import { listName } from '#shared/parties/party-name.ts';
import type { Rappen } from '#shared/money/rappen.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { type Instant, now } from '#shared/time/instant.ts';
import { type Settles, settledRefusal } from '../app/attention/settle-refusal.ts';
import type { Counter } from '../app/counter/counter.ts';
import { newPersonRow } from '../app/counter/customer-row.ts';
import { partyOf } from '../app/counter/party-of.ts';
import { type Tx, inTransaction } from '../app/counter/transaction.ts';
import { readPriceRows } from '../app/prices/price-rows.ts';
import type { OccupationWords } from '../app/fleet/fleet-of.ts';
import { type GatherRefusal, type Gathered, gatherReservation } from './gather-reservation.ts';
import type { ReserveForm } from './reserve-form.ts';

export interface SaveWith {
  /** How a clash is called. */
  readonly words: OccupationWords;
  /** The price that was shown and accepted; another one is refused. `null` takes whatever it is. */
  readonly acceptedTotal: Rappen | null;
  /** The draft that this finishes; it is removed in the same transaction. */
  readonly draftId: string | null;
  /** A refused change that this puts right. */
  readonly settles?: Settles | null;
}

export interface SavedReservation {
  readonly contractId: string;
  readonly status: Gathered['decision']['status'];
  readonly total: Rappen;
}

/**
 * Makes a quote or a reservation, or changes one, in one durable transaction: customer (if new), the plan with what was chosen, its
 * price lines. Works without a line. A quote becomes a reservation by being saved as one; a vehicle is assigned and taken away,
 * and the period moved, by being saved so.
 */
export async function saveReservation(
  counter: Counter,
  form: ReserveForm,
  { words, acceptedTotal, draftId, settles = null }: SaveWith,
): Promise<Result<SavedReservation, GatherRefusal>> {
  const at = now();
  const prices = await readPriceRows(counter.rows, form.categoryId);
  return await inTransaction(counter, async (tx) => {
    const gathered = await gatherReservation(tx, counter, form, { prices, at, words });
    if (!gathered.ok) return gathered;
    const { total } = gathered.value.decision.quote;
    if (acceptedTotal !== null && acceptedTotal !== total) {
      return refuse({ code: 'price_changed', field: 'total', total });
    }
    return ok(await write(tx, counter, form, gathered.value, { draftId, settles, at }));
  });
}

async function write(
  tx: Tx,
  { place }: Counter,
  form: ReserveForm,
  { before, branchId, customer, vehicle, decision }: Gathered,
  { draftId, settles, at }: Required<Pick<SaveWith, 'draftId' | 'settles'>> & { readonly at: Instant },
): Promise<SavedReservation> {
  const { quote, status } = decision;
  const renter = customer ?? firstTime(form, place.companyId, at);
  const contractId = before?.id ?? uuidv7();
  const own = { company_id: place.companyId, created_at: at };
  const planned = {
    return_branch_id: form.returnBranchId,
    counter_id: place.counterId,
    status,
    customer_id: renter.id,
    customer_name: listName(partyOf(renter)),
    category_id: form.categoryId,
    vehicle_id: form.vehicleId,
    plate: vehicle?.plate ?? '',
    rate_id: quote.rateId,
    starts_at: form.startsAt,
    ends_at: form.endsAt,
    currency: 'CHF' as const,
    total: quote.total,
    deposit: quote.deposit,
    deductible: deductibleOf(quote),
    kilometres_included: quote.kilometresIncluded === 'unlimited' ? null : quote.kilometresIncluded,
    extra_kilometre_price: quote.extraKilometrePrice,
    language: renter.language,
    note: form.note,
    clerk_id: place.clerkId,
    terms: JSON.stringify(reservedTerms(form.options)),
  };
  const lines = contractLines(quote, renter.language).map((line, index) => ({
    ...own,
    id: uuidv7(),
    contract_id: contractId,
    position: index + 1,
    kind: line.kind,
    label: line.label,
    explanation: line.explanation,
    quantity: line.quantity,
    unit_price: line.unitPrice,
    amount: line.amount,
    vat_kind: line.vatKind,
    vat_rate: line.vatRate,
  }));
  await tx.write(
    ...(customer === null ? [tx.insertInto('customers').values(renter)] : []),
    ...(before === null
      ? [tx.insertInto('contracts').values({ ...own, ...planned, id: contractId, branch_id: branchId })]
      : [
          tx.updateTable('contracts').set(planned).where('id', '=', contractId),
          tx.deleteFrom('contract_lines').where('contract_id', '=', contractId),
        ]),
    tx.insertInto('contract_lines').values(lines),
    ...(draftId === null ? [] : [tx.deleteFrom('drafts').where('id', '=', draftId)]),
    ...(settles === null ? [] : [settledRefusal(tx, place, settles)]),
  );
  return { contractId, status, total: quote.total };
}

/** A person who reserves for the first time. The licence is looked at when the vehicle leaves. */
function firstTime(form: ReserveForm, companyId: string, at: Instant) {
  if (form.customer.kind !== 'new') throw new Error('a customer was looked up and not found');
  return newPersonRow(form.customer.person, null, { id: uuidv7(), companyId, at });
}
