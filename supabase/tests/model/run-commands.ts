import { type CheckInForm, returnVehicle } from '#renderer/check-in/return-vehicle.ts';
import { readDraft, saveDraft } from '#renderer/app/drafts/drafts.ts';
import { type DraftContent, checkOutDraft } from '#renderer/check-out/draft.ts';
import { beginCheckOut } from '#renderer/check-out/new-draft.ts';
import { readForm } from '#renderer/check-out/read-form.ts';
import { signContract } from '#renderer/check-out/sign-contract.ts';
import { changeContract, pricesOf } from '#renderer/contract-change/change-contract.ts';
import type { ChangeForm } from '#renderer/contract-change/change-form.ts';
import { gatherChange } from '#renderer/contract-change/gather-change.ts';
import { proposeChange } from '#renderer/contract-change/propose-change.ts';
import { issueInvoice } from '#renderer/app/billing/issue-invoice.ts';
import { settleRefusal } from '#renderer/app/attention/settle-refusal.ts';
import { settleConflict } from '#renderer/sync-inbox/settle.ts';
import type { Counter } from '#renderer/app/counter/counter.ts';
import type { Signature } from '#shared/contracts/contract-paper-signature.ts';
import { must } from '#shared/result/result.ts';
import { formatDay, formatInstant, formatTime } from '#shared/time/format-time.ts';
import { addDays, atWallClock, dayOf, now } from '#shared/time/instant.ts';
import { alpina } from '../../seeds/demo-people.ts';

const pen: Signature = {
  width: 600,
  height: 180,
  strokes: [
    [
      [10, 10],
      [300, 90],
      [500, 20],
    ],
  ],
};

export interface CheckOut {
  /** What is handed over; null for a walk-in. */
  readonly reservationId: string | null;
  readonly vehicleId: string;
  /** The renter; with `isStranger` somebody new of the same name and birthday. */
  readonly customerId: string;
  readonly isStranger: boolean;
  readonly licenceNumber: string;
  readonly days: number;
  readonly kmMore: number;
}

/**
 * A check-out as a clerk does it at the screen: begun, filled in, read, signed. What the app refuses (the car is out, as far as
 * this counter knows) is not done. Anything else that keeps it from being signed is an error.
 */
export async function checkOut(counter: Counter, wanted: CheckOut): Promise<void> {
  const draftId = await beginCheckOut(counter, {
    customerId: wanted.customerId,
    vehicleId: wanted.vehicleId,
    ...(wanted.reservationId !== null && { reservationId: wanted.reservationId }),
  });
  const begun = await readDraft(counter.rows, checkOutDraft, draftId);
  if (!begun) throw new Error('a draft that was just begun cannot be read');
  const filled = fillIn(begun.content, counter.place.branchId, wanted);
  await saveDraft(counter.rows, checkOutDraft, { id: draftId, content: filled, step: 4 });
  const form = must(readForm(filled, now()));
  const signed = await signContract(counter, form, draftId);
  const left = await counter.rows.selectFrom('drafts').select('id').where('id', '=', draftId).execute();
  if (signed.ok ? left.length > 0 : left.length !== 1)
    throw new Error('a draft ends with its contract, and not before');
  if (signed.ok) return;
  if (
    !['vehicle_out', 'vehicle_held', 'vehicle_in_transfer', 'reservation_gone'].includes(signed.refusal.code)
  )
    throw new Error(`the app refused a check-out: ${JSON.stringify(signed.refusal)}`);
}

function fillIn(
  draft: DraftContent,
  branchId: string,
  { days, kmMore, isStranger, licenceNumber }: CheckOut,
): DraftContent {
  const at = now();
  const address = { street: 'Weg', buildingNumber: '1', postalCode: '8000', town: 'Zürich', country: 'CH' };
  return {
    ...draft,
    ...address,
    ...(isStranger && { customerId: '', licenceNumber }),
    licenceSince: '01.01.2000',
    // Also of a reservation that began elsewhere: the demo offers no one-way rentals.
    returnBranchId: branchId,
    start: formatInstant(at),
    end: `${formatDay(addDays(dayOf(at), days))} ${formatTime(at)}`,
    odometer: String(Math.max(0, Number(draft.odometer.replaceAll(/\D/g, '')) + kmMore)),
    signature: pen,
  };
}

/**
 * Takes a car back as a clerk does who finds no damage: handover, bill, payment and deposit. Not done where this counter knows that
 * it is back, that it was billed otherwise, or that its drawer is closed, nor where its clock was turned back behind the check-out.
 */
