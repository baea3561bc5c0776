import { proposeAmendment } from '#shared/contracts/amend-contract.ts';
import type { ChangeAtCounterRefusal } from '#shared/contracts/change-at-counter.ts';
import type { AmendmentProposal } from '#shared/contracts/signed-contract.ts';
import { type Occupation, clashesOf } from '#shared/fleet/occupation.ts';
import { waitingFor } from '#shared/fleet/vehicle-held.ts';
import { type Result, refuse } from '#shared/result/result.ts';
import type { Instant } from '#shared/time/instant.ts';
import { type ChangeForm, changesOf } from './change-form.ts';
import type { Gathered } from './gather-change.ts';

/** What the form would make of the contract, and at which price. */
export function proposeChange(
  form: ChangeForm,
  { signed, next, facts }: Gathered,
): Result<AmendmentProposal, ChangeAtCounterRefusal> {
  if (signed === null) return refuse({ code: 'terms_missing' });
  const changes = changesOf(form, next?.category_id ?? '', facts.now);
  return proposeAmendment(signed, changes, facts);
}

/** What would stand in the way afterwards: of the vehicle that stays away longer, or of the one that takes over. */
export function clashesOfChange(
  form: Pick<ChangeForm, 'until' | 'exchange'>,
  { holds, vehicle, occupations, facts }: Gathered,
): readonly Occupation[] {
  const endsAt = form.until ?? holds.dueAt;
  if (form.exchange !== null) {
    const { vehicleId } = form.exchange;
    // What keeps it here at this moment is refused; here is what comes after.
    const rental = { vehicleId, startsAt: facts.now, endsAt };
    return endsAt <= facts.now ? [] : waitingFor(occupations, rental, null, facts.now);
  }
  return form.until === null ? [] : clashesIn(occupations, vehicle.id, holds.dueAt, endsAt);
}

function clashesIn(
  occupations: readonly Occupation[],
  vehicleId: string,
  startsAt: Instant,
  endsAt: Instant,
): readonly Occupation[] {
  return endsAt <= startsAt ? [] : clashesOf(occupations, { vehicleId, startsAt, endsAt });
}
