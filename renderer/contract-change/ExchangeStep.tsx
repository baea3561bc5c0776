import { useTranslation } from 'react-i18next';
import { useCounter } from '../app/hooks/counter-context.ts';
import { DamagePart } from '../app/damage/DamagePart.tsx';
import { KnownDamages } from '../app/damage/KnownDamages.tsx';
import { FreeVehicles } from '../app/fleet/FreeVehicles.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Cell, Fields } from '../ui/Fields.tsx';
import { CheckBox } from '../ui/fields/CheckBox.tsx';
import { TextField } from '../ui/TextField.tsx';
import { formatKilometres } from '../ui/format-kilometres.ts';
import { readablePlate } from '../ui/readable-plate.ts';
import styles from './ContractChange.module.css';
import { ConditionFields } from './ConditionFields.tsx';
import { entriesOf } from './read-form.ts';
import type { StepProps } from './step-props.ts';

/** The car stays, or another takes over: how the one comes back, and how the other goes out. */
export function ExchangeStep({ draft, gathered, errors, refused, now, onChange }: StepProps) {
  const { t } = useTranslation();
  const { rows } = useCounter();
  const { vehicle, next, out: before, holds, known, knownOfNext } = gathered;
  const { back, out } = entriesOf(draft, now, holds.dueAt);
  const choose = async (vehicleId: string): Promise<void> => {
    const chosen = await rows
      .selectFrom('vehicles')
      .select(['odometer_km', 'fuel_eighths'])
      .where('id', '=', vehicleId)
      .executeTakeFirst();
    if (!chosen) return;
    const { odometer_km: km, fuel_eighths: fuelEighths } = chosen;
    onChange({ vehicleId, out: { ...draft.out, odometer: formatKilometres(km), fuelEighths } });
  };
  return (
    <>
      <Choice
        label={t('change.steps.vehicle')}
        value={draft.exchanges ? 'exchange' : 'keep'}
        onChange={(value) => onChange({ exchanges: value === 'exchange' })}
        options={[
          { value: 'keep', label: t('change.keep') },
          { value: 'exchange', label: t('change.exchange') },
        ]}
      />
      {draft.exchanges ? (
        <div className={styles['part']}>
          <Fields title={t('change.comesBack', { plate: readablePlate(vehicle.plate) })}>
            <ConditionFields
              condition={draft.back}
              entries={back}
              errors={{ odometer: errors.backOdometer, keys: errors.backKeys }}
              vehicle={vehicle}
              wentOut={{ odometerKm: before.odometer_km, fuelEighths: before.fuel_eighths }}
              onChange={(condition) => onChange({ back: condition })}
            />
            <Cell width={6}>
              <TextField
                label={t('change.reason')}
                value={draft.reason}
                onChange={(reason) => onChange({ reason })}
                error={errors.reason && t(`field.${errors.reason}`)}
                hint={t('change.reasonHint')}
                // With plate, model and moment it stands on one line of the paper.
                maxLength={60}
              />
            </Cell>
            <Cell width={6}>
              <TextField
                label={t('change.notes')}
                value={draft.notes}
                onChange={(notes) => onChange({ notes })}
                hint={t('checkIn.notesHint')}
                maxLength={1000}
              />
            </Cell>
            <Cell width={12}>
              <CheckBox
                isSelected={draft.courtesy}
                onChange={(courtesy) => onChange({ courtesy })}
                hint={t('change.courtesyHint')}
              >
                {t('change.courtesy')}
              </CheckBox>
            </Cell>
          </Fields>
          <div>
            <DamagePart known={known} found={draft.found} repaired={draft.repaired} onChange={onChange} />
          </div>
          <div>
            <h2>{t('checkOut.vehicleTitle')}</h2>
            {errors.vehicleId || refused?.field === 'vehicleId' ? (
              <p className={styles['refused']} role={errors.vehicleId ? 'alert' : undefined}>
                {errors.vehicleId ? t('problem.vehicle_missing') : refused?.text}
              </p>
            ) : null}
            <FreeVehicles chosenId={draft.vehicleId} onChoose={(id) => void choose(id)} />
          </div>
          {next === null ? null : (
            <Fields title={t('change.goesOut', { plate: readablePlate(next.plate) })}>
              <ConditionFields
                condition={draft.out}
                entries={out}
                errors={{ odometer: errors.outOdometer, keys: errors.outKeys }}
                vehicle={next}
                wentOut={null}
                hint={t('checkOut.odometerHint', { km: formatKilometres(next.odometer_km) })}
                onChange={(condition) => onChange({ out: condition })}
              />
              <Cell width={12}>
                <KnownDamages known={knownOfNext} />
              </Cell>
            </Fields>
          )}
        </div>
      ) : null}
    </>
  );
}
