import type { TFunction } from 'i18next';
import type { CashRefusal } from '#shared/cash/cash-refusal.ts';
import { cashRefusalTexts } from '#shared/cash/refusal-texts.ts';
import type { CreditRefusal } from '#shared/invoices/credit-note.ts';
import { freeInvoiceRefusalTexts } from '#shared/invoices/free-invoice-refusal-texts.ts';
import type { FreeInvoiceRefusal } from '#shared/invoices/free-invoice-refusal.ts';
import type { AccountRefusal } from '#shared/invoices/invoice-account.ts';
import { accountRefusalTexts, creditRefusalTexts, reminderTexts } from '#shared/invoices/refusal-texts.ts';
import type { ReminderDue } from '#shared/invoices/reminders.ts';
import { type RefusalLanguage, sayRefusal } from '#shared/result/refusal-texts.ts';
import type { DrawerRefusal } from '../app/billing/take-payment.ts';

/** Why no reminder is due, as a refusal. */
export interface NoReminder {
  readonly code: 'no_reminder';
  readonly due: Exclude<ReminderDue, { readonly kind: 'remind' }>;
}

export type InvoiceRefusal =
  | { readonly code: 'invoice_missing' }
  | { readonly code: 'customer_missing' }
  | { readonly code: 'first_sync_missing' }
  /** A credit note is neither paid nor credited nor reminded of. */
  | { readonly code: 'not_an_invoice' }
  /** What is taken at a counter is francs; a bill in euros is paid to the bank. */
  | { readonly code: 'not_in_francs' }
  | DrawerRefusal
  | { readonly code: 'free'; readonly because: FreeInvoiceRefusal }
  | { readonly code: 'account'; readonly because: AccountRefusal }
  | { readonly code: 'credit'; readonly because: CreditRefusal }
  | { readonly code: 'cash'; readonly because: CashRefusal }
  | NoReminder;

/** Says why something is not done to an invoice, in the clerk's language. */
export function invoiceProblemText(t: TFunction, refusal: InvoiceRefusal, language: RefusalLanguage): string {
  switch (refusal.code) {
    case 'account':
      return sayRefusal<AccountRefusal>(accountRefusalTexts, refusal.because, language);
    case 'credit':
      return sayRefusal<CreditRefusal>(creditRefusalTexts, refusal.because, language);
    case 'cash':
      return sayRefusal<CashRefusal>(cashRefusalTexts, refusal.because, language);
    case 'free':
      return sayRefusal<FreeInvoiceRefusal>(freeInvoiceRefusalTexts, refusal.because, language);
    case 'no_reminder':
      return sayReminder(refusal.due, language);
    default:
      return t(`invoices.problem.${refusal.code}`);
  }
}

function sayReminder(due: NoReminder['due'], language: RefusalLanguage): string {
  const { kind, ...facts } = due;
  return sayRefusal(reminderTexts, { code: kind, ...facts } as never, language);
}
