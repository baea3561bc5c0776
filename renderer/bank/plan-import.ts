import type { BankPayment } from '#shared/bank-files/bank-payment.ts';
import {
  type IgnoredItem,
  type LeftOverReason,
  type MatchedPayment,
  PaymentMatcher,
} from '#shared/bank-files/match-payments.ts';
import type { LikelyInvoice } from '#shared/bank-files/likely-invoices.ts';
import type { OpenInvoice } from '#shared/bank-files/open-invoice.ts';
import type { BankFileRefusal } from '#shared/bank-files/bank-file-refusal.ts';
import { type StoredKey, StoredKeys } from '#shared/bank-files/stored-key.ts';
import type { ReadFile } from './read-bank-file.ts';

/** What was imported before, by the two halves of its keys, and which files were read. */
export interface KnownEntries {
  readonly same: ReadonlySet<string>;
  readonly alike: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

interface Planned {
  readonly file: number;
  readonly payment: BankPayment;
  readonly key: StoredKey;
}

/** What will be made of one movement of a bank's file. */
export type PlannedEntry =
  | (Planned & {
      readonly kind: MatchedPayment['outcome'];
      readonly invoiceId: string;
      readonly openAfter: number;
    })
  | (Planned & {
      readonly kind: 'left_over';
      readonly reason: LeftOverReason;
      readonly likeliest: readonly LikelyInvoice[];
    })
  /** One just like it was imported before, and the bank gives nothing by which to tell: a person decides. */
  | (Planned & { readonly kind: 'suspected' })
  | (Planned & { readonly kind: 'ignored'; readonly reason: IgnoredItem['reason'] });

export interface ImportPlan {
  readonly files: readonly (Pick<ReadFile, 'name' | 'sha256' | 'summary'> & {
    /** It was imported before: nothing of it is taken. */
    readonly isKnown: boolean;
    readonly messageId: string;
  })[];
  readonly entries: readonly PlannedEntry[];
  readonly refused: readonly { readonly file: number; readonly refusal: BankFileRefusal }[];
  readonly notBooked: number;
}

/**
 * What will be made of the files, before anything is written: each movement matched with its bill, left over, suspected or
 * ignored. What an earlier import knows is not taken again, also when another file tells it.
 */
export function planImport(
  files: readonly ReadFile[],
  invoices: readonly OpenInvoice[],
  bankPrefix: string,
  known: KnownEntries,
): ImportPlan {
  const matcher = new PaymentMatcher(invoices, bankPrefix);
  const entries: PlannedEntry[] = [];
  const keys = new Map<BankPayment, StoredKey>();
  const planned = files.map(({ name, sha256, summary, items }, file) => {
    const isKnown =
      known.files.has(sha256) || files.slice(0, file).some((earlier) => earlier.sha256 === sha256);
    const own = new StoredKeys();
    let messageId = '';
    for (const item of isKnown ? [] : items) {
      if (item.kind !== 'payment') {
        matcher.take(item, file);
        continue;
      }
      const { payment } = item;
      messageId = payment.at.messageId ?? messageId;
      const key = own.of(payment);
      keys.set(payment, key);
      const isMoneyIn = payment.direction === (payment.isReversal ? 'debit' : 'credit');
      if (known.same.has(key.same))
        entries.push({ file, payment, key, kind: 'ignored', reason: 'duplicate' });
      else if (isMoneyIn && payment.amount > 0 && known.alike.has(key.alike))
        entries.push({ file, payment, key, kind: 'suspected' });
      else matcher.take(item, file);
    }
    return { name, sha256, summary, isKnown, messageId };
  });
  const { matched, leftOver, ignored, refused } = matcher.finish();
  const keyOf = (payment: BankPayment): StoredKey => {
    const key = keys.get(payment);
    if (key === undefined) throw new Error('a payment that was never read');
    return key;
  };
  for (const { file, payment, outcome, invoiceId, openAfter } of matched)
    entries.push({ file, payment, key: keyOf(payment), kind: outcome, invoiceId, openAfter });
  for (const { file, payment, reason, likeliest } of leftOver)
    entries.push({ file, payment, key: keyOf(payment), kind: 'left_over', reason, likeliest });
  let notBooked = 0;
  for (const item of ignored) {
    if (item.reason === 'not_booked') notBooked += 1;
    else {
      const { file, payment, reason } = item;
      entries.push({ file, payment, key: keyOf(payment), kind: 'ignored', reason });
    }
  }
  return { files: planned, entries, refused, notBooked };
}
