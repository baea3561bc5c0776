import { reservedOptions } from '#shared/contracts/reserved-options.ts';
import { type StepRefusal, stepContract } from '#shared/contracts/contract-state.ts';
import type { Rappen } from '#shared/money/rappen.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { type Instant, instant, now } from '#shared/time/instant.ts';
import type { Counter } from '../app/counter/counter.ts';
import { inTransaction } from '../app/counter/transaction.ts';
import { readPriceRows } from '../app/prices/price-rows.ts';
import type { OccupationWords } from '../app/fleet/fleet-of.ts';
import { type GatherRefusal, formOf, gatherReservation, openReservation } from './gather-reservation.ts';
import type { ReserveForm } from './reserve-form.ts';
import { type SavedReservation, saveReservation } from './save-reservation.ts';

/** Where and when a reservation goes: what a drag on the plan changes. */
export interface Move {
  readonly contractId: string;
  /** `null` takes the vehicle away: the reservation waits for one of its category. */
  readonly vehicleId: string | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** What a move would cost, or what stands in its way; shown before it is accepted. */
export interface MovePreview {
  readonly before: Rappen;
  readonly after: Rappen;
}

async function movedForm(
  counter: Counter,
  { contractId, vehicleId, startsAt, endsAt }: Move,
): Promise<Result<ReserveForm, GatherRefusal>> {
  const { rows } = counter;
  const [row, vehicle] = await Promise.all([
    openReservation(rows, contractId).executeTakeFirst(),
    vehicleId === null
      ? undefined
      : rows.selectFrom('vehicles').select('category_id').where('id', '=', vehicleId).executeTakeFirst(),
  ]);
  if (!row) return refuse({ code: 'reservation_gone', field: 'reservationId' });
  const form = formOf(row, reservedOptions(row.terms));
  return ok({
    ...form,
    startsAt,
    endsAt,
    vehicleId,
    // A vehicle of another category has the price of its own.
    categoryId: vehicle?.category_id ?? form.categoryId,
  });
}

/** Asks the rules, and writes nothing. */
export async function previewMove(
  counter: Counter,
  move: Move,
  words: OccupationWords,
): Promise<Result<MovePreview, GatherRefusal>> {
  const form = await movedForm(counter, move);
  if (!form.ok) return form;
  const prices = await readPriceRows(counter.rows, form.value.categoryId);
  const gathered = await gatherReservation(counter.rows, counter, form.value, { prices, at: now(), words });
  if (!gathered.ok) return gathered;
  const { decision, before } = gathered.value;
  return ok({ before: before?.total ?? decision.quote.total, after: decision.quote.total });
}

/** Moves, extends, assigns or takes away the vehicle, at the price that was accepted. */
export async function moveReservation(
  counter: Counter,
  move: Move,
  acceptedTotal: Rappen | null,
  words: OccupationWords,
): Promise<Result<SavedReservation, GatherRefusal>> {
  const form = await movedForm(counter, move);
  if (!form.ok) return form;
  return await saveReservation(counter, form.value, { words, acceptedTotal, draftId: null });
}

/** A quote that the renter accepts: it is priced as it was told, or refused with what it costs now. */
export async function confirmQuote(
  counter: Counter,
  contractId: string,
  words: OccupationWords,
): Promise<Result<SavedReservation, GatherRefusal>> {
  const row = await openReservation(counter.rows, contractId).executeTakeFirst();
  if (!row) return refuse({ code: 'reservation_gone', field: 'reservationId' });
  const form = { ...formOf(row, reservedOptions(row.terms)), kind: 'reservation' as const };
  return await saveReservation(counter, form, { words, acceptedTotal: row.total, draftId: null });
}

export type CancelRefusal =
  | StepRefusal
  | Extract<GatherRefusal, { code: 'reservation_gone' }>
  | { readonly code: 'reason_missing'; readonly field: 'reason' };

/** Gives a quote or a reservation up, with why. Its vehicle is free from then on. */
export async function cancelReservation(
  counter: Counter,
  contractId: string,
  reason: string,
): Promise<Result<{ readonly contractId: string }, CancelRefusal>> {
  const why = reason.trim();
  if (why === '') return refuse({ code: 'reason_missing', field: 'reason' });
  return await inTransaction(counter, async (tx) => {
    const row = await tx
      .selectFrom('contracts')
      .select(['status', 'vehicle_id', 'starts_at', 'signed_at', 'returned_at'])
      .where('id', '=', contractId)
      .executeTakeFirst();
    if (!row) return refuse({ code: 'reservation_gone', field: 'reservationId' });
    const step = stepContract(
      {
        status: row.status,
        vehicleId: row.vehicle_id,
        startsAt: instant(row.starts_at),
        signedAt: row.signed_at === null ? null : instant(row.signed_at),
        returnedAt: row.returned_at === null ? null : instant(row.returned_at),
      },
      'void',
    );
    if (!step.ok) return step;
    await tx.write(
      tx
        .updateTable('contracts')
        .set({ status: 'void', void_reason: why.slice(0, 500) })
        .where('id', '=', contractId),
    );
    return ok({ contractId });
  });
}
