import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '#shared/parties/address.ts';
import { checkPostcode, townsOf } from '#shared/parties/postcodes.ts';
import { Cell, Fields } from '../Fields.tsx';
import { TextField } from '../TextField.tsx';
import { CountryField } from './CountryField.tsx';
import { TownField } from './TownField.tsx';

export interface AddressFieldProps {
  readonly title?: string;
  readonly address: Address;
  readonly onChange: (address: Address) => void;
  readonly errors?: { readonly [Part in keyof Address]?: string | undefined };
  readonly isDisabled?: boolean;
}

/**
 * A structured address. A Swiss or Liechtenstein postcode fills in its town, or proposes its towns; one that does not fit is
 * warned of and kept, for directories are never complete. Addresses of other countries are taken as they are.
 */
export function AddressField({
  title,
  address,
  onChange,
  errors = {},
  isDisabled = false,
}: AddressFieldProps) {
  const { t } = useTranslation();
  const { country, postcode, town } = address;
  const proposed = useRef('');
  const isHere = country === 'CH' || country === 'LI';
  const towns = isHere ? townsOf(postcode) : [];
  const set = (changes: Partial<Address>): void => onChange({ ...address, ...changes });
  const typePostcode = (typed: string): void => {
    const [only, ...more] = isHere ? townsOf(typed) : [];
    // The town of the postcode before is no longer meant, whatever stood there in between; one typed by hand is.
    if (towns.includes(town)) proposed.current = town;
    const isProposed = town === '' || town === proposed.current;
    if (only !== undefined && isProposed) set({ postcode: typed, town: more.length === 0 ? only : '' });
    else set({ postcode: typed });
  };
  return (
    <Fields {...(title === undefined ? {} : { title })}>
      <Cell width={8}>
        <TextField
          label={t('ui.street')}
          value={address.street}
          onChange={(street) => set({ street })}
          error={errors.street}
          maxLength={70}
          isDisabled={isDisabled}
        />
      </Cell>
      <Cell width={4}>
        <TextField
          label={t('ui.houseNumber')}
          value={address.houseNumber}
          onChange={(houseNumber) => set({ houseNumber })}
          error={errors.houseNumber}
          maxLength={16}
          isDisabled={isDisabled}
        />
      </Cell>
      <Cell width={3}>
        <TextField
          label={t('ui.postcode')}
          value={postcode}
          onChange={typePostcode}
          error={errors.postcode}
          warning={postcodeWarning()}
          inputMode={isHere ? 'numeric' : 'text'}
          maxLength={16}
          isDisabled={isDisabled}
        />
      </Cell>
      <Cell width={5}>
        <TownField
          label={t('ui.town')}
          value={town}
          onChange={(typed) => set({ town: typed })}
          towns={towns}
          error={errors.town}
          warning={townWarning()}
          isDisabled={isDisabled}
        />
      </Cell>
      <Cell width={4}>
        <CountryField
          label={t('ui.country')}
          value={country}
          onChange={(chosen) => set({ country: chosen })}
          error={errors.country}
          isDisabled={isDisabled}
        />
      </Cell>
    </Fields>
  );

  function postcodeWarning(): string | undefined {
    // Four digits are a whole postcode; before that nobody is done typing.
    const isWhole = isHere && /^\d{4,}$/.test(postcode.trim());
    return isWhole && towns.length === 0 ? t('ui.postcodeUnknown') : undefined;
  }

  function townWarning(): string | undefined {
    if (town.trim() === '' || towns.length === 0) return undefined;
    const checked = checkPostcode(country, postcode, town);
    if (checked.ok || checked.refusal.code !== 'town_not_at_postcode') return undefined;
    return t('ui.townsThere', { towns: checked.refusal.towns.join(', ') });
  }
}
