import type { Rappen } from '../money/rappen.ts';
import type { BankEntryProblem } from './bank-file-refusal.ts';
import type { BankPayment, CamtMessage, CamtVersion } from './bank-payment.ts';
import {
  type EntryHead,
  Problem,
  bankReference,
  partyName,
  readAmount,
  readDirection,
  readEntryHead,
  textsOf,
} from './camt-fields.ts';
import { type ReferenceText, findReferences } from './find-references.ts';
import type { CamtItem } from './read-camt.ts';
import { type XmlNode, child, textAt } from './xml-node.ts';

/** What all entries of a statement or notification share. */
export interface StatementFacts {
  readonly message: CamtMessage;
  readonly version: CamtVersion;
  readonly statement: number;
  readonly messageId: string | null;
  readonly page: string;
  readonly statementId: string;
  readonly account: string | null;
  readonly path: string;
}

/**
 * One entry while it is read. A batch booking may have a hundred thousand details, so each becomes a payment as soon as
 * the next one begins; the last is held back, because `AddtlNtryInf` stands after the details and speaks of a single one.
 */
export class CamtEntry {
  readonly #node: XmlNode;
  readonly #number: number;
  readonly #facts: StatementFacts;
  readonly #items: CamtItem[];
  /** `null` before it is read, and after it was found to be wrong or not booked. */
  #head: EntryHead | null = null;
  #isHeadRead = false;
  #held: XmlNode | null = null;
  #details = 0;
  #paid = 0;
  #sum = 0;
  #sumIsKnown = true;
  #batchCount: number | null = null;

  constructor(node: XmlNode, number: number, facts: StatementFacts, items: CamtItem[]) {
    this.#node = node;
    this.#number = number;
    this.#facts = facts;
    this.#items = items;
  }

  /** `NtryDtls/Btch`: how many payments the bank booked as one. */
  addBatch(batch: XmlNode): void {
    const count = textAt(batch, 'NbOfTxs');
    if (count !== null && /^\d{1,15}$/.test(count))
      this.#batchCount = (this.#batchCount ?? 0) + Number(count);
  }

