import { uuidv7 } from 'uuidv7';
import { damagesOnSketch } from '#shared/contracts/damages-on-sketch.ts';
import type { AmendmentProposal } from '#shared/contracts/signed-contract.ts';
import { storedChanges } from '#shared/contracts/stored-changes.ts';
import { storedTerms } from '#shared/contracts/stored-terms.ts';
import type { Damage } from '#shared/fleet/damage.ts';
import type { Instant } from '#shared/time/instant.ts';
import { handoverContent } from '../app/contracts/handover-content.ts';
import { appendAudit } from '../app/counter/append-audit.ts';
import type { Counter } from '../app/counter/counter.ts';
import { damageStatements } from '../app/damage/damage-statements.ts';
import type { FoundDamage } from '../app/damage/found-damage.ts';
import type { Tx } from '../app/counter/transaction.ts';
import { amendmentContent } from './amendment-content.ts';
import type { ChangeForm, Condition } from './change-form.ts';
import type { Gathered } from './gather-change.ts';

export interface Changed {
  readonly amendmentId: string;
  /** `ZRH-A-26-N00003` */
  readonly number: string;
}

interface ToWrite {
  readonly form: ChangeForm;
  readonly gathered: Gathered;
  readonly proposal: AmendmentProposal;
  readonly number: string;
  readonly at: Instant;
  readonly draftId: string | null;
}

/** A car of an exchange: what its file had, and what was seen on it. */
interface SeenCar {
  readonly known: readonly Damage[];
  readonly found: readonly FoundDamage[];
  /** Known damages that were mended, by id. */
  readonly repaired: readonly string[];
}

/**
 * Writes an amendment with everything that belongs to it. The amendment comes first: who joins, the handovers and what holds now
 * are allowed on the server because of it.
 */
export async function writeAmendment(
  tx: Tx,
  counter: Counter,
  { form, gathered, proposal, number, at, draftId }: ToWrite,
): Promise<Changed> {
  const { place } = counter;
  const { contract, holds, known, knownOfNext, next, out, signed } = gathered;
  const { driver, exchange } = form;
  const amendmentId = uuidv7();
  const own = { company_id: place.companyId, created_at: at };
  const here = { counter_id: place.counterId, clerk_id: place.clerkId };
  const signature = JSON.stringify(form.signature);
  const now = {
    vehicle_id: proposal.terms.vehicle.id,
    since: exchange === null ? contract.on_vehicle_since : at,
    ends_at: proposal.terms.price.request.return.at,
    return_branch_id: proposal.terms.price.request.return.branch,
  };
  const amendment = tx.insertInto('amendments').values({
    ...own,
    ...here,
    id: amendmentId,
    contract_id: contract.id,
    branch_id: place.branchId,
    number,
    position: (signed?.amendments.length ?? 0) + 1,
    changes: JSON.stringify(storedChanges(proposal.changes)),
    follows: proposal.follows,
    vehicle_id: now.vehicle_id,
    vehicle_since: now.since,
    category_id: proposal.terms.vehicle.category,
    return_branch_id: now.return_branch_id,
    ends_at: now.ends_at,
    total_before: proposal.before,
    total: proposal.after,
    terms: JSON.stringify(storedTerms(proposal.terms)),
    signature,
    signed_name: form.signedName,
    signed_at: at,
  });
  const joining =
    driver === null
      ? []
      : [
          tx.insertInto('contract_drivers').values({
            ...own,
            id: driver.id,
            contract_id: contract.id,
            is_main: 0,
            first_name: driver.firstName,
            last_name: driver.lastName,
            born_on: driver.bornOn,
            licence_number: driver.licenceNumber,
            licence_category: driver.licenceCategory,
            licence_since: driver.licenceSince,
            licence_expires_on: driver.licenceExpiresOn,
            licence_country: driver.licenceCountry,
            joined_at: at,
          }),
        ];
  const handover = (
    id: string,
    kind: 'check_in' | 'check_out',
    vehicleId: string,
    seen: Condition,
    note: string,
    { known: before, found, repaired }: SeenCar,
  ) => {
    const news = found.map(({ damage }) => damage);
    const direction = kind === 'check_in' ? 'in' : 'out';
    const sketch = damagesOnSketch({ direction, at, known: before, found: news, repaired });
    return {
      content: handoverContent({
        ...seen,
        id,
        contractId: contract.id,
        at,
        damages: news.map((damage) => damage.id),
        repaired,
        signature: form.signature,
        sketch,
      }),
      damages: damageStatements(tx, place, {
        handoverId: id,
        contractId: contract.id,
        vehicleId,
        at,
        found,
        repaired,
      }),
      id,
      row: tx.insertInto('handovers').values({
        ...own,
        ...here,
        id,
        contract_id: contract.id,
        amendment_id: amendmentId,
        vehicle_id: vehicleId,
        kind,
        handed_over_at: at,
        odometer_km: seen.odometerKm,
        fuel_eighths: seen.fuelEighths,
        cleanliness: kind === 'check_in' ? 'used' : 'clean',
        keys: seen.keys,
        // What goes with the rental goes along into the next car.
        accessories: out.accessories,
        renter_present: 1,
        note,
        signature,
        signed_name: form.signedName,
        damages: sketch === null ? null : JSON.stringify(sketch),
      }),
    };
  };
  const handovers =
    exchange === null || next === null
      ? []
      : [
          handover(uuidv7(), 'check_in', holds.vehicleId ?? '', exchange.back, exchange.notes.trim(), {
            ...exchange,
            known,
          }),
          handover(uuidv7(), 'check_out', next.id, exchange.out, '', {
            known: knownOfNext,
            found: [],
            repaired: [],
          }),
        ];
  const holding = tx
    .updateTable('contracts')
    .set({
      due_at: now.ends_at,
      due_branch_id: now.return_branch_id,
      on_vehicle_id: now.vehicle_id,
      on_vehicle_since: now.since,
      agreed_total: proposal.after,
    })
    .where('id', '=', contract.id);
  await tx.write(
    amendment,
    ...joining,
    ...handovers.flatMap(({ row, damages }) => [row, ...damages]),
    holding,
  );
  const paper = (kind: 'amendment' | 'handover', subjectId: string) =>
    tx.insertInto('paper_jobs').values({ id: uuidv7(), kind, subject_id: subjectId, created_at: at });
  await appendAudit(
    tx,
    counter,
    { kind: 'amendment.signed', subjectId: amendmentId, content: amendmentContent(tx, amendmentId), at },
    [
      paper('amendment', amendmentId),
      ...(draftId === null ? [] : [tx.deleteFrom('drafts').where('id', '=', draftId)]),
    ],
  );
  for (const { id, content } of handovers)
    await appendAudit(tx, counter, { kind: 'handover.signed', subjectId: id, content, at }, [
      paper('handover', id),
    ]);
  return { amendmentId, number };
}
