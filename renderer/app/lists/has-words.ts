import { type RawBuilder, sql } from 'kysely';

/** A condition for each word that was typed: that it stands somewhere in what the list shows, large or small. None for no text. */
export function hasWords(typed: string, within: RawBuilder<string>): readonly RawBuilder<boolean>[] {
  return typed
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const like = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
      return sql<boolean>`(${within}) like ${like} escape '\\'`;
    });
}
