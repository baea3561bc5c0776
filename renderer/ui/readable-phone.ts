import { formatPhone, normalisePhone } from '#shared/parties/phone.ts';

/** A phone number as people in Switzerland dial it, foreign ones with their code; what is none is shown as it is. */
export function readablePhone(text: string): string {
  const phone = normalisePhone(text);
  return phone.ok ? formatPhone(phone.value).replace(/^\+41 /, '0') : text;
}
