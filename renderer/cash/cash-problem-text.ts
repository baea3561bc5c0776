import type { TFunction } from 'i18next';
import type { CashRefusal } from '#shared/cash/cash-refusal.ts';
import { cashRefusalTexts } from '#shared/cash/refusal-texts.ts';
import { type RefusalLanguage, sayRefusal } from '#shared/result/refusal-texts.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import type { DrawerRefusal } from '../app/billing/take-payment.ts';
import type { OpenRefusal } from './open-session.ts';

/** Says a refusal of the cash desk in the clerk's language. */
export function cashProblemText(
  t: TFunction,
  refusal: OpenRefusal | DrawerRefusal,
  language: RefusalLanguage,
): string {
  switch (refusal.code) {
    case 'first_sync_missing':
    case 'drawer_closed':
      return t(`cash.problem.${refusal.code}`);
    case 'drawer_open':
      return t('cash.problem.drawer_open', { time: formatInstant(refusal.since) });
    default:
      return sayRefusal<CashRefusal>(cashRefusalTexts, refusal, language);
  }
}
