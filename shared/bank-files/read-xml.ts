import { SaxesParser } from 'saxes';
import { type BankFileRefusal, RefusedFile } from './bank-file-refusal.ts';
import { type NamespaceScope, resolveName, scopeInside } from './xml-names.ts';
import type { XmlNode } from './xml-node.ts';

/** What is told of an XML file while it is read. An element is complete when it is closed. */
export interface XmlHandler {
  /** The names from the root to here, and the namespace. Returns whether the element is kept in its parent. */
  open(node: XmlNode, path: readonly XmlNode[], namespace: string): boolean;
  close(node: XmlNode, path: readonly XmlNode[]): void;
}

/** A text, a tag or a declaration is at most so long, and so is everything kept at one time. Characters. */
const longest = 1_048_576;
const deepest = 64;
const piece = 65_536;
/** What an element costs besides its text, roughly. */
const nodeCost = 64;

/**
 * Feeds chunks of XML text to a handler in bounded memory. Refuses every document type declaration, so that there are no
 * entities to expand or to fetch; saxes itself knows the five of XML only.
 */
export class XmlReader {
  readonly #handler: XmlHandler;
  readonly #parser = new SaxesParser();
  readonly #path: XmlNode[] = [];
  readonly #scopes: NamespaceScope[] = [];
  readonly #keptBefore: number[] = [];
  #kept = 0;
  #sinceEvent = 0;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
    const parser = this.#parser;
    // Seven handlers and no eighth (comments): with one more property V8 keeps the parser as a dictionary, and reading
    // takes five times as long.
    parser.on('error', (error) => {
      const entity = /entity/i.test(error.message);
      if (entity) this.#refuse({ code: 'entity_unknown' });
      this.#refuse({ code: 'not_well_formed', reason: error.message });
    });
    parser.on('doctype', () => this.#refuse({ code: 'doctype' }));
    parser.on('xmldecl', ({ encoding }) => {
      this.#sinceEvent = 0;
      if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) this.#refuse({ code: 'encoding' });
    });
    parser.on('text', (text) => this.#text(text));
    parser.on('cdata', (text) => this.#text(text));
    parser.on('opentag', ({ name, attributes }) => this.#open(name, attributes));
    parser.on('closetag', () => this.#close());
  }

  /** Throws a `RefusedFile`. */
  write(chunk: string): void {
    for (let from = 0; from < chunk.length; from += piece) {
      const part = chunk.slice(from, from + piece);
      this.#sinceEvent += part.length;
      this.#parser.write(part);
      if (this.#sinceEvent > longest + piece) this.#refuse({ code: 'element_too_long' });
    }
  }

  /** To be called after the last chunk: an unclosed element is found here. */
  end(): void {
    this.#parser.close();
  }

  #open(prefixed: string, attributes: Readonly<Record<string, string>>): void {
    this.#sinceEvent = 0;
    const scope = scopeInside(this.#scopes.at(-1), attributes);
    this.#scopes.push(scope);
    const named = resolveName(scope, prefixed);
    if (named === null) this.#refuse({ code: 'not_well_formed', reason: `undeclared prefix: ${prefixed}` });
    const { local: name, namespace } = named;
    const currency = attributes['Ccy'] ?? '';
    const node: XmlNode = { name, line: this.#parser.line, currency, text: '', children: [] };
    if (this.#path.length >= deepest) this.#refuse({ code: 'too_deep' });
    const parent = this.#path.at(-1);
    this.#path.push(node);
    const isKept = this.#handler.open(node, this.#path, namespace);
    if (isKept) parent?.children.push(node);
    // What is not kept in its parent costs nothing any more once it is closed.
    this.#keptBefore.push(isKept ? -1 : this.#kept);
    this.#keep(nodeCost);
  }

  #close(): void {
    this.#sinceEvent = 0;
    const node = this.#path.at(-1);
    if (node) {
      node.text = apart(node.text);
      this.#handler.close(node, this.#path);
    }
    this.#path.pop();
    this.#scopes.pop();
    const before = this.#keptBefore.pop() ?? -1;
    if (before >= 0) this.#kept = before;
  }

  #text(text: string): void {
    this.#sinceEvent = 0;
    const node = this.#path.at(-1);
    if (!node) return;
    // Between the elements of a parent there is white space only: it would add up over a whole file.
    if (text.length > 0 && text.trim() === '') return;
    node.text += text;
    this.#keep(text.length);
  }

  #keep(cost: number): void {
    this.#kept += cost;
    if (this.#kept > longest) this.#refuse({ code: 'element_too_long' });
  }

  #refuse(
    what:
      | { readonly code: Exclude<BankFileRefusal['code'], 'not_well_formed'> }
      | { readonly code: 'not_well_formed'; readonly reason: string },
  ): never {
    const path = this.#path.map(({ name }) => name).join('/');
    throw new RefusedFile({ ...what, path, line: this.#parser.line } as BankFileRefusal);
  }
}

/**
 * The same text in memory of its own. What V8 cuts out of a chunk keeps the whole chunk alive: the few fields that are kept
 * of each payment would keep the whole file.
 */
function apart(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