export async function takeBack(
  counter: Counter,
  { contractId, kmMore, method }: Pick<CheckInForm, 'contractId' | 'method'> & { readonly kmMore: number },
): Promise<void> {
  const out = await counter.rows
    .selectFrom('handovers')
    .select(['odometer_km', 'fuel_eighths', 'keys'])
    .where('contract_id', '=', contractId)
    .where('kind', '=', 'check_out')
    .orderBy('handed_over_at', 'desc')
    .executeTakeFirst();
  if (!out) return;
  const returned = await returnVehicle(
    counter,
    {
      contractId,
      method,
      at: now(),
      odometerKm: Math.max(0, out.odometer_km + kmMore),
      drivenKilometres: Math.max(0, kmMore),
      fuelEighths: Math.max(0, out.fuel_eighths - 1),
      cleanliness: 'used',
      keys: 1,
      accessories: [],
      found: [],
      repaired: [],
      notes: '',
      renter: 'present',
      signature: pen,
      signedName: 'Vor Modell',
    },
    null,
  );
  const known = [
    'contract_missing',
    'contract_not_out',
    'billed_otherwise',
    'drawer_closed',
    'return_before_check_out',
  ];
  // The first release wrote no keys; until the server has said what it made of that, the app does not take the car back.
  if (!Number.isInteger(out.keys)) known.push('keys_impossible');
  if (!returned.ok && !known.includes(returned.refusal.code))
    throw new Error(`the app refused a check-in: ${JSON.stringify(returned.refusal)}`);
}

/**
 * Amends a contract that is out as a clerk does: so many days longer, or with another car from now on. Not done where this counter
 * knows that it is back, that the other car is out, or that it was signed with a version that kept no terms; nor where its clock was
 * turned back behind the check-out.
 */
export async function changeRental(
  counter: Counter,
  wanted: {
    readonly contractId: string;
    readonly days: number;
    /** What takes over; null to keep the car longer. */
    readonly vehicleId: string | null;
    readonly kmMore: number;
  },
): Promise<void> {
  const { contractId, days, vehicleId, kmMore } = wanted;
  const at = now();
  const words = { hold: () => '', transfer: () => '' };
  const prices = vehicleId === null ? null : await pricesOf(counter, vehicleId);
  const gathered = await gatherChange(counter.rows, contractId, vehicleId, { prices, at, words });
  if (gathered === null) return;
  const { holds, out, next } = gathered;
  const seen = { odometerKm: Math.max(0, out.odometer_km + kmMore), fuelEighths: 6, keys: 1 };
  const form: ChangeForm = {
    contractId,
    until:
      vehicleId === null ? atWallClock(addDays(dayOf(holds.dueAt), days), formatTime(holds.dueAt)) : null,
    returnBranchId: null,
    extras: [],
    protections: [],
    driver: null,
    exchange: next && {
      vehicleId: next.id,
      reason: 'Panne',
      courtesy: false,
      back: seen,
      notes: '',
      found: [],
      repaired: [],
      out: { ...seen, odometerKm: next.odometer_km },
    },
    signature: pen,
    signedName: 'Vor Modell',
  };
  const proposed = proposeChange(form, gathered);
  const done = proposed.ok
    ? await changeContract(counter, form, proposed.value, { words, draftId: null })
    : proposed;
  const known = [
    'terms_missing',
    'contract_not_out',
    'nothing_to_amend',
    'extension_past',
    'not_longer',
    'period_too_long',
    'same_vehicle',
    'vehicle_out',
    'vehicle_held',
    'vehicle_in_transfer',
    'exchange_outside_period',
    'amendment_backdated',
  ];
  if (!done.ok && !known.includes(done.refusal.code))
    throw new Error(`the app refused an amendment: ${JSON.stringify(done.refusal)}`);
}

/** Bills a signed contract. Not done where this counter knows that it was. */
export async function bill(counter: Counter, contractId: string): Promise<void> {
  const issued = await issueInvoice(counter, contractId);
  if (!issued.ok && issued.refusal.code !== 'already_invoiced')
    throw new Error(`the app refused a bill: ${issued.refusal.code}`);
}

/** Settles one of the conflicts over these contracts that are open as far as this counter knows. */
export async function settleOneConflict(counter: Counter, categoryId: string, pick: number): Promise<void> {
  const open = await counter.rows
    .selectFrom('conflicts')
    .innerJoin('contracts', 'contracts.id', 'conflicts.contract_id')
    .select('conflicts.id')
    .where('contracts.category_id', '=', categoryId)
    .where('conflicts.settled_at', 'is', null)
    .orderBy('conflicts.raised_at')
    .orderBy('conflicts.id')
    .execute();
  const chosen = open[pick % Math.max(open.length, 1)];
  if (chosen) await settleConflict(counter, chosen.id, 'besprochen');
}

/** Settles one of the newest refusals that nobody has settled as far as this counter knows. */
export async function settleOneRefusal(counter: Counter, pick: number): Promise<void> {
  const open = await counter.rows
    .selectFrom('refused_changes')
    .select('id')
    .where('company_id', '=', alpina.id)
    .where('settled_at', 'is', null)
    .orderBy('refused_at', 'desc')
    .orderBy('id')
    .limit(5)
    .execute();
  const chosen = open[pick % Math.max(open.length, 1)];
  if (chosen) await settleRefusal(counter, chosen.id, '');
}
