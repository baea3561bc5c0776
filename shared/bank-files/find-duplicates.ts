import type { BankPayment, PlaceInFile } from './bank-payment.ts';

/** Where a payment stands: which file (from 0, in the order they were given) and where in it. */
export interface SeenAt extends PlaceInFile {
  readonly file: number;
}

/** An earlier payment that is the same one, or may be it: then a person decides. */
export interface EarlierPayment {
  readonly sameAs: SeenAt;
  readonly isCertain: boolean;
}

/** From the coarsest to the finest: a booking has details, and a detail is one payment. */
const kinds = ['entryServicerRef', 'detailServicerRef', 'uetr'] as const;
type Kind = (typeof kinds)[number];

/** What is kept of a payment: no copies, a file has a hundred thousand. */
interface Seen extends Readonly<Record<Kind, string | null>> {
  readonly at: PlaceInFile;
  readonly file: number;
}

/**
 * Finds a payment that another statement, notification or file has already told.
 *
 * Certain: the account servicer's reference (the same in camt.053 and camt.054) or the UETR; without both the same place of
 * the same message, which was given twice. Suspected: the same account, day, amount, reference, payer and end-to-end id,
 * where nothing of the bank's says that they are two.
 *
 * Two equal payments within one statement are two (a bank that gives every detail of a batch the batch's reference; a
 * customer who pays twice a day), so the second of them is compared with the second elsewhere.
 */
export class DuplicateFinder {
  readonly #seen = new Map<string, Seen>();
  readonly #alike = new Map<string, Seen>();
  readonly #detailed = new Map<string, Seen>();
  readonly #counts = new Map<string, number>();
  #statement = '';

  /** The same payment in another statement, or `null`; remembers the payment. */
  find(payment: BankPayment, file: number): EarlierPayment | null {
    const statement = `${file}/${payment.at.statement}`;
    if (statement !== this.#statement) {
      this.#statement = statement;
      this.#counts.clear();
    }
    const { entryServicerRef, detailServicerRef, uetr } = payment;
    const here: Seen = { at: payment.at, file, entryServicerRef, detailServicerRef, uetr };
    const same = this.#findSame(payment, here);
    const batch = batchKey(payment);
    if (batch !== null && payment.at.detail > 0 && !this.#detailed.has(batch))
      this.#detailed.set(batch, here);
    const alike = this.#findAlike(payment, here);
    if (same) return { sameAs: placeOf(same), isCertain: true };
    return alike && { sameAs: placeOf(alike), isCertain: false };
  }

  /**
   * To be asked when all files are read: where the details are of a booking that this statement gives as one sum, or
   * without its only detail (banks leave them to camt.054).
   */
  detailsOf(payment: BankPayment, file: number): SeenAt | null {
    const batch = payment.at.detail === 0 ? batchKey(payment) : null;
    const seen = batch === null ? undefined : this.#detailed.get(batch);
    if (seen === undefined || (seen.file === file && seen.at.statement === payment.at.statement)) return null;
    return placeOf(seen);
  }

  #findSame(payment: BankPayment, here: Seen): Seen | null {
    let same: Seen | null = null;
    for (const { name, finer } of keysOf(payment)) {
      const key = this.#counted(name);
      const earlier = this.#seen.get(key);
      if (earlier === undefined) this.#seen.set(key, here);
      else if (!areTwo(earlier, here, finer)) same ??= earlier;
    }
    return same;
  }

  #findAlike(payment: BankPayment, here: Seen): Seen | null {
    const { direction, isReversal } = payment;
    // What nobody books cannot be booked twice.
    if (direction !== (isReversal ? 'debit' : 'credit')) return null;
    const key = this.#counted(`alike|${factsOf(payment)}`);
    const earlier = this.#alike.get(key);
    if (earlier === undefined) this.#alike.set(key, here);
    return earlier && !areTwo(earlier, here, kinds) ? earlier : null;
  }

  /** The key of the how manieth of its name in this statement: of the first, which nearly all are, the name itself. */
  #counted(name: string): string {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    // No XML holds U+0000: no name ends like this by itself.
    return count === 1 ? name : `${name}\0${count}`;
  }
}

function placeOf({ at, file }: Seen): SeenAt {
  return { ...at, file };
}

interface Key {
  readonly name: string;
  /** References that must not differ although this key is the same: of two details of one booking, say. */
  readonly finer: readonly Kind[];
}

/** The detail's own reference; the booking's, with what tells its details apart; the payment's; or else its place. */
function keysOf(payment: BankPayment): readonly Key[] {
  const { at, account, amount, currency, direction } = payment;
  const facts = [account, amount, currency, direction, payment.isReversal].join('|');
  const reference = payment.references[0]?.value ?? '';
  const keys = kinds.flatMap((kind, rank): readonly Key[] => {
    const value = payment[kind];
    if (value === null) return [];
    // A UETR is one payment's; the others may stand in every detail of a booking.
    const name = [kind, value, facts, kind === 'uetr' ? '' : reference].join('|');
    return [{ name, finer: kinds.slice(rank + 1) }];
  });
  if (keys.length > 0 || at.messageId === null || at.statementId === '') return keys;
  const place = [at.message, at.messageId, at.page, at.statementId, at.entry, at.detail].join('|');
  return [{ name: `place|${place}|${factsOf(payment)}`, finer: [] }];
}

/** All that one can see of a payment besides the bank's references. */
function factsOf(payment: BankPayment): string {
  const { account, bookedOn, amount, currency, direction, isReversal, endToEndId } = payment;
  const reference = payment.references[0]?.value ?? '';
  const payer = payment.payerIban ?? payment.payerName ?? '';
  return [account, bookedOn, amount, currency, direction, isReversal, reference, payer, endToEndId].join('|');
}

/** Both have a reference of one of these kinds, and it differs. */
function areTwo(one: Seen, other: Seen, among: readonly Kind[]): boolean {
  return among.some((kind) => one[kind] !== null && other[kind] !== null && one[kind] !== other[kind]);
}

function batchKey({ entryServicerRef, account }: BankPayment): string | null {
  return entryServicerRef === null ? null : `${account}|${entryServicerRef}`;
}
