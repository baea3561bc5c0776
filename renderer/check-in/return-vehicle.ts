import type { Compilable } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { type CheckInFacts, type ReturnRefusal, decideCheckIn } from '#shared/contracts/check-in.ts';
import type { Accessory, Cleanliness, Handover } from '#shared/contracts/handover.ts';
import type { Signature } from '#shared/contracts/contract-paper-signature.ts';
import type { Damage } from '#shared/fleet/damage.ts';
import { damageName } from './damage-name.ts';
import type { ContractInvoice } from '#shared/invoices/contract-bill.ts';
import { remainingLines } from '#shared/invoices/remaining-lines.ts';
import { type Rappen, add, rappen, subtract, zero } from '#shared/money/rappen.ts';
import { roundForCash } from '#shared/money/rounding.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import { handoverContent } from '../app/contracts/handover-content.ts';
import { appendAudit } from '../app/counter/append-audit.ts';
import type { Counter } from '../app/counter/counter.ts';
import { knowsItsSeries } from '../app/counter/knows-its-series.ts';
import { type Tx, inTransaction } from '../app/counter/transaction.ts';
import { cashInDrawer } from '../app/billing/drawer.ts';
import { openDrawer, paymentRow, paymentRows } from '../app/billing/take-payment.ts';
import { type IssuedInvoice, writeInvoice } from '../app/billing/write-invoice.ts';
import { keptDeposit, paymentWords } from '../app/papers/payment-words.ts';
import { type Gathered, gatherCheckIn } from './gather-check-in.ts';

/** A damage that was found at the check-in. */
export interface FoundDamage {
  readonly damage: Damage;
  /** What its repair costs; null when the renter is not asked to pay. */
  readonly cost: Rappen | null;
  /** The photos of it that the host keeps already. */
  readonly photos: readonly KeptPhoto[];
}

export interface KeptPhoto {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly takenAt: Instant;
}

export interface CheckInForm {
  readonly contractId: string;
  readonly at: Instant;
  readonly odometerKm: number;
  readonly fuelEighths: number;
  readonly cleanliness: Cleanliness;
  readonly keys: number;
  readonly accessories: readonly Accessory[];
  readonly found: readonly FoundDamage[];
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
    const rentalLines =
      bill &&
      remainingLines(
        bill.rental.lines,
        before.map((line) => ({
          kind: line.kind,
          title: line.label,
          amount: line.amount,
          vatRate: line.vat_rate,
        })),
      );
    if (bill && rentalLines === null)
      return refuse({ code: 'billed_otherwise', number: gathered.billed[0]?.invoice.number ?? '' });

