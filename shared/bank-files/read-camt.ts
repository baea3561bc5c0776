import type { Result } from '../result/result.ts';
import { ok, refuse } from '../result/result.ts';
import { type BankFileRefusal, RefusedFile } from './bank-file-refusal.ts';
import type { BankPayment, CamtMessage, CamtVersion } from './bank-payment.ts';
import { CamtEntry, type StatementFacts } from './camt-entry.ts';
import { XmlReader } from './read-xml.ts';
import { type XmlNode, textAt } from './xml-node.ts';

/** What comes out of a file, in its order: a payment, or what could not be taken and why. */
export type CamtItem =
  | { readonly kind: 'payment'; readonly payment: BankPayment }
  | {
      readonly kind: 'not_booked';
      readonly entry: number;
      readonly path: string;
      readonly line: number;
      readonly status: string;
    }
  /** `isNote`: about a batch as a whole, whose details are payments nevertheless. */
  | {
      readonly kind: 'refused';
      readonly refusal: BankFileRefusal;
      readonly entry: number;
      readonly isNote: boolean;
    };

/** What was counted while reading: every entry gave items, or is among those refused. */
export interface CamtSummary {
  readonly message: CamtMessage;
  readonly version: CamtVersion;
  readonly statements: number;
  readonly entries: number;
  readonly items: number;
}

const messages: Readonly<Record<string, { readonly message: CamtMessage; readonly statement: string }>> = {
  BkToCstmrStmt: { message: 'camt.053', statement: 'Stmt' },
  BkToCstmrDbtCdtNtfctn: { message: 'camt.054', statement: 'Ntfctn' },
};

/**
 * Reads camt.053 and camt.054 (Swiss Payment Standards, versions .04 and .08) as a stream: no more than one detail of one
 * entry is in memory. Ends with what was counted, or with the reason why the file as a whole is refused; then what was
 * yielded before must not be used, for the rest of the file is unknown.
 * @param chunks the text of the file, in pieces of any length
 */
export async function* readCamt(
  chunks: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<CamtItem, Result<CamtSummary, BankFileRefusal>, void> {
  const items: CamtItem[] = [];
  const reading = new CamtReading(items);
  const xml = new XmlReader(reading);
  let count = 0;
  try {
    for await (const chunk of chunks) {
      xml.write(chunk);
      count += items.length;
      yield* items;
      items.length = 0;
    }
    xml.end();
    count += items.length;
    yield* items;
    return ok(reading.summary(count));
  } catch (error) {
    if (error instanceof RefusedFile) return refuse(error.refusal);
    throw error;
  }
}

/** Where in the file the reading is. */
class CamtReading {
  readonly #items: CamtItem[];
  #message: CamtMessage | null = null;
  #version: CamtVersion = '08';
  #statementName = '';
  #namespace = '';
  #statements = 0;
  #entries = 0;
  #header: XmlNode | null = null;
  #statement: XmlNode | null = null;
  #facts: StatementFacts | null = null;
  #entry: CamtEntry | null = null;

  constructor(items: CamtItem[]) {
    this.#items = items;
  }

  /** Elements that repeat without end are not kept in their parents. */
  open(node: XmlNode, path: readonly XmlNode[], namespace: string): boolean {
    if (path.length === 1) return this.#openDocument(node, namespace);
    if (namespace !== this.#namespace) return false; // bank's own supplementary data
    if (path.length === 2) return this.#openMessage(node);
    if (path.length === 3) {
      if (node.name === 'GrpHdr') this.#header = node;
      if (node.name !== this.#statementName) return false;
      this.#statements += 1;
      this.#statement = node;
      this.#facts = null;
      return false;
    }
    if (this.#statement === null) return isOfHeader(node, path);
    if (path.length === 4) return this.#openInStatement(node);
    if (this.#entry === null) return true;
    const inEntry = path.slice(4).map(({ name }) => name);
    if (inEntry.length === 1 && inEntry[0] === 'NtryDtls') return false;
    return !(inEntry.length === 2 && inEntry[0] === 'NtryDtls');
  }

  close(node: XmlNode, path: readonly XmlNode[]): void {
    if (path.length === 3) this.#statement = null;
    if (this.#entry === null) return;
    if (path.length === 6 && path[4]?.name === 'NtryDtls') {
      if (node.name === 'TxDtls') this.#entry.addDetail(node);
      if (node.name === 'Btch') this.#entry.addBatch(node);
    }
    if (path.length === 4) {
      this.#entry.end();
      this.#entry = null;
    }
  }

  summary(items: number): CamtSummary {
    if (this.#message === null) throw new RefusedFile({ code: 'message_unknown', path: 'Document', line: 1 });
    return {
      message: this.#message,
      version: this.#version,
      statements: this.#statements,
      entries: this.#entries,
      items,
    };
  }

  #openDocument(node: XmlNode, namespace: string): boolean {
    const found = /^urn:iso:std:iso:20022:tech:xsd:(camt\.05[34])\.001\.(04|08)$/.exec(namespace);
    if (!found || node.name !== 'Document') {
      throw new RefusedFile({ code: 'namespace_unknown', path: node.name, line: node.line });
    }
    this.#namespace = namespace;
    this.#version = found[2] as CamtVersion;
    return false;
  }

  #openMessage(node: XmlNode): boolean {
    const kind = messages[node.name];
    if (!kind || !this.#namespace.includes(kind.message)) {
      throw new RefusedFile({ code: 'message_unknown', path: `Document/${node.name}`, line: node.line });
    }
    this.#message = kind.message;
    this.#statementName = kind.statement;
    return false;
  }

  #openInStatement(node: XmlNode): boolean {
    if (node.name !== 'Ntry') return /^(?:Acct|Id|\w+Pgntn)$/.test(node.name);
    this.#entries += 1;
    this.#entry = new CamtEntry(node, this.#entries, this.#factsOfStatement(), this.#items);
    return false;
  }

  /** Account and identification come before the entries (a sequence in the schema), and are read once. */
  #factsOfStatement(): StatementFacts {
    const statement = this.#statement;
    if (statement === null || this.#message === null) throw new Error('an entry outside a statement');
    this.#facts ??= {
      message: this.#message,
      version: this.#version,
      statement: this.#statements,
      messageId: this.#header && textAt(this.#header, 'MsgId'),
      page: [...(this.#header?.children ?? []), ...statement.children]
        .map((node) => textAt(node, 'PgNb'))
        .filter((text) => text !== null)
        .join('/'),
      statementId: textAt(statement, 'Id') ?? '',
      account: textAt(statement, 'Acct', 'Id', 'IBAN')?.replaceAll(' ', '') ?? null,
      path: `Document/${this.#message === 'camt.053' ? 'BkToCstmrStmt/Stmt' : 'BkToCstmrDbtCdtNtfctn/Ntfctn'}[${this.#statements}]`,
    };
    return this.#facts;
  }
}

/** Of the header nothing is wanted but what tells one message from another: identification and page. */
function isOfHeader(node: XmlNode, path: readonly XmlNode[]): boolean {
  if (path.length === 4) return node.name === 'MsgId' || node.name === 'MsgPgntn';
  return path.length === 5 && path[3]?.name === 'MsgPgntn';
}
