import type { TFunction } from 'i18next';
import { handoverRefusalTexts } from '#shared/contracts/handover-refusal-texts.ts';
import type { HandoverRefusal } from '#shared/contracts/handover.ts';
import type { QuoteRefusal } from '#shared/pricing/quote-refusal.ts';
import { pricingRefusalTexts } from '#shared/pricing/refusal-texts.ts';
import { type RefusalLanguage, sayRefusal } from '#shared/result/refusal-texts.ts';
import { formatDay } from '#shared/time/format-time.ts';
import type { SignRefusal } from './sign-contract.ts';
import type { Step } from './draft.ts';

export interface ProblemText {
  readonly text: string;
  /** The step on which it can be put right. */
  readonly step: Step;
}

/** Says a refusal of the check-out in the clerk's language, and where it can be put right. */
export function problemText(t: TFunction, refusal: SignRefusal, language: RefusalLanguage): ProblemText {
  switch (refusal.code) {
    case 'first_sync_missing':
    case 'signature_missing':
    case 'reservation_gone':
    case 'drawer_closed':
      return { text: t(`problem.${refusal.code}`), step: 4 };
    case 'customer_missing':
    case 'licence_before_birth':
      return { text: t(`problem.${refusal.code}`), step: 1 };
    case 'driver_too_young':
    case 'driver_too_old':
      return { text: t(`problem.${refusal.code}`, { limit: refusal.limit, age: refusal.age }), step: 1 };
    case 'licence_too_new':
      return { text: t('problem.licence_too_new', { limit: refusal.limit }), step: 1 };
    case 'licence_category_missing':
      return { text: t('problem.licence_category_missing', { needed: refusal.needed }), step: 1 };
    case 'licence_expired':
      return { text: t('problem.licence_expired', { day: formatDay(refusal.expiresOn) }), step: 1 };
    case 'vehicle_out':
      return { text: t('problem.vehicle_out', { contract: refusal.contract }), step: 2 };
    case 'vehicle_not_rentable':
    case 'vehicle_missing':
    case 'start_too_far':
    case 'period_backwards':
    case 'no_rate':
      return { text: t(`problem.${refusal.code}`), step: 2 };
    case 'period_too_long':
      return { text: t('problem.period_too_long', { limitDays: refusal.limitDays }), step: 2 };
    case 'odometer_impossible':
    case 'fuel_impossible':
      return { text: t(`problem.${refusal.code}`), step: 3 };
    case 'damages_too_many':
    case 'handover_damage_twice':
    case 'damage_id_missing':
    case 'damage_off_sketch':
    case 'damage_note_too_long':
    case 'damage_note_characters':
    case 'damage_photo_twice':
      return { text: sayRefusal<HandoverRefusal>(handoverRefusalTexts, refusal, language), step: 3 };
    default:
      // What the price list has against it: the clerk chose the vehicle and the times.
      return { text: sayRefusal<QuoteRefusal>(pricingRefusalTexts, refusal, language), step: 2 };
  }
}
