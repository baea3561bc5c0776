import type { Phone } from '#shared/parties/phone.ts';
import { EntryField, type EntryProps } from './EntryField.tsx';
import { phoneReader } from './readers.ts';

/** A telephone number: without a country it is Swiss. Shown as people here dial it. */
export function PhoneField(props: EntryProps<Phone>) {
  return <EntryField {...props} reader={phoneReader} inputMode="tel" maxLength={30} />;
}
