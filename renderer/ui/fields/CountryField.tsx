import { useMemo } from 'react';
import { countryCodes } from '#shared/qr-bill/countries.ts';
import { type UiLanguage } from '../../messages/ui-language.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { Select, type SelectOption, type SelectProps } from './Select.tsx';

/** Where most people at a Swiss counter come from. */
const near = ['CH', 'LI', 'DE', 'FR', 'IT', 'AT'];

export type CountryFieldProps = Omit<SelectProps<string>, 'options'>;

/** A country by its name in the clerk's language, or by its two letters (ISO 3166-1). Neighbours first. */
export function CountryField(props: CountryFieldProps) {
  const language = useUiLanguage();
  const options = useMemo(() => countryOptions(language), [language]);
  return <Select {...props} options={options} />;
}

function countryOptions(language: UiLanguage): readonly SelectOption<string>[] {
  const names = new Intl.DisplayNames(`${language}-CH`, { type: 'region' });
  const { compare } = new Intl.Collator(`${language}-CH`);
  const named = Array.from(countryCodes, (code) => ({
    value: code,
    label: names.of(code) ?? code,
    detail: code,
  }));
  const rank = ({ value }: { readonly value: string }) =>
    near.includes(value) ? near.indexOf(value) : near.length;
  return named.toSorted((one, other) => rank(one) - rank(other) || compare(one.label, other.label));
}
