import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { BankPayment } from './bank-payment.ts';

/**
 * What an imported entry is known by in later imports, as `<same>.<alike>`, 32 hexadecimal digits each. `same`: the bank's own
 * reference of it, or its place in a message; `alike`: all that one can see of it besides. As `DuplicateFinder` does within one
 * import, but as a text that is stored.
 */
export interface StoredKey {
  readonly same: string;
  readonly alike: string;
}

/** Makes the keys of the payments of one file, in their order: the second of two equal ones is another payment. */
export class StoredKeys {
  readonly #counts = new Map<string, number>();

  of(payment: BankPayment): StoredKey {
    return { same: this.#counted(sameOf(payment)), alike: this.#counted(alikeOf(payment)) };
  }

  #counted(name: string): string {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return bytesToHex(sha256(utf8ToBytes(`${name}|${count}`))).slice(0, 32);
  }
}

/** As it stands in `bank_entries.dedupe_key`. */
export function formatStoredKey({ same, alike }: StoredKey): string {
  return `${same}.${alike}`;
}

/** Null for a key of another making. */
export function parseStoredKey(text: string): StoredKey | null {
  const found = /^([0-9a-f]{32})\.([0-9a-f]{32})$/.exec(text);
  return found ? { same: found[1] ?? '', alike: found[2] ?? '' } : null;
}

function sameOf(payment: BankPayment): string {
  const { at, account, amount, currency, direction, isReversal, entryServicerRef, uetr } = payment;
  const facts = [account, amount, currency, direction, isReversal, payment.references[0]?.value ?? ''].join(
    '|',
  );
  // The same in camt.053 and camt.054, which the finer references need not be.
  if (entryServicerRef !== null) return `entry|${entryServicerRef}|${facts}`;
  if (uetr !== null) return `uetr|${uetr}|${facts}`;
  return `place|${[at.message, at.messageId, at.page, at.statementId, at.entry, at.detail].join('|')}|${facts}`;
}

function alikeOf(payment: BankPayment): string {
  const { account, bookedOn, amount, currency, direction, isReversal, endToEndId } = payment;
  const payer = payment.payerIban ?? payment.payerName ?? '';
  const reference = payment.references[0]?.value ?? '';
  return [account, bookedOn, amount, currency, direction, isReversal, reference, payer, endToEndId].join('|');
}
