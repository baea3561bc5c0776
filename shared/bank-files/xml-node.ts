/** An element with what is in it, kept only as long as its entry is being read. */
export interface XmlNode {
  readonly name: string;
  readonly line: number;
  /** The attribute `Ccy`, the only one that camt files have. */
  readonly currency: string;
  text: string;
  readonly children: XmlNode[];
}

/** The first descendant at a path of names: `child(details, 'RltdPties', 'Dbtr', 'Nm')`. */
export function child(node: XmlNode, ...names: readonly string[]): XmlNode | null {
  let here: XmlNode | undefined = node;
  for (const name of names) {
    here = here.children.find((one) => one.name === name);
    if (here === undefined) return null;
  }
  return here;
}

/** All children of a name. */
export function childrenOf(node: XmlNode | null, name: string): readonly XmlNode[] {
  return node === null ? [] : node.children.filter((one) => one.name === name);
}

/** The text at a path, trimmed; `null` where it is missing or empty. */
export function textAt(node: XmlNode, ...names: readonly string[]): string | null {
  const text = child(node, ...names)?.text.trim() ?? '';
  return text === '' ? null : text;
}
