import { useTranslation } from 'react-i18next';
import { odometerWarnings } from '#shared/contracts/check-out.ts';
import { mostKeys, mostOfOne } from '#shared/contracts/handover.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { Cell, Fields } from '../ui/Fields.tsx';
import { requiredFault, typedEntry } from '../ui/fields/entry.ts';
import { KilometreField, NumberField } from '../ui/fields/NumberField.tsx';
import { kilometreReader, wholeReader } from '../ui/fields/readers.ts';
import { FuelField } from '../ui/FuelField.tsx';
import { formatKilometres } from '../ui/format-kilometres.ts';
import { DamagesSeen, type DamagesSeenProps } from './DamagesSeen.tsx';
import { draftEntry } from './draft-entry.ts';
import { DraftField, type StepProps } from './DraftField.tsx';

const keysReader = wholeReader(0, mostKeys);
const countReader = wholeReader(0, mostOfOne);

/** The vehicle as both sides see it now: kilometres, fuel, what goes along with it, a remark, and what it has of damages. */
export function ConditionStep({ draft, errors, problem, onChange }: StepProps & DamagesSeenProps) {
  const { t } = useTranslation();
  const [vehicle] =
    useRows(`condition/${draft.vehicleId}`, (rows) =>
      rows.selectFrom('vehicles').select(['odometer_km', 'energy']).where('id', '=', draft.vehicleId),
    ) ?? [];
  const shared = { draft, errors, problem, onChange };
  const { value: entered } = typedEntry(kilometreReader, draft.odometer);
  const [warning] = vehicle && entered !== null ? odometerWarnings(entered, vehicle.odometer_km) : [];
  const km = formatKilometres(vehicle?.odometer_km ?? 0);
  return (
    <>
      <Fields>
        <Cell width={4}>
          <KilometreField
            {...draftEntry(shared, 'odometer', kilometreReader, t)}
            label={t('checkOut.odometer')}
            hint={t('checkOut.odometerHint', { km })}
            warning={
              warning
                ? t(warning.code === 'odometer_back' ? 'checkOut.odometerBack' : 'checkOut.odometerJump', {
                    km,
                  })
                : undefined
            }
            autoFocus
          />
        </Cell>
        <Cell width={8}>
          <FuelField
            label={t(vehicle?.energy === 'electric' ? 'checkOut.charge' : 'checkOut.fuel')}
            hint={t('checkOut.fuelHint', { eighths: draft.fuelEighths })}
            value={draft.fuelEighths}
            onChange={(fuelEighths) => onChange({ fuelEighths })}
          />
        </Cell>
        <Cell width={4}>
          <NumberField
            {...draftEntry(shared, 'keys', keysReader, t)}
            label={t('checkIn.keys')}
            smallest={0}
            largest={mostKeys}
          />
        </Cell>
        {draft.accessories.map(({ name, count }, at) => {
          const entry = typedEntry(countReader, count);
          return (
            <Cell key={name} width={4}>
              <NumberField
                label={name}
                entry={entry}
                onChange={({ text }) =>
                  onChange({ accessories: draft.accessories.with(at, { name, count: text }) })
                }
                error={errors.accessories && requiredFault(entry) ? t('field.number') : undefined}
                smallest={0}
                largest={mostOfOne}
              />
            </Cell>
          );
        })}
        <Cell width={draft.accessories.length === 0 ? 8 : 12}>
          <DraftField
            {...shared}
            field="moreAccessories"
            label={t(draft.accessories.length === 0 ? 'checkOut.accessories' : 'checkOut.moreAccessories')}
            hint={t('checkOut.accessoriesHint')}
          />
        </Cell>
        <Cell width={12}>
          <DraftField {...shared} field="note" label={t('checkOut.note')} hint={t('checkOut.noteHint')} />
        </Cell>
      </Fields>
      <DamagesSeen key={draft.vehicleId} draft={draft} onChange={onChange} />
    </>
  );
}
