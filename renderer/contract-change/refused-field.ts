import { changeAtCounterRefusalTexts } from '#shared/contracts/change-at-counter-refusal-texts.ts';
import type { ChangeAtCounterRefusal } from '#shared/contracts/change-at-counter.ts';
import { type RefusalLanguage, sayRefusal } from '#shared/result/refusal-texts.ts';
import type { FieldName } from './read-form.ts';

export interface RefusedField {
  readonly field: FieldName;
  readonly text: string;
}

/** What the rules have against the change, for the field where it can be put right; null where no single one is wrong. */
export function refusedField(
  refusal: ChangeAtCounterRefusal,
  language: RefusalLanguage,
): RefusedField | null {
  const field = fieldOf(refusal);
  const text = () => sayRefusal<ChangeAtCounterRefusal>(changeAtCounterRefusalTexts, refusal, language);
  return field && { field, text: text() };
}

function fieldOf(refusal: ChangeAtCounterRefusal): FieldName | null {
  switch (refusal.code) {
    case 'not_longer':
    case 'extension_past':
    case 'period_out_of_reach':
    case 'period_too_long':
    case 'branch_closed':
      return 'until';
    case 'same_vehicle':
    case 'vehicle_not_rentable':
    case 'vehicle_out':
    case 'vehicle_held':
    case 'vehicle_in_transfer':
      return 'vehicleId';
    default:
      return null;
  }
}
