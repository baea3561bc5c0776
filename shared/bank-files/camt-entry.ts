import type { Currency, Rappen } from '../money/rappen.ts';
import { checkIban, isQrIban } from '../qr-bill/iban.ts';
import type { BankEntryProblem } from './bank-file-refusal.ts';
import type { BankPayment, CamtMessage, CamtVersion } from './bank-payment.ts';
import { type ReferenceText, findReferences } from './find-references.ts';
import { parseBankAmount } from './parse-bank-amount.ts';
import { bankDay } from './bank-day.ts';
import type { CamtItem } from './read-camt.ts';
import { type XmlNode, child, childrenOf, textAt } from './xml-node.ts';

/** What all entries of a statement or notification share. */
export interface StatementFacts {
  readonly message: CamtMessage;
  readonly version: CamtVersion;
  readonly statement: number;
  readonly messageId: string | null;
  readonly statementId: string;
  readonly account: string | null;
  readonly path: string;
}

/** What is read from the entry before its details: the schema puts it there. */
interface EntryHead {
  readonly amount: Rappen;
  readonly currency: Currency;
  readonly direction: BankPayment['direction'];
  readonly isReversal: boolean;
  readonly bookedOn: BankPayment['bookedOn'];
  readonly valueOn: BankPayment['valueOn'];
  readonly servicerRef: string | null;
  readonly qrIban: string | null;
}

/** Leaves the reading of one entry or detail; caught within this file. */
class Problem extends Error {
  readonly problem: BankEntryProblem;
  readonly element: string;
  readonly line: number;

  constructor(problem: BankEntryProblem, element: string, line: number) {
    super(problem.code);
    this.problem = problem;
    this.element = element;
    this.line = line;
  }
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
    const { message, version, statement, messageId, statementId, account } = this.#facts;
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

function readEntryHead(node: XmlNode): EntryHead {
  const { amount, currency } = readAmount(child(node, 'Amt') ?? missing('Amt', node));
  const reversal = textAt(node, 'RvslInd');
  if (reversal !== null && !/^(true|false|1|0)$/.test(reversal)) {
    throw new Problem({ code: 'reversal_unknown' }, 'RvslInd', node.line);
  }
  const valueOn = readDay(node, 'ValDt');
  const bookedOn = readDay(node, 'BookgDt') ?? valueOn;
  const reference = checkIban(textAt(node, 'NtryRef') ?? '');
  return {
    amount,
    currency,
    direction: readDirection(node) ?? missing('CdtDbtInd', node),
    isReversal: reversal === 'true' || reversal === '1',
    bookedOn: bookedOn ?? missing('BookgDt', node),
    valueOn,
    servicerRef: bankReference(node, 'AcctSvcrRef'),
    qrIban: reference.ok && isQrIban(reference.value) ? reference.value : null,
  };
}

/** In .08 a party is Pty or Agt below its role, in .04 its name stands there. */
function partyName(detail: XmlNode, role: 'Dbtr' | 'UltmtDbtr'): string | null {
  const party = child(detail, 'RltdPties', role);
  return party && (textAt(party, 'Pty', 'Nm') ?? textAt(party, 'Nm'));
}

/** What banks write where they have none is no reference: all payments would have the same. */
function bankReference(node: XmlNode, name: string): string | null {
  const text = textAt(node, name);
  return text !== null && /^(?:not ?provided|nonref|none|0+)$/i.test(text) ? null : text;
}

function readAmount(node: XmlNode, name = 'Amt'): { readonly amount: Rappen; readonly currency: Currency } {
  const { currency } = node;
  if (currency !== 'CHF' && currency !== 'EUR') {
    throw new Problem({ code: 'currency_not_taken', currency }, name, node.line);
  }
  const amount = parseBankAmount(node.text.trim());
  if (!amount.ok) throw new Problem(amount.refusal, name, node.line);
  return { amount: amount.value, currency };
}

function readDirection(node: XmlNode): BankPayment['direction'] | null {
  const text = textAt(node, 'CdtDbtInd');
  if (text === null) return null;
  if (text === 'CRDT') return 'credit';
  if (text === 'DBIT') return 'debit';
  throw new Problem({ code: 'direction_unknown' }, 'CdtDbtInd', child(node, 'CdtDbtInd')?.line ?? node.line);
}

function readDay(node: XmlNode, name: string): BankPayment['bookedOn'] | null {
  const text = textAt(node, name, 'Dt') ?? textAt(node, name, 'DtTm');
  if (text === null) return null;
  const day = bankDay(text);
  if (day === null) throw new Problem({ code: 'date_format' }, name, child(node, name)?.line ?? node.line);
  return day;
}

function missing(element: string, node: XmlNode): never {
  throw new Problem({ code: 'element_missing' }, element, node.line);
}

function textsOf(detail: XmlNode): ReferenceText[] {
  const remittance = child(detail, 'RmtInf');
  const structured = childrenOf(remittance, 'Strd').map((one): ReferenceText | null => {
    const text = textAt(one, 'CdtrRefInf', 'Ref');
    return text === null ? null : { from: 'CdtrRefInf', text };
  });
  const free = childrenOf(remittance, 'Ustrd').map((one): ReferenceText => ({
    from: 'Ustrd',
    text: one.text.trim(),
  }));
  // The message beside a reference; and codes from the days of the orange slip, which say nothing.
  const beside = childrenOf(remittance, 'Strd')
    .flatMap((one) => childrenOf(one, 'AddtlRmtInf'))
    .map((one): ReferenceText => ({ from: 'AddtlRmtInf', text: one.text.trim() }))
    .filter(({ text }) => !/^\?(?:REJECT|ERROR)\?\d*$/.test(text));
  const more = textAt(detail, 'AddtlTxInf');
  return [
    ...structured.filter((one) => one !== null),
    ...free,
    ...beside,
    ...(more === null ? [] : [{ from: 'AddtlTxInf', text: more } as const]),
  ];
}
