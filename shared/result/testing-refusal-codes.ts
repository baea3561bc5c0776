/**
 * The codes that a source names after `code:`: one, a union of several, or the two ends of a condition. Comments and what
 * is compared with do not count.
 */
export function codesIn(source: string): readonly string[] {
  const plain = source.replace(/\/\*[\s\S]*?\*\/|\/\/ .*$/gm, '').replace(/[!=]== '\w+'/g, '');
  const found = plain.matchAll(/\bcode:\s*((?:[\w.\s]+\?\s*)?\|?\s*'\w+'(?:\s*[|:]\s*'\w+')*)/g);
  return [...found].flatMap(([, list = '']) => [...list.matchAll(/'(\w+)'/g)].map(([, code = '']) => code));
}