  addDetail(detail: XmlNode): void {
    this.#readHead();
    // Counted first: the one that is held is then known to be one of several.
    this.#details += 1;
    if (this.#held) this.#payDetail(this.#held, null);
    this.#held = detail;
  }

  end(): void {
    this.#readHead();
    const head = this.#head;
    if (head === null) return;
    const single = this.#details === 1;
    if (this.#held) this.#payDetail(this.#held, single ? textAt(this.#node, 'AddtlNtryInf') : null);
    else this.#attempt(() => this.#payEntry(head), '');
    if (this.#details > 0) this.#compareBatch(head);
  }

  #readHead(): void {
    if (this.#isHeadRead) return;
    this.#isHeadRead = true;
    const node = this.#node;
    // A code of its own in .04, a choice of code and the bank's own word in .08.
    const status = textAt(node, 'Sts') ?? textAt(node, 'Sts', 'Cd') ?? textAt(node, 'Sts', 'Prtry');
    if (status !== null && status !== 'BOOK') {
      this.#items.push({
        kind: 'not_booked',
        entry: this.#number,
        path: this.#path(''),
        line: node.line,
        status,
      });
      return;
    }
    this.#attempt(() => {
      if (status === null) throw new Problem({ code: 'element_missing' }, 'Sts', node.line);
      this.#head = readEntryHead(node);
    }, '');
  }

  #payEntry(head: EntryHead): void {
    const { amount, ...rest } = head;
    const text = textAt(this.#node, 'AddtlNtryInf') ?? '';
    const isBatch = this.#batchCount !== null && this.#batchCount > 1;
    this.#pay(rest, amount, null, [{ from: 'AddtlNtryInf', text }], isBatch ? this.#batchCount : null);
  }

  #payDetail(detail: XmlNode, entryText: string | null): void {
    const head = this.#head;
    if (head === null) return;
    // Called when the next detail has begun, too: then this one is the one before.
    const number = ++this.#paid;
    const isDone = this.#attempt(() => {
      const amountNode = child(detail, 'Amt') ?? child(detail, 'AmtDtls', 'TxAmt', 'Amt');
      if (amountNode === null && this.#details > 1) {
        throw new Problem({ code: 'element_missing' }, 'Amt', detail.line);
      }
      const { amount, currency } = this.#detailAmount(amountNode, head);
      const direction = readDirection(detail) ?? head.direction;
      this.#sum += direction === head.direction ? amount : 0 - amount;
      const texts = textsOf(detail);
      if (entryText !== null) texts.push({ from: 'AddtlNtryInf', text: entryText });
      this.#pay({ ...head, currency, direction }, amount, { node: detail, number }, texts, null);
    }, `/NtryDtls/TxDtls[${number}]`);
    if (!isDone) this.#sumIsKnown = false;
  }

  /**
   * A detail may be in the payer's currency, and then says nothing about what was booked: that of the entry counts when it
   * is the only detail. Among several its share of the booking is not known.
   */
  #detailAmount(node: XmlNode | null, head: EntryHead): Pick<EntryHead, 'amount' | 'currency'> {
    if (node === null) return head;
    if (node.currency === head.currency) return readAmount(node, 'Amt');
    if (this.#details === 1) return head;
    throw new Problem({ code: 'currency_not_taken', currency: node.currency }, 'Amt', node.line);
  }

  #pay(
    head: Omit<EntryHead, 'amount'>,
    amount: Rappen,
    detail: { readonly node: XmlNode; readonly number: number } | null,
    texts: readonly ReferenceText[],
    batchWithoutDetails: number | null,
  ): void {
    const { message, version, statement, messageId, page, statementId, account } = this.#facts;
    const { servicerRef, ...rest } = head;
    const { valid, invalid } = findReferences(texts);
    const node = detail?.node ?? null;
    const refs = node && child(node, 'Refs');
    const payment: BankPayment = {
      at: {
        message,
        version,
        statement,
        messageId,
        page,
        statementId,
        entry: this.#number,
        detail: detail?.number ?? 0,
        line: node?.line ?? this.#node.line,
      },
      account,
      ...rest,
      amount,
      entryServicerRef: servicerRef,
      detailServicerRef: refs && bankReference(refs, 'AcctSvcrRef'),
      uetr: refs && bankReference(refs, 'UETR'),
      endToEndId: refs && bankReference(refs, 'EndToEndId'),
      payerName: node && partyName(node, 'Dbtr'),
      ultimatePayerName: node && partyName(node, 'UltmtDbtr'),
      payerIban: node && textAt(node, 'RltdPties', 'DbtrAcct', 'Id', 'IBAN'),
      references: valid,
      invalidReferences: invalid,
      text: texts
        .filter(({ from, text }) => from !== 'CdtrRefInf' && text !== '')
        .map(({ text }) => text)
        .join(' · '),
      batchWithoutDetails,
    };
    this.#items.push({ kind: 'payment', payment });
  }

  /** A batch must be the sum of its details; otherwise something was read wrong, or the file is. */
  #compareBatch(head: EntryHead): void {
    const at = { path: this.#path(''), line: this.#node.line };
    const count = this.#batchCount;
    const problem: BankEntryProblem | null =
      count !== null && count !== this.#details
        ? { code: 'batch_count_differs', said: count, found: this.#details }
        : this.#details > 1 && this.#sumIsKnown && this.#sum !== head.amount
          ? { code: 'batch_sum_differs', said: head.amount, found: this.#sum }
          : null;
    if (problem === null) return;
    const refusal = { ...problem, ...at };
    this.#items.push({ kind: 'refused', refusal, entry: this.#number, isNote: true });
  }

  #attempt(read: () => void, below: string): boolean {
    try {
      read();
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const path = `${this.#path(below)}/${error.element}`;
      const refusal = { ...error.problem, path, line: error.line };
      this.#items.push({ kind: 'refused', refusal, entry: this.#number, isNote: false });
      return false;
    }
  }

  #path(below: string): string {
    return `${this.#facts.path}/Ntry[${this.#number}]${below}`;
  }
}
