import { useTranslation } from 'react-i18next';
import type { IsoDay } from '#shared/time/instant.ts';
import { Cell, Fields } from '../Fields.tsx';
import { TextField } from '../TextField.tsx';
import { CountryField } from './CountryField.tsx';
import { DayField } from './DayField.tsx';
import type { Entry } from './entry.ts';

/** A driving licence as it is typed from the card. */
export interface LicenceEntry {
  readonly number: string;
  /** As printed: `B`, `A1, B, BE`. */
  readonly categories: string;
  readonly since: Entry<IsoDay>;
  /** Empty where none is printed, as on Swiss licences. */
  readonly expires: Entry<IsoDay>;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export interface LicenceFieldProps {
  readonly title?: string;
  readonly licence: LicenceEntry;
  readonly onChange: (licence: LicenceEntry) => void;
  readonly today: IsoDay;
  readonly errors?: { readonly [Part in keyof LicenceEntry]?: string | undefined };
  readonly isDisabled?: boolean;
}

/** What a counter needs of a driving licence. */
export function LicenceField(props: LicenceFieldProps) {
  const { title, licence, onChange, today, errors = {}, isDisabled = false } = props;
  const { t } = useTranslation();
  const set = (changes: Partial<LicenceEntry>): void => onChange({ ...licence, ...changes });
  return (
    <Fields {...(title === undefined ? {} : { title })}>
      <Cell width={4}>
        <TextField
          label={t('ui.licenceNumber')}
          value={licence.number}
          onChange={(number) => set({ number })}
          error={errors.number}
          maxLength={30}
          isDisabled={isDisabled}
        />
      </Cell>
      <Cell width={4}>
        <TextField
          label={t('ui.licenceCategories')}
          value={licence.categories}
          onChange={(categories) => set({ categories: categories.toUpperCase() })}
          error={errors.categories}
          placeholder="B"
          maxLength={20}
          isDisabled={isDisabled}
        />
      </Cell>
      <Cell width={4}>
        <CountryField
          label={t('ui.licenceCountry')}
          value={licence.country}
          onChange={(country) => set({ country })}
          error={errors.country}
          isDisabled={isDisabled}
        />
      </Cell>
      <Cell width={4}>
        <DayField
          label={t('ui.licenceSince')}
          kind="past"
          today={today}
          entry={licence.since}
          onChange={(since) => set({ since })}
          error={errors.since}
          isDisabled={isDisabled}
        />
      </Cell>
      <Cell width={4}>
        <DayField
          label={t('ui.licenceExpires')}
          kind="rental"
          today={today}
          entry={licence.expires}
          onChange={(expires) => set({ expires })}
          error={errors.expires}
          hint={t('ui.licenceExpiresHint')}
          isDisabled={isDisabled}
        />
      </Cell>
    </Fields>
  );
}
