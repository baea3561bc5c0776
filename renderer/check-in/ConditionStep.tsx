import { useTranslation } from 'react-i18next';
import { cleanlinesses } from '#shared/contracts/handover.ts';
import type { Instant } from '#shared/time/instant.ts';
import { Choice } from '../ui/Choice.tsx';
import { Cell, Fields } from '../ui/Fields.tsx';
import { type Entry, requiredFault } from '../ui/fields/entry.ts';
import { MomentField } from '../ui/fields/MomentField.tsx';
import { KilometreField, NumberField } from '../ui/fields/NumberField.tsx';
import { FuelField } from '../ui/FuelField.tsx';
import { formatKilometres } from '../ui/format-kilometres.ts';
import { TextField } from '../ui/TextField.tsx';
import type { Changes } from '../app/drafts/use-saved-draft.ts';
import type { CheckInDraft } from './draft.ts';
import type { Gathered } from './gather-check-in.ts';
import { type FieldErrors, type FieldName, entriesOf } from './read-form.ts';

export interface StepProps {
  readonly draft: CheckInDraft;
  readonly gathered: Gathered;
  readonly errors: FieldErrors;
  readonly now: Instant;
  readonly onChange: (changes: Changes<CheckInDraft>) => void;
}

/** The car as both sides see it now, beside how it went out. */
export function ConditionStep({ draft, gathered, errors, now, onChange }: StepProps) {
  const { t } = useTranslation();
  const { checkOut, drive, exchanged } = gathered.facts;
  const { at, odometer, driven, keys, accessories } = entriesOf(draft, now);
  const say = (field: FieldName): string | undefined => {
    const code = errors[field];
    return code && t(`field.${code}`);
  };
  // Of several accessories, each says what is wrong with its own number.
  const sayCount = (count: Entry<number>): string | undefined => {
    const code = errors.accessories && requiredFault(count);
    return code && t(`field.${code}`);
  };
  const out = formatKilometres(checkOut.odometerKm);
  const wentBack = odometer.value !== null && odometer.value < checkOut.odometerKm;
  // Of all vehicles together: one that went back makes the sum unknown.
  const isUnclear = wentBack || exchanged.some((leg) => leg.back.odometerKm < leg.out.odometerKm);
  const km =
    odometer.value === null || wentBack ? null : formatKilometres(odometer.value - checkOut.odometerKm);
  return (
    <Fields>
      <Cell width={4}>
        <KilometreField
          label={t('checkIn.odometer')}
          entry={odometer}
          onChange={({ text }) => onChange({ odometer: text })}
          error={say('odometer')}
          warning={wentBack ? t('checkIn.odometerBack', { km: out }) : undefined}
          hint={km === null ? t('checkIn.odometerHint', { km: out }) : t('checkIn.drivenHint', { km })}
          autoFocus
        />
      </Cell>
      <Cell width={8}>
        <FuelField
          label={t(drive === 'electric' ? 'checkOut.charge' : 'checkOut.fuel')}
          hint={t('checkIn.fuelHint', { eighths: checkOut.fuelEighths })}
          value={draft.fuelEighths}
          onChange={(fuelEighths) => onChange({ fuelEighths })}
        />
      </Cell>
      {isUnclear ? (
        <Cell width={4}>
          <KilometreField
            label={t('checkIn.driven')}
            entry={driven}
            onChange={({ text }) => onChange({ driven: text })}
            error={say('driven')}
          />
        </Cell>
      ) : null}
      <Cell width={4}>
        <MomentField
          label={t('checkIn.returnedAt')}
          entry={at}
          onChange={({ text }) => onChange({ at: text })}
          error={say('at')}
          now={now}
        />
      </Cell>
      <Cell width={3}>
        <NumberField
          label={t('checkIn.keys')}
          entry={keys}
          onChange={({ text }) => onChange({ keys: text })}
          error={say('keys')}
          hint={t('checkIn.keysHint', { count: checkOut.keys })}
          smallest={0}
          largest={20}
        />
      </Cell>
      <Cell width={12}>
        <Choice
          label={t('checkIn.cleanliness')}
          value={draft.cleanliness}
          onChange={(cleanliness) => onChange({ cleanliness })}
          options={cleanlinesses.map((value) => ({ value, label: t(`checkIn.${value}`) }))}
        />
      </Cell>
      {accessories.map(({ name, count }, index) => (
        <Cell key={name} width={3}>
          <NumberField
            label={name}
            entry={count}
            onChange={({ text }) =>
              onChange({
                accessories: draft.accessories.map((one, at_) =>
                  at_ === index ? { ...one, count: text } : one,
                ),
              })
            }
            error={sayCount(count)}
            hint={t('checkIn.keysHint', { count: checkOut.accessories[index]?.count ?? 0 })}
            smallest={0}
            largest={99}
          />
        </Cell>
      ))}
      <Cell width={12}>
        <TextField
          label={t('checkIn.notes')}
          value={draft.notes}
          onChange={(notes) => onChange({ notes })}
          hint={t('checkIn.notesHint')}
          maxLength={1000}
        />
      </Cell>
    </Fields>
  );
}
