import { useTranslation } from 'react-i18next';
import { dayOf } from '#shared/time/instant.ts';
import { Cell, Fields } from '../ui/Fields.tsx';
import { DayField } from '../ui/fields/DayField.tsx';
import { LicenceField } from '../ui/fields/LicenceField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { type FieldName, entriesOf } from './read-form.ts';
import type { StepProps } from './step-props.ts';

/** Somebody who drives, too, from now on: as their licence says. */
export function DriverFields({ draft, gathered, errors, now, onChange }: StepProps) {
  const { t } = useTranslation();
  const { driver } = draft;
  const today = dayOf(now);
  const { bornOn, licenceSince, licenceExpiresOn } = entriesOf(draft, now, gathered.holds.dueAt);
  const set = (changes: Partial<typeof driver>): void => onChange({ driver: { ...driver, ...changes } });
  const say = (field: FieldName): string | undefined => {
    const code = errors[field];
    return code && t(`field.${code}`);
  };
  return (
    <>
      <Fields>
        <Cell width={4}>
          <TextField
            label={t('checkOut.firstName')}
            value={driver.firstName}
            onChange={(firstName) => set({ firstName })}
            error={say('firstName')}
            maxLength={60}
            autoFocus={driver.firstName === ''}
          />
        </Cell>
        <Cell width={4}>
          <TextField
            label={t('checkOut.lastName')}
            value={driver.lastName}
            onChange={(lastName) => set({ lastName })}
            error={say('lastName')}
            maxLength={60}
          />
        </Cell>
        <Cell width={4}>
          <DayField
            label={t('checkOut.bornOn')}
            kind="past"
            today={today}
            entry={bornOn}
            onChange={({ text }) => set({ bornOn: text })}
            error={say('bornOn')}
          />
        </Cell>
      </Fields>
      <LicenceField
        licence={{
          number: driver.licenceNumber,
          categories: driver.licenceCategory,
          since: licenceSince,
          expires: licenceExpiresOn,
          country: driver.licenceCountry,
        }}
        onChange={({ number, categories, since, expires, country }) =>
          set({
            licenceNumber: number,
            licenceCategory: categories,
            licenceSince: since.text,
            licenceExpiresOn: expires.text,
            licenceCountry: country,
          })
        }
        today={today}
        errors={{
          number: say('licenceNumber'),
          categories: say('licenceCategory'),
          since: say('licenceSince'),
          expires: say('licenceExpiresOn'),
        }}
      />
    </>
  );
}
