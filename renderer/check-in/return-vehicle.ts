import { type CheckInFacts, type ReturnRefusal, decideCheckIn } from '#shared/contracts/check-in.ts';
import type { Accessory, Cleanliness, Handover } from '#shared/contracts/handover.ts';
import type { Signature } from '#shared/contracts/contract-paper-signature.ts';
import { damageName } from '../app/damage/damage-name.ts';
import type { FoundDamage } from '../app/damage/found-damage.ts';
import type { ContractInvoice } from '#shared/invoices/contract-bill.ts';
import { remainingLines } from '#shared/invoices/remaining-lines.ts';
import { type Rappen, add, subtract, zero } from '#shared/money/rappen.ts';
import { roundForCash } from '#shared/money/rounding.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { Counter } from '../app/counter/counter.ts';
import { knowsItsSeries } from '../app/counter/knows-its-series.ts';
import { inTransaction } from '../app/counter/transaction.ts';
import { cashInDrawer } from '../app/billing/drawer.ts';
import { openDrawer } from '../app/billing/take-payment.ts';
import { type IssuedInvoice, writeInvoice } from '../app/billing/write-invoice.ts';
import { type Gathered, gatherCheckIn } from './gather-check-in.ts';
import { type Owed, settleReturn } from './settle-return.ts';
import { writeReturn } from './write-return.ts';

/** A damage that was found at the check-in, with what its repair costs; null when the renter is not asked to pay. */
interface BilledDamage extends FoundDamage {
  readonly cost: Rappen | null;
}

export interface CheckInForm {
  readonly contractId: string;
  readonly at: Instant;
  readonly odometerKm: number;
  readonly fuelEighths: number;
  readonly cleanliness: Cleanliness;
  readonly keys: number;
  readonly accessories: readonly Accessory[];
  readonly found: readonly BilledDamage[];
  /** Known damages that were mended, by id. */
  readonly repaired: readonly string[];
  readonly drivenKilometres: number | null;
  readonly notes: string;
  readonly renter: 'present' | 'key_box';
  readonly signature: Signature | null;
  readonly signedName: string;
  /**
   * How what is open is paid now. `deposit` keeps of the deposit what is owed and leaves the rest to the QR-bill, `invoice` leaves
   * all of it; with the others the whole deposit goes back.
   */
  readonly method: 'card' | 'cash' | 'twint' | 'deposit' | 'invoice';
}

export interface Returned {
  readonly contractId: string;
  readonly invoices: readonly IssuedInvoice[];
  readonly deposit: { readonly kept: Rappen; readonly released: Rappen };
  /** Left to be paid by the bill. */
  readonly open: Rappen;
}

/** The handover and the damages as the rules see them. */
export function entryOf(form: CheckInForm, { facts, known, contract }: Gathered, clerkId: string) {
  const mended = new Set(form.repaired);
  const handover: Handover = {
    contractId: form.contractId,
    vehicleId: facts.checkOut.vehicleId,
    direction: 'in',
    at: form.at,
    clerk: clerkId,
    odometerKm: form.odometerKm,
    fuelEighths: form.fuelEighths,
    cleanliness: form.cleanliness,
    keys: form.keys,
    accessories: form.accessories,
    damages: [...known.filter(({ id }) => !mended.has(id)), ...form.found.map(({ damage }) => damage)],
    notes: form.notes.trim() || null,
    renter: form.renter,
    signature: form.signature,
    closedAt: null,
  };
  const billed = form.found.flatMap(({ damage, cost }) =>
    cost === null
      ? []
      : [
          {
            title: damageName(damage, contract.language),
            explanation: damage.note,
            cost,
            cover: 'collision',
            happenedAt: null,
          },
        ],
  );
  return { handover, repaired: form.repaired, drivenKilometres: form.drivenKilometres, billed };
}

/** The facts with as much of the deposit as may be used. */
export function factsOf({ method }: Pick<CheckInForm, 'method'>, { facts }: Gathered): CheckInFacts {
  return method === 'deposit' ? facts : { ...facts, deposit: zero };
}

/**
 * Takes a car back, in one durable transaction: damages, handover, the contract returned and closed, what is owed on one or two
 * invoices (a damage on its own), the deposit settled, what is paid now, the audit links, and the jobs for the papers.
 * Works without a line. A contract of a version that kept no terms is taken back and left to be billed by hand.
 *
 * @param draftId the draft that this finishes; it is removed in the same transaction
 */
