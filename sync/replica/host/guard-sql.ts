import { ReplicaError } from '../replica-error.ts';
import { type Token, tokenise } from './tokenise-sql.ts';

/**
 * Statements a page may run. A page that was taken over may spoil its own replica, which the server can give back; it must
 * not reach any other file, load code, switch off durability, or keep the host busy with another database.
 *
 * better-sqlite3 offers no authorizer, so the statement is judged by its words. That is enough, because: better-sqlite3
 * prepares exactly one statement; what may stand first is on a list; only ATTACH, DETACH, VACUUM and PRAGMA reach beyond the
 * file, and none of them may stand inside another statement; SQLite's defensive mode is on (no writable_schema, no writing
 * to shadow tables); and URI file names are compiled out.
 */
const allowedFirst = new Set([
  'SELECT', 'WITH', 'VALUES', 'INSERT', 'REPLACE', 'UPDATE', 'DELETE',
  'BEGIN', 'COMMIT', 'END', 'ROLLBACK', 'SAVEPOINT', 'RELEASE',
  'CREATE', 'DROP', 'ALTER', 'ANALYZE', 'REINDEX', 'PRAGMA',
]); // prettier-ignore

/** Pragmas that only tell something. */
const readingPragmas = new Set([
  'application_id', 'collation_list', 'compile_options', 'data_version', 'encoding', 'foreign_keys', 'freelist_count',
  'function_list', 'journal_mode', 'page_count', 'page_size', 'recursive_triggers', 'schema_version', 'synchronous',
  'table_list', 'user_version',
]); // prettier-ignore

/** Pragmas whose argument names what to tell about. */
const describingPragmas = new Set([
  'foreign_key_list', 'index_info', 'index_list', 'index_xinfo', 'table_info', 'table_list', 'table_xinfo',
]); // prettier-ignore

const truths = new Set(['1', 'ON', 'TRUE', 'YES']);

/** Throws `refused-sql` unless a page may run this statement. */
export function refuseForbidden(sql: string): void {
  const tokens = tokenise(sql);
  if (tokens === undefined) refuse('it cannot be read');
  // An extension is code. SQLite has the function switched off; this says so before it does.
  if (tokens.some(({ word }) => word === 'LOAD_EXTENSION')) refuse('extensions cannot be loaded');
  const statement = tokens.slice(startOf(tokens));
  const [first] = statement;
  if (first === undefined) return; // Nothing to run: SQLite says so itself.
  if (first.quoted || !allowedFirst.has(first.word)) refuse(`${first.word.slice(0, 20)} is not allowed`);
  if (first.word === 'PRAGMA') refusePragma(statement.slice(1));
  if (first.word === 'CREATE') refuseModule(statement);
}

/** Skips what SQLite skips: empty statements, and EXPLAIN or EXPLAIN QUERY PLAN, which carries out some pragmas. */
function startOf(tokens: readonly Token[]): number {
  let at = 0;
  while (tokens[at]?.word === ';') at++;
  if (tokens[at]?.word !== 'EXPLAIN') return at;
  at++;
  return tokens[at]?.word === 'QUERY' && tokens[at + 1]?.word === 'PLAN' ? at + 2 : at;
}

function refusePragma(tokens: readonly Token[]): void {
  const inSchema = tokens[1]?.word === '.' ? tokens.slice(2) : tokens;
  const [name, ...rest] = inSchema.filter(({ word }) => word !== ';');
  const pragma = name?.word.toLowerCase() ?? '';
  if (rest.length === 0 && readingPragmas.has(pragma)) return;
  if (rest[0]?.word === '(' && describingPragmas.has(pragma)) return;
  // PowerSync switches it on in every connection it opens. The host has done so already.
  const value = rest[0]?.word === '=' ? rest.slice(1) : rest.slice(1, -1);
  if (pragma === 'recursive_triggers' && value.length === 1 && truths.has(value[0]?.word ?? '')) return;
  refuse(`PRAGMA ${pragma.slice(0, 30)} is not allowed`);
}

/** Of the virtual tables only FTS5 is used, and only FTS5 is offered. */
function refuseModule(tokens: readonly Token[]): void {
  if (tokens[1]?.word !== 'VIRTUAL') return;
  const using = tokens.findIndex(({ word, quoted }) => word === 'USING' && !quoted);
  if (tokens[using + 1]?.word !== 'FTS5') refuse('only FTS5 makes virtual tables');
}

function refuse(why: string): never {
  throw new ReplicaError('refused-sql', `the replica does not run this statement: ${why}`);
}
