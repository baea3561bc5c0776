import { reserveRefusalTexts } from '#shared/contracts/reserve-refusal-texts.ts';
import type { ReserveRefusal } from '#shared/contracts/reserve.ts';
import { type RefusalLanguage, sayRefusal } from '#shared/result/refusal-texts.ts';
import type { ReservationDraft } from './draft.ts';

export interface BesideField {
  readonly field: keyof ReservationDraft;
  readonly text: string;
}

/** What the rules have against what is entered, for the field where it can be put right; null where no single one is wrong. */
export function besideField(refusal: ReserveRefusal, language: RefusalLanguage): BesideField | null {
  const field = fieldOf(refusal);
  return field && { field, text: sayRefusal(reserveRefusalTexts, refusal, language) };
}

function fieldOf(refusal: ReserveRefusal): keyof ReservationDraft | null {
  switch (refusal.code) {
    case 'period_out_of_reach':
    case 'branch_closed':
      return refusal.field === 'pickUp.at' ? 'start' : 'end';
    case 'start_past':
      return 'start';
    case 'period_backwards':
    case 'period_too_long':
      return 'end';
    case 'voucher_too_long':
    case 'voucher_unknown':
    case 'voucher_not_valid':
    case 'voucher_twice':
    case 'voucher_needs_longer':
      return 'vouchers';
    default:
      return null;
  }
}
