import type { Currency, Rappen } from '../money/rappen.ts';
import type { CreditorReferenceRefusal } from '../numbering/creditor-reference.ts';
import type { QrReferenceRefusal } from '../numbering/qr-reference.ts';
import type { IsoDay } from '../time/instant.ts';

/** One movement of money in a bank's file: an entry, or one of the details of a batch booking. */
export interface BankPayment {
  readonly at: PlaceInFile;
  /** The account as the file names it: an IBAN without spaces. `null` when it names none. */
  readonly account: string | null;
  /** The QR-IBAN that was paid to. It stands in `Ntry/NtryRef` of camt.054 only; `Acct` shows the ordinary IBAN. */
  readonly qrIban: string | null;
  /** Never negative: `direction` says which way. */
  readonly amount: Rappen;
  readonly currency: Currency;
  readonly direction: 'credit' | 'debit';
  /** Takes an earlier movement back: a debit that is one takes back a credit. */
  readonly isReversal: boolean;
  readonly bookedOn: IsoDay;
  readonly valueOn: IsoDay | null;
  /** `Ntry/AcctSvcrRef`: the bank's own reference of the booking, the same in camt.053 and camt.054. */
  readonly entryServicerRef: string | null;
  /** `TxDtls/Refs/AcctSvcrRef`: the same of one detail. Some banks repeat that of the booking in each. */
  readonly detailServicerRef: string | null;
  /** `TxDtls/Refs/UETR` (version .08): one payment's own, from the payer's bank to ours. */
  readonly uetr: string | null;
  /** `TxDtls/Refs/EndToEndId`: the payer's own. Payers may use one again and again: it tells payments apart, no more. */
  readonly endToEndId: string | null;
  /** Whose account it came from. */
  readonly payerName: string | null;
  /** `UltmtDbtr`: for whom it was paid; with a QR-bill the debtor who is printed on it. */
  readonly ultimatePayerName: string | null;
  readonly payerIban: string | null;
  /** The valid references, each once, structured ones first. */
  readonly references: readonly FoundReference[];
  /** What stands where a reference belongs and is none. */
  readonly invalidReferences: readonly InvalidReference[];
  /** What the payer and the bank wrote. */
  readonly text: string;
  /** The number of payments in a batch booking whose details the file does not give; otherwise `null`. */
  readonly batchWithoutDetails: number | null;
}

export interface PlaceInFile {
  readonly message: CamtMessage;
  readonly version: CamtVersion;
  /** Which statement or notification of the file, from 1. */
  readonly statement: number;
  /** `GrpHdr/MsgId`: the same when a file is given twice, another when the bank makes it anew. `null` when it has none. */
  readonly messageId: string | null;
  /** Which page of a message or statement that the bank cut into several files; empty when it says none. */
  readonly page: string;
  /** Its own identification (`Stmt/Id`, `Ntfctn/Id`). */
  readonly statementId: string;
  /** Which entry of the file, from 1. */
  readonly entry: number;
  /** Which detail of the entry, from 1; 0 for an entry without details. */
  readonly detail: number;
  /** Where the entry or detail begins, from 1. */
  readonly line: number;
}

export type CamtMessage = 'camt.053' | 'camt.054';
export type CamtVersion = '04' | '08';

export interface FoundReference {
  readonly type: 'QRR' | 'SCOR';
  /** Without spaces, check digits proven. */
  readonly value: string;
  /** The element it was read from, relative to the entry or detail. Free texts are less certain. */
  readonly from: 'CdtrRefInf' | 'Ustrd' | 'AddtlRmtInf' | 'AddtlTxInf' | 'AddtlNtryInf';
}

export interface InvalidReference {
  readonly value: string;
  readonly code: CreditorReferenceRefusal['code'] | QrReferenceRefusal['code'];
}
