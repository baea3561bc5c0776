import { withPdf } from './render-page.ts';

/** A part of a tagged PDF as a screen reader meets it: what it is, and what it says. */
export interface ReadPart {
  readonly role: string;
  /** In place of what cannot be read. */
  readonly alternative: string | null;
  readonly text: string;
  readonly parts: readonly ReadPart[];
}

export interface ReadStructure {
  /** What belongs to the document, page by page; a part that runs over pages stands on each of them. */
  readonly pages: readonly ReadPart[];
  /** Texts that are marked as no part of the document: heads of later pages. */
  readonly artifacts: readonly string[];
  /** Texts that are not marked at all, or whose mark belongs to no part: there must be none. */
  readonly lost: readonly string[];
}

/** Reads the tags of a PDF with the texts they mark. */
export async function readPdfStructure(bytes: Uint8Array): Promise<ReadStructure> {
  return withPdf(bytes, async (document) => {
    const pages: ReadPart[] = [];
    const artifacts: string[] = [];
    const lost: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const marked = new Map<string, string>();
      let open: { readonly id: string | null; readonly isArtifact: boolean } | null = null;
      // pdf.js gives the tag too; its types have not heard of it.
      for (const item of items) {
        if ('str' in item) {
          const id = open?.id ?? null;
          if (id !== null) marked.set(id, (marked.get(id) ?? '') + item.str);
          else if (item.str.trim() !== '') (open?.isArtifact ? artifacts : lost).push(item.str);
        } else if (item.type === 'endMarkedContent') open = null;
        else open = { id: item.id ?? null, isArtifact: (item as { tag?: unknown }).tag === 'Artifact' };
      }
      const root = partOf(await page.getStructTree(), marked);
      if (root) pages.push(root);
      // What the tree reached was taken out.
      lost.push(...marked.values());
    }
    return { pages, artifacts, lost };
  });
}

interface PdfNode {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly PdfNode[];
}

function partOf(node: PdfNode | null, marked: Map<string, string>): ReadPart | null {
  if (node === null) return null;
  const parts: ReadPart[] = [];
  let text = '';
  for (const child of node.children ?? []) {
    if (child.type === 'content') {
      text += marked.get(child.id ?? '') ?? '';
      marked.delete(child.id ?? '');
    } else {
      const part = partOf(child, marked);
      if (part) parts.push(part);
    }
  }
  return { role: node.role ?? '', alternative: node.alt ?? null, text, parts };
}

/** All parts of a role, wherever they are, in reading order. */
export function partsOf(parts: readonly ReadPart[], role: string): readonly ReadPart[] {
  return parts.flatMap((part) => [...(part.role === role ? [part] : []), ...partsOf(part.parts, role)]);
}
