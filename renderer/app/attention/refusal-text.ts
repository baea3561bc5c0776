import type { TFunction } from 'i18next';
import { de } from '../../messages/de/index.ts';

type Known = Exclude<keyof typeof de.refusal, 'other'>;

/** Why the server refused, in the clerk's language. Codes of a newer server are shown as they are. */
export function refusalText(t: TFunction, code: string): string {
  return isKnown(code) ? t(`refusal.${code}`) : t('refusal.other', { code });
}

function isKnown(code: string): code is Known {
  return code !== 'other' && Object.hasOwn(de.refusal, code);
}
