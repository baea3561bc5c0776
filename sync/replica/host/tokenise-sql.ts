/** A piece of SQL: an identifier or keyword in capitals, a literal without its quotes, or a single other character. */
export interface Token {
  readonly word: string;
  readonly quoted: boolean;
}

const closing: Readonly<Record<string, string>> = { "'": "'", '"': '"', '`': '`', '[': ']' };
const space = /[ \t\n\f\r]/;
/** SQLite takes every character beyond ASCII as part of an identifier. */
const wordCharacter = /[A-Za-z0-9_$\u0080-\uffff]/;

/**
 * Splits a statement as SQLite's own tokenizer does (tokenize.c), as far as telling words, quotes and comments apart goes.
 * Returns undefined for text with a NUL, at which SQLite would stop reading while we go on, and for quotes left open.
 */
export function tokenise(sql: string): Token[] | undefined {
  if (sql.includes('\0')) return undefined;
  const tokens: Token[] = [];
  let at = 0;
  while (at < sql.length) {
    const character = sql.charAt(at);
    const quote = closing[character];
    if (space.test(character)) {
      at++;
    } else if (character === '-' && sql.charAt(at + 1) === '-') {
      at = endOr(sql, sql.indexOf('\n', at));
    } else if (character === '/' && sql.charAt(at + 1) === '*') {
      // A comment needs something after the asterisk to be one, and may be left open at the end.
      const end = sql.indexOf('*/', at + 2);
      at = end === -1 ? sql.length : end + 2;
    } else if (quote !== undefined) {
      const end = endOfQuote(sql, at, quote);
      if (end === -1) return undefined;
      tokens.push({ word: sql.slice(at + 1, end).toUpperCase(), quoted: true });
      at = end + 1;
    } else if (wordCharacter.test(character)) {
      const from = at;
      while (at < sql.length && wordCharacter.test(sql.charAt(at))) at++;
      tokens.push({ word: sql.slice(from, at).toUpperCase(), quoted: false });
    } else {
      tokens.push({ word: character, quoted: false });
      at++;
    }
  }
  return tokens;
}

/** Where the quote opened at `from` ends. A doubled quote stands for itself, but not within brackets. */
function endOfQuote(sql: string, from: number, quote: string): number {
  let at = from + 1;
  for (;;) {
    at = sql.indexOf(quote, at);
    if (at === -1 || quote === ']' || sql.charAt(at + 1) !== quote) return at;
    at += 2;
  }
}

function endOr(sql: string, at: number): number {
  return at === -1 ? sql.length : at;
}
