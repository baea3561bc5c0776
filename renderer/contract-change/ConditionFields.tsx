import { useTranslation } from 'react-i18next';
import { Cell } from '../ui/Fields.tsx';
import type { Entry } from '../ui/fields/entry.ts';
import { KilometreField, NumberField } from '../ui/fields/NumberField.tsx';
import { FuelField } from '../ui/FuelField.tsx';
import { formatKilometres } from '../ui/format-kilometres.ts';
import type { DraftCondition } from './draft.ts';
import type { FieldErrors } from './read-form.ts';

export interface ConditionFieldsProps {
  readonly condition: DraftCondition;
  readonly entries: { readonly odometer: Entry<number>; readonly keys: Entry<number> };
  readonly errors: {
    readonly odometer: FieldErrors['backOdometer'] | undefined;
    readonly keys: FieldErrors['backKeys'] | undefined;
  };
  readonly vehicle: { readonly energy: string };
  /** Of a vehicle that comes back. */
  readonly wentOut: { readonly odometerKm: number; readonly fuelEighths: number } | null;
  readonly hint?: string;
  readonly onChange: (condition: DraftCondition) => void;
}

/** A vehicle as it changes hands in the middle of a rental: kilometres, tank, keys. */
export function ConditionFields(props: ConditionFieldsProps) {
  const { condition, entries, errors, vehicle, wentOut, hint, onChange } = props;
  const { t } = useTranslation();
  const { odometer, keys } = entries;
  const wentBack = wentOut !== null && odometer.value !== null && odometer.value < wentOut.odometerKm;
  return (
    <>
      <Cell width={4}>
        <KilometreField
          label={t('checkIn.odometer')}
          entry={odometer}
          onChange={({ text }) => onChange({ ...condition, odometer: text })}
          error={errors.odometer && t(`field.${errors.odometer}`)}
          warning={
            wentBack ? t('change.odometerBack', { km: formatKilometres(wentOut.odometerKm) }) : undefined
          }
          hint={
            wentOut === null ? hint : t('checkIn.odometerHint', { km: formatKilometres(wentOut.odometerKm) })
          }
        />
      </Cell>
      <Cell width={5}>
        <FuelField
          label={t(vehicle.energy === 'electric' ? 'checkOut.charge' : 'checkOut.fuel')}
          hint={
            wentOut === null
              ? t('checkOut.fuelHint', { eighths: condition.fuelEighths })
              : t('checkIn.fuelHint', { eighths: wentOut.fuelEighths })
          }
          value={condition.fuelEighths}
          onChange={(fuelEighths) => onChange({ ...condition, fuelEighths })}
        />
      </Cell>
      <Cell width={3}>
        <NumberField
          label={t('checkIn.keys')}
          entry={keys}
          onChange={({ text }) => onChange({ ...condition, keys: text })}
          error={errors.keys && t(`field.${errors.keys}`)}
          smallest={0}
          largest={20}
        />
      </Cell>
    </>
  );
}
