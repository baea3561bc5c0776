import {
  type PDFContext,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  type PDFRef,
} from 'pdf-lib';

/** What a part of a paper is to whoever hears it read (ISO 32000-1, 14.8.4). */
export type Role =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Caption';

/** These hold text themselves; a paragraph within one of them is not set apart. */
const textRoles: ReadonlySet<Role> = new Set(['H1', 'H2', 'H3', 'P', 'Figure', 'Caption']);
/** A row keeps its empty cells, or the others would stand under the wrong heads. */
const cellRoles: ReadonlySet<Role> = new Set(['TH', 'TD']);

/** A piece of a page's content: the page by its position, and the number that marks the piece there. */
interface Content {
  readonly page: number;
  readonly id: number;
}

export interface Element {
  readonly role: Role;
  /** Said in place of what cannot be read: a picture, a signature. */
  readonly alternative: string | null;
  /** Of a table's row: whether its cells are heads. */
  readonly cells?: 'TH' | 'TD';
  kids: (Element | Content)[];
}

/** The tree of a tagged PDF, in reading order, which is the order of drawing. */
export class Structure {
  readonly #root = element('Document');
  #current: Element = this.#root;

  get current(): Element {
    return this.#current;
  }

  /** Begins a part and leaves it empty, for content that comes in pieces. */
  add(role: Role, alternative: string | null = null): Element {
    const added = element(role, alternative);
    this.#current.kids.push(added);
    return added;
  }

  /** What is drawn belongs to `part`. */
  into(part: Element, draw: () => void): void {
    const outer = this.#current;
    this.#current = part;
    try {
      draw();
    } finally {
      this.#current = outer;
    }
  }

  /** What is drawn is a part of its own; text within text is not set apart. */
  within(role: Role, draw: () => void, alternative: string | null = null): void {
    const isWithinText = textRoles.has(this.#current.role) && textRoles.has(role);
    if (isWithinText && role !== 'Figure') draw();
    else this.into(this.add(role, alternative), draw);
  }

  /** What is drawn is a row of a table. */
  row(cells: 'TH' | 'TD', draw: () => void): void {
    const row: Element = { ...element('TR'), cells };
    this.#current.kids.push(row);
    this.into(row, draw);
  }

  /** In a row what is drawn is a cell; anywhere else it is what it is. */
  cell(draw: () => void): void {
    const { cells } = this.#current;
    if (cells === undefined) draw();
    else this.within(cells, draw);
  }

  /** What is drawn is read before all that was drawn so far. */
  atStart(draw: () => void): void {
    const rest = this.#root.kids;
    this.#root.kids = [];
    this.into(this.#root, draw);
    this.#root.kids.push(...rest);
  }

  /** Writes the tree into the document's catalog, and into each page the way back to it. */
  write(document: PDFDocument, pages: readonly PDFPage[]): void {
    const { context, catalog } = document;
    const root = context.nextRef();
    const owners = pages.map((): PDFRef[] => []);
    const written = writeElement(this.#root, { context, pages, owners, parent: root });
    const numbers = owners.flatMap((refs, page) => [
      PDFNumber.of(page),
      context.register(context.obj([...refs])),
    ]);
    context.assign(
      root,
      context.obj({
        Type: 'StructTreeRoot',
        K: [written],
        ParentTree: context.register(context.obj({ Nums: numbers })),
        ParentTreeNextKey: pages.length,
      }),
    );
    catalog.set(PDFName.of('StructTreeRoot'), root);
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
    for (const [at, page] of pages.entries()) {
      page.node.set(PDFName.of('StructParents'), PDFNumber.of(at));
      page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
    }
  }
}

interface Target {
  readonly context: PDFContext;
  readonly pages: readonly PDFPage[];
  /** For each page, by the number of the marked piece, the element it belongs to. */
  readonly owners: readonly PDFRef[][];
  readonly parent: PDFRef;
}

function writeElement(part: Element, target: Target): PDFRef {
  const { context, pages, owners, parent } = target;
  const ref = context.nextRef();
  const kids: PDFObject[] = [];
  const home = part.kids.find(isContent)?.page;
  for (const kid of part.kids) {
    if (!isContent(kid)) {
      if (!isEmpty(kid)) kids.push(writeElement(kid, { ...target, parent: ref }));
      continue;
    }
    const owned = owners[kid.page];
    if (owned) owned[kid.id] = ref;
    kids.push(
      kid.page === home
        ? PDFNumber.of(kid.id)
        : context.obj({ Type: 'MCR', Pg: pageRef(pages, kid.page), MCID: kid.id }),
    );
  }
  context.assign(
    ref,
    context.obj({
      Type: 'StructElem',
      S: part.role,
      P: parent,
      K: kids,
      ...(home === undefined ? {} : { Pg: pageRef(pages, home) }),
      ...(part.role === 'TH' ? { A: context.obj({ O: 'Table', Scope: 'Column' }) } : {}),
      ...(part.alternative === null ? {} : { Alt: PDFHexString.fromText(part.alternative) }),
    }),
  );
  return ref;
}

function pageRef(pages: readonly PDFPage[], at: number): PDFRef {
  const page = pages[at];
  if (!page) throw new Error(`no page ${at}`);
  return page.ref;
}

function isEmpty(part: Element): boolean {
  return !cellRoles.has(part.role) && part.kids.every((kid) => !isContent(kid) && isEmpty(kid));
}

function isContent(kid: Element | Content): kid is Content {
  return 'id' in kid;
}

function element(role: Role, alternative: string | null = null): Element {
  return { role, alternative, kids: [] };
}
