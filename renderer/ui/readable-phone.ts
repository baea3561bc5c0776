import { formatPhone, normalisePhone } from '#shared/parties/phone.ts';

/** A phone number as people read it out; what is none is shown as it is. */
export function readablePhone(text: string): string {
  const phone = normalisePhone(text);
  return phone.ok ? formatPhone(phone.value) : text;
}
