import type { BankPayment, PlaceInFile } from './bank-payment.ts';

/** Where a payment stands: which file (from 0, in the order they were given) and where in it. */
export interface SeenAt extends PlaceInFile {
  readonly file: number;
}

/**
 * Finds a payment that another statement, notification or file has already told: the account servicer's reference is the
 * same in camt.053 and camt.054. Two payments with one reference within one statement are two (a bank that gives every
 * detail of a batch the batch's reference), so the second of them is compared with the second elsewhere.
 */
export class DuplicateFinder {
  readonly #seen = new Map<string, SeenAt>();
  readonly #detailed = new Map<string, SeenAt>();
  readonly #counts = new Map<string, number>();
  #statement = '';

  /** The place of the same payment in another statement, or `null`; remembers the payment. */
  find(payment: BankPayment, file: number): SeenAt | null {
    const statement = `${file}/${payment.at.statement}`;
    if (statement !== this.#statement) {
      this.#statement = statement;
      this.#counts.clear();
    }
    const here: SeenAt = { ...payment.at, file };
    const keys = keysOf(payment).map((key) => `${key} ${this.#count(key)}`);
    const earlier = keys.map((key) => this.#seen.get(key)).find((seen) => seen !== undefined);
    for (const key of keys) if (!this.#seen.has(key)) this.#seen.set(key, here);
    const batch = batchKey(payment);
    if (batch !== null && payment.at.detail > 0 && !this.#detailed.has(batch))
      this.#detailed.set(batch, here);
    return earlier ?? null;
  }

  /**
   * To be asked when all files are read: where the details are of a booking that this statement gives as one sum, or
   * without its only detail (banks leave them to camt.054).
   */
  detailsOf(payment: BankPayment, file: number): SeenAt | null {
    const batch = payment.at.detail === 0 ? batchKey(payment) : null;
    const seen = batch === null ? undefined : this.#detailed.get(batch);
    if (seen === undefined || (seen.file === file && seen.statement === payment.at.statement)) return null;
    return seen;
  }

  #count(key: string): number {
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count;
  }
}

/** The detail's own reference; and the booking's, with what tells its details apart. */
function keysOf(payment: BankPayment): readonly string[] {
  const { detailServicerRef, entryServicerRef, account, amount, currency, direction, isReversal } = payment;
  const facts = [account, amount, currency, direction, isReversal].join('|');
  const reference = payment.references[0]?.value ?? '';
  return [
    ...(detailServicerRef === null ? [] : [`detail|${detailServicerRef}|${facts}`]),
    ...(entryServicerRef === null ? [] : [`entry|${entryServicerRef}|${facts}|${reference}`]),
  ];
}

function batchKey({ entryServicerRef, account }: BankPayment): string | null {
  return entryServicerRef === null ? null : `${account}|${entryServicerRef}`;
}
