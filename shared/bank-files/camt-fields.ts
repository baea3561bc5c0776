import type { Currency, Rappen } from '../money/rappen.ts';
import { checkIban, isQrIban } from '../qr-bill/iban.ts';
import { bankDay } from './bank-day.ts';
import type { BankEntryProblem } from './bank-file-refusal.ts';
import type { BankPayment } from './bank-payment.ts';
import type { ReferenceText } from './find-references.ts';
import { parseBankAmount } from './parse-bank-amount.ts';
import { type XmlNode, child, childrenOf, textAt } from './xml-node.ts';

/** What is read from the entry before its details: the schema puts it there. */
export interface EntryHead {
  readonly amount: Rappen;
  readonly currency: Currency;
  readonly direction: BankPayment['direction'];
  readonly isReversal: boolean;
  readonly bookedOn: BankPayment['bookedOn'];
  readonly valueOn: BankPayment['valueOn'];
  readonly servicerRef: string | null;
  readonly qrIban: string | null;
}

/** Leaves the reading of one entry or detail; caught in `CamtEntry`. */
export class Problem extends Error {
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

/** @throws Problem for what is missing or cannot be read, as all below */
export function readEntryHead(node: XmlNode): EntryHead {
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
export function partyName(detail: XmlNode, role: 'Dbtr' | 'UltmtDbtr'): string | null {
  const party = child(detail, 'RltdPties', role);
  return party && (textAt(party, 'Pty', 'Nm') ?? textAt(party, 'Nm'));
}

/** What banks write where they have none is no reference: all payments would have the same. */
export function bankReference(node: XmlNode, name: string): string | null {
  const text = textAt(node, name);
  return text !== null && /^(?:not ?provided|nonref|none|0+)$/i.test(text) ? null : text;
}

export function readAmount(
  node: XmlNode,
  name = 'Amt',
): { readonly amount: Rappen; readonly currency: Currency } {
  const { currency } = node;
  if (currency !== 'CHF' && currency !== 'EUR') {
    throw new Problem({ code: 'currency_not_taken', currency }, name, node.line);
  }
  const amount = parseBankAmount(node.text.trim());
  if (!amount.ok) throw new Problem(amount.refusal, name, node.line);
  return { amount: amount.value, currency };
}

export function readDirection(node: XmlNode): BankPayment['direction'] | null {
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

export function textsOf(detail: XmlNode): ReferenceText[] {
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
