/**
 * Tells whether sources ask for a text: its key stands there as a string, or fits a template such as
 * `problem.${refusal.code}`, whose gaps stand for one part of a key each.
 */
export function usedKeys(sources: readonly string[]): (key: string) => boolean {
  const strings = new Set<string>();
  const templates = new Set<string>();
  for (const source of sources) {
    for (const [, text = ''] of source.matchAll(/'([A-Za-z]\w*(?:\.\w+)+)'/g)) strings.add(text);
    for (const [, text = ''] of source.matchAll(/`([A-Za-z]\w*\.[^`\s]*\$\{[^`\s]*)`/g)) templates.add(text);
  }
  const patterns = Array.from(
    templates,
    (text) => new RegExp(`^${text.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[^.]+')}$`),
  );
  return (key) => strings.has(key) || patterns.some((pattern) => pattern.test(key));
}