    const kept = bill?.deposit.kept ?? zero;
    const deposit = { kept, released: subtract(gathered.deposit?.amount ?? zero, kept) };
    const billedBefore = gathered.billed.map(({ invoice: { id: invoiceId, total }, paid }) => ({
      invoiceId,
      open: subtract(total, add(zero, ...paid.map(({ amount }) => amount))),
    }));
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
    const open = await settle(tx, counter, form, gathered, {
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

/** The facts of the return: what was found, the handover, and the contract that is no longer out. */
async function writeReturn(
  tx: Tx,
  counter: Counter,
  form: CheckInForm,
  { contract, vehicle }: Gathered,
): Promise<void> {
  const { place } = counter;
  const own = { company_id: place.companyId, created_at: form.at };
  const handoverId = uuidv7();
  const signature = form.signature === null ? null : JSON.stringify(form.signature);
  const handover = tx.insertInto('handovers').values({
    ...own,
    id: handoverId,
    contract_id: contract.id,
    vehicle_id: vehicle.id,
    counter_id: place.counterId,
    clerk_id: place.clerkId,
    kind: 'check_in',
    handed_over_at: form.at,
    odometer_km: form.odometerKm,
    fuel_eighths: form.fuelEighths,
    cleanliness: form.cleanliness,
    keys: form.keys,
    accessories: JSON.stringify(form.accessories),
    renter_present: form.renter === 'present' ? 1 : 0,
    note: form.notes.trim(),
    signature,
    signed_name: signature === null ? null : form.signedName,
  });
  const damages = form.found.map(({ damage }) =>
    tx.insertInto('damages').values({
      ...own,
      id: damage.id,
      vehicle_id: vehicle.id,
      handover_id: handoverId,
      contract_id: contract.id,
      view: damage.view,
      x: damage.position.x,
      y: damage.position.y,
      kind: damage.kind,
      size: damage.size,
      note: damage.note ?? '',
      found_at: damage.foundAt,
    }),
  );
  const mended = form.repaired.map((id) =>
    tx.updateTable('damages').set({ repaired_at: form.at }).where('id', '=', id),
  );
  const photos = form.found.flatMap(({ damage, photos: some }) =>
    some.flatMap((photo) => {
      const path = `${place.companyId}/${photo.id}.jpg`;
      const file = { bucket: 'contract-photos', path, mime: 'image/jpeg', sha256: photo.sha256 };
      return [
        tx.insertInto('photos').values({
          ...own,
          ...file,
          id: photo.id,
          counter_id: place.counterId,
          vehicle_id: vehicle.id,
          contract_id: contract.id,
          handover_id: handoverId,
          damage_id: damage.id,
          caption: '',
          size_bytes: photo.size,
          taken_at: photo.takenAt,
        }),
        tx.insertInto('document_uploads').values({
          ...file,
          id: photo.id,
          attempts: 0,
          created_at: form.at,
        }),
      ];
    }),
  );
  const returned = tx
    .updateTable('contracts')
    .set({ status: 'returned', returned_at: form.at })
    .where('id', '=', contract.id);
  await tx.write(handover, ...damages, ...mended, ...photos, returned);
  await appendAudit(
    tx,
    counter,
    {
      kind: 'handover.signed',
      subjectId: handoverId,
      content: handoverContent({
        ...form,
        id: handoverId,
        damages: form.found.map(({ damage }) => damage.id),
      }),
      at: form.at,
    },
    [
      tx
        .insertInto('paper_jobs')
        .values({ id: uuidv7(), kind: 'handover', subject_id: handoverId, created_at: form.at }),
    ],
  );
}

/** A bill, and what of it is not paid yet. */
interface Owed {
  readonly invoiceId: string;
  readonly open: Rappen;
}

interface ToSettle {
  /** Bills in the order in which they are paid, with what is kept of the deposit for them together. */
  readonly owed: readonly { readonly of: readonly Owed[]; readonly kept: Rappen }[];
  readonly deposit: { readonly kept: Rappen; readonly released: Rappen };
  readonly drawer: string | undefined;
}

/** Settles the deposit and takes what is paid now. Returns what is left to the bills. */
async function settle(
  tx: Tx,
  counter: Counter,
  form: CheckInForm,
  { deposit, contract }: Gathered,
  { owed, deposit: settled, drawer }: ToSettle,
): Promise<Rappen> {
  const { place } = counter;
  const statements: Compilable[] = [];
  let left = zero;
  for (const { of, kept } of owed) {
    let toKeep = kept;
    for (const { invoiceId, open } of of) {
      const about = { kind: 'payment', invoiceId, contractId: contract.id } as const;
      const part = rappen(Math.max(0, Math.min(open, toKeep)));
      toKeep = subtract(toKeep, part);
      if (part > 0 && deposit !== null) {
        const row = { ...about, method: deposit.method, amount: part, reference: keptDeposit };
        // What is kept of cash is in the drawer already: no coin moves.
        statements.push(paymentRow(tx, counter, row, form.at).statement);
      }
      const rest = rappen(Math.max(0, subtract(open, part)));
      const { method } = form;
      if (rest > 0 && method !== 'invoice' && method !== 'deposit') {
        const row = { ...about, method, amount: rest, reference: '' };
        statements.push(...paymentRows(tx, counter, row, drawer, form.at).statements);
      } else left = add(left, rest);
    }
  }
  await tx.write(...statements);
  if (deposit !== null) {
    await tx.write(
      tx
        .updateTable('deposits')
        .set({
          released: settled.released,
          kept: settled.kept,
          kept_reason: settled.kept > 0 ? paymentWords[contract.language].deposit : '',
          settled_at: form.at,
          settled_by: place.clerkId,
        })
        .where('id', '=', deposit.id),
      ...(deposit.method === 'cash' && settled.released > 0 && drawer !== undefined
        ? [
            tx.insertInto('cash_movements').values({
              id: uuidv7(),
              company_id: place.companyId,
              created_at: form.at,
              session_id: drawer,
              kind: 'deposit_out',
              amount: settled.released,
              deposit_id: deposit.id,
              reason: '',
              moved_at: form.at,
              clerk_id: place.clerkId,
            }),
          ]
        : []),
    );
  }
  return left;
}