export async function returnVehicle(
  counter: Counter,
  form: CheckInForm,
  draftId: string | null,
): Promise<Result<Returned, ReturnRefusal>> {
  if (!knowsItsSeries(counter)) return refuse({ code: 'first_sync_missing' });
  return await inTransaction(counter, async (tx) => {
    const [gathered, drawer] = await Promise.all([
      gatherCheckIn(tx, form.contractId),
      openDrawer(tx, counter.place.counterId),
    ]);
    if (gathered === null) return refuse({ code: 'contract_missing' });
    if (form.method === 'cash' && drawer === undefined)
      return refuse({ code: 'drawer_closed', field: 'method' });
    const entry = entryOf(form, gathered, counter.place.clerkId);
    const decided = decideCheckIn(entry, factsOf(form, gathered));
    if (!decided.ok) return decided;
    const { bill } = decided.value;
    const before = gathered.billed.flatMap(({ lines }) => lines);
    const rentalLines = bill && remainingLines(bill.rental.lines, before);
    if (bill && rentalLines === null)
      return refuse({ code: 'billed_otherwise', number: gathered.billed[0]?.invoice.number ?? '' });

    const kept = bill?.deposit.kept ?? zero;
    const deposit = { kept, released: subtract(gathered.deposit?.amount ?? zero, kept) };
    const billedBefore = gathered.billed.map(({ invoice, open }) => ({ invoiceId: invoice.id, open }));
    if (gathered.deposit?.method === 'cash' && deposit.released > 0) {
      if (drawer === undefined) return refuse({ code: 'drawer_closed', field: 'method' });
      const paidNow = [
        ...billedBefore.map(({ open }) => open),
        ...[rentalLines, bill?.damage?.lines].map((lines) =>
          add(zero, ...(lines ?? []).map((line) => line.amount)),
        ),
      ];
      // What is paid in coins at the same time goes in before the deposit goes out.
      const coins = form.method === 'cash' ? paidNow.filter((amount) => amount > 0).map(roundForCash) : [];
      const expected = add(await cashInDrawer(tx, counter.place.counterId), ...coins);
      const asked = deposit.released;
      if (expected < asked) return refuse({ code: 'drawer_too_empty', expected, asked, currency: 'CHF' });
    }

    await writeReturn(tx, counter, form, gathered);
    const invoices: IssuedInvoice[] = [];
    const issue = async (invoice: ContractInvoice, lines: ContractInvoice['lines']): Promise<Owed[]> => {
      const total = add(zero, ...lines.map(({ amount }) => amount));
      if (total <= 0) return [];
      const asked = toWrite(gathered, invoice, lines);
      const written = await writeInvoice(tx, counter, gathered.company, asked, form.at);
      invoices.push(written);
      return [{ invoiceId: written.invoiceId, open: total }];
    };
    const rental = [...billedBefore, ...(bill && rentalLines ? await issue(bill.rental, rentalLines) : [])];
    const damage = bill?.damage ? await issue(bill.damage, bill.damage.lines) : [];
    const keptForDamage = add(zero, ...(bill?.damage?.payments ?? []).map(({ amount }) => amount));
    const open = await settleReturn(tx, counter, form, gathered, {
      owed: [
        { of: rental, kept: subtract(deposit.kept, keptForDamage) },
        { of: damage, kept: keptForDamage },
      ],
      deposit,
      drawer,
    });
    const close =
      bill === null
        ? []
        : [
            tx
              .updateTable('contracts')
              .set({ status: 'closed', closed_at: form.at })
              .where('id', '=', form.contractId),
          ];
    const draft = draftId === null ? [] : [tx.deleteFrom('drafts').where('id', '=', draftId)];
    await tx.write(...close, ...draft);
    return ok({
      contractId: form.contractId,
      invoices,
      deposit,
      open,
    });
  });
}

const toWrite = (
  { contract, customer }: Gathered,
  { service }: ContractInvoice,
  lines: ContractInvoice['lines'],
) => ({
  correctsId: null,
  contractId: contract.id,
  customer,
  language: contract.language,
  currency: contract.currency,
  lines,
  service,
});
