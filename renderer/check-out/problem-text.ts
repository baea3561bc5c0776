import type { TFunction } from 'i18next';
import { handoverRefusalTexts } from '#shared/contracts/handover-refusal-texts.ts';
import type { HandoverRefusal } from '#shared/contracts/handover.ts';
import { heldRefusalTexts } from '#shared/fleet/held-refusal-texts.ts';
import type { HeldRefusal } from '#shared/fleet/vehicle-held.ts';
import type { QuoteRefusal } from '#shared/pricing/quote-refusal.ts';
import { pricingRefusalTexts } from '#shared/pricing/refusal-texts.ts';
import { type RefusalLanguage, sayRefusal } from '#shared/result/refusal-texts.ts';
import { formatDay } from '#shared/time/format-time.ts';
import type { SignRefusal } from './sign-contract.ts';
import type { DraftContent, Step } from './draft.ts';
import { stepOf } from './read-form.ts';

export interface ProblemText {
  readonly text: string;
  /** The step on which it can be put right. */
  readonly step: Step;
  /** Beside which it is said; null where no single field is wrong. */
  readonly field: keyof DraftContent | null;
}

/** Says a refusal of the check-out in the clerk's language, and where it can be put right. */
export function problemText(t: TFunction, refusal: SignRefusal, language: RefusalLanguage): ProblemText {
  switch (refusal.code) {
    case 'first_sync_missing':
    case 'reservation_gone':
      return { text: t(`problem.${refusal.code}`), step: 4, field: null };
    case 'signature_missing':
      return beside('signature', t(`problem.${refusal.code}`));
    case 'drawer_closed':
      return beside(refusal.field, t(`problem.${refusal.code}`));
    case 'customer_missing':
      return { text: t(`problem.${refusal.code}`), step: 1, field: null };
    case 'licence_before_birth':
      return beside('licenceSince', t(`problem.${refusal.code}`));
    case 'driver_too_young':
    case 'driver_too_old':
      return beside('bornOn', t(`problem.${refusal.code}`, { limit: refusal.limit, age: refusal.age }));
    case 'licence_too_new':
      return beside('licenceSince', t('problem.licence_too_new', { limit: refusal.limit }));
    case 'licence_category_missing':
      return beside('licenceCategory', t('problem.licence_category_missing', { needed: refusal.needed }));
    case 'licence_expired':
      return beside('licenceExpiresOn', t('problem.licence_expired', { day: formatDay(refusal.expiresOn) }));
    case 'vehicle_out':
      return beside('vehicleId', t('problem.vehicle_out', { contract: refusal.contract }));
    case 'vehicle_held':
    case 'vehicle_in_transfer':
      return beside('vehicleId', sayRefusal<HeldRefusal>(heldRefusalTexts, refusal, language));
    case 'vehicle_not_rentable':
    case 'vehicle_missing':
      return beside('vehicleId', t(`problem.${refusal.code}`));
    case 'start_too_far':
      return beside('start', t(`problem.${refusal.code}`));
    case 'period_backwards':
      return beside('end', t(`problem.${refusal.code}`));
    case 'no_rate':
      return { text: t(`problem.${refusal.code}`), step: 2, field: null };
    case 'period_too_long':
      return beside('end', t('problem.period_too_long', { limitDays: refusal.limitDays }));
    case 'odometer_impossible':
      return beside('odometer', t(`problem.${refusal.code}`));
    case 'fuel_impossible':
      return beside('fuelEighths', t(`problem.${refusal.code}`));
    case 'damages_too_many':
    case 'handover_damage_twice':
    case 'damage_id_missing':
    case 'damage_off_sketch':
    case 'damage_note_too_long':
    case 'damage_note_characters':
    case 'damage_photo_twice':
      return beside('found', sayRefusal<HandoverRefusal>(handoverRefusalTexts, refusal, language));
    default:
      return priceProblem(refusal, language);
  }
}

/** What the price list has against it: the clerk chose the vehicle and the times. */
function priceProblem(refusal: QuoteRefusal, language: RefusalLanguage): ProblemText {
  const text = sayRefusal<QuoteRefusal>(pricingRefusalTexts, refusal, language);
  const [part = '', place = ''] = refusal.field.split('.');
  if (refusal.code === 'period_out_of_reach' || refusal.code === 'branch_closed')
    return beside(part === 'pickUp' ? 'start' : 'end', text);
  if (part === 'vouchers') return beside('vouchers', text);
  if (part === 'return' && place === 'branch') return beside('returnBranchId', text);
  return { text, step: 2, field: null };
}

function beside(field: keyof DraftContent, text: string): ProblemText {
  return { text, step: stepOf(field), field };
}
