/**
 * SQL for the id of a generated row: the same for the same name, and a UUID that forms and drafts take (its version and variant
 * are set, which a bare md5 leaves to chance).
 * @param name an SQL expression
 */
export function generatedId(name: string): string {
  return `overlay(overlay(md5(${name}) placing '4' from 13) placing 'a' from 17)::uuid`;
}
