import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Connection } from './connection.ts';
import { installedExtensionPath } from './extension-path.ts';
import { refuseForbidden } from './guard-sql.ts';
import { temporaryFolder } from './testing/start-host.ts';

const folder = temporaryFolder();
const elsewhere = join(folder.path, 'elsewhere.sqlite');
let connection: Connection;

beforeAll(() => {
  connection = new Connection({
    path: join(folder.path, 'replica.sqlite'),
    extensionPath: installedExtensionPath(),
    write: true,
  });
  connection.run('CREATE TABLE notes (text TEXT)', []);
});

afterAll(() => {
  connection.close();
  folder.remove();
});

const refusedSql = expect.objectContaining({ code: 'refused-sql' });

/** Each is something a page that was taken over might try. */
const attacks = [
  `ATTACH '${elsewhere}' AS other`,
  `attach database '${elsewhere}' as other`,
  `;ATTACH '${elsewhere}' AS other`,
  ` ;; \n/* hello */ -- there\nATTACH '${elsewhere}' AS other`,
  `/**/ATTACH/**/'${elsewhere}'/**/AS/**/other`,
  `/* SELECT */ATTACH '${elsewhere}' AS other`,
  `-- SELECT\nATTACH '${elsewhere}' AS other`,
  `-- SELECT\r ATTACH\nATTACH '${elsewhere}' AS other`,
  `\ufeffATTACH '${elsewhere}' AS other`,
  `EXPLAIN ATTACH '${elsewhere}' AS other`,
  `EXPLAIN QUERY PLAN ATTACH '${elsewhere}' AS other`,
  'DETACH main',
  `VACUUM INTO '${elsewhere}'`,
  `vacuum main into '${elsewhere}'`,
  'VACUUM',
  `SELECT load_extension('${elsewhere}')`,
  `SELECT "load_extension"('x')`,
  `SELECT LOAD_EXTENSION/**/('x')`,
  `WITH a AS (SELECT [load_extension]('x')) SELECT * FROM a`,
  'PRAGMA journal_mode = DELETE',
  'PRAGMA journal_mode(DELETE)',
  'PRAGMA main.journal_mode = OFF',
  'PRAGMA main . journal_mode = OFF',
  'PRAGMA "main"."journal_mode" = OFF',
  'pragma/**/synchronous=OFF',
  'PRAGMA synchronous(0)',
  'EXPLAIN PRAGMA synchronous = OFF',
  'PRAGMA writable_schema = 1',
  'PRAGMA writable_schema',
  'PRAGMA user_version = 5',
  'PRAGMA query_only = 0',
  'PRAGMA temp_store_directory = "/etc"',
  'PRAGMA wal_checkpoint(TRUNCATE)',
  'PRAGMA recursive_triggers = OFF',
  'PRAGMA recursive_triggers = 0',
  'PRAGMA hard_heap_limit = 1',
  'PRAGMA mmap_size = 0',
  'PRAGMA locking_mode = EXCLUSIVE',
  'CREATE VIRTUAL TABLE pages USING dbstat',
  'CREATE VIRTUAL TABLE r USING rtree(id, a, b)',
  `CREATE VIRTUAL TABLE "using" USING geopoly(a)`,
  'CREATE VIRTUAL TABLE t USING "fts4"(a)',
  `SELECT 1\0; ATTACH '${elsewhere}' AS other`,
  `SELECT 'left open`,
  'SAVE',
];

describe('the guard', () => {
  it.each(attacks)('refuses %j', (sql) => {
    expect(() => connection.run(sql, [])).toThrow(refusedSql);
  });

  it.each([
    `SELECT 1; ATTACH '${elsewhere}' AS other`,
    `SELECT 1 /* */; /* */ VACUUM INTO '${elsewhere}'`,
    `INSERT INTO notes VALUES (1); PRAGMA synchronous = OFF`,
    `UPDATE sqlite_master SET sql = 'x'`,
    `INSERT INTO sqlite_master VALUES ('table', 'x', 'x', 2, 'CREATE TABLE x (a)')`,
    `SELECT * FROM pragma_journal_mode('DELETE')`,
    `SELECT * FROM pragma_writable_schema('1')`,
    `CREATE TRIGGER t AFTER INSERT ON notes BEGIN ATTACH 'x' AS y; END`,
    `SELECT fts3_tokenizer('simple', x'0000000000000000')`,
  ])('leaves to SQLite what SQLite refuses: %j', (sql) => {
    expect(() => connection.run(sql, [])).toThrow(/./);
  });

  it('let none of these change a setting or write elsewhere', () => {
    expect(connection.run('PRAGMA journal_mode', []).rawRows).toEqual([['wal']]);
    expect(connection.run('PRAGMA synchronous', []).rawRows).toEqual([[2]]);
    expect(connection.run('PRAGMA recursive_triggers', []).rawRows).toEqual([[1]]);
    expect(existsSync(elsewhere)).toBe(false);
    expect(readdirSync(folder.path).filter((file) => !file.startsWith('replica.sqlite'))).toEqual([]);
    expect(connection.run('SELECT count(*) FROM notes', []).rawRows).toEqual([[0]]);
  });

  it.each([
    'SELECT 1',
    ' \n select 1;',
    ';; SELECT 1',
    '/* a */ -- b\n WITH x AS (SELECT 1) SELECT * FROM x',
    `SELECT 'ATTACH; VACUUM', "text", [text], \`text\` FROM notes`,
    `SELECT 'it''s'';--'`,
    'EXPLAIN SELECT * FROM notes',
    'EXPLAIN QUERY PLAN SELECT * FROM notes',
    'PRAGMA RECURSIVE_TRIGGERS=TRUE',
    'PRAGMA recursive_triggers(1)',
    'PRAGMA table_info("notes")',
    'PRAGMA main.table_info(notes);',
    'PRAGMA user_version',
    'BEGIN IMMEDIATE',
    'SAVEPOINT a',
    'RELEASE a',
    'ROLLBACK',
    'CREATE TEMP TABLE t (a)',
    'DROP TABLE t;',
    'CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(text)',
    'create virtual table search2 using "fts5"(text)',
    'SELECT powersync_rs_version()',
  ])('lets through %j', (sql) => {
    expect(connection.run(sql, [])).toHaveProperty('rawRows');
  });

  it('cannot be led past the first word by spaces, comments and empty statements', () => {
    const nothing = fc.constantFrom(
      ' ',
      '\t',
      '\n',
      ';',
      '/* x */',
      '/**/',
      '-- y\n',
      "/*'*/",
      '--"\n',
      '\f',
      '\r',
    );
    const forbidden = fc.constantFrom(
      'ATTACH',
      'DETACH',
      'VACUUM',
      'PRAGMA writable_schema',
      'PRAGMA synchronous=0',
    );
    const cased = fc.tuple(forbidden, fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }));
    fc.assert(
      fc.property(fc.array(nothing), cased, ([...before], [word, upper]) => {
        const written = word
          .split('')
          .map((letter, at) => (upper[at] ? letter.toUpperCase() : letter.toLowerCase()));
        expect(() => refuseForbidden(`${before.join('')}${written.join('')} x`)).toThrow(refusedSql);
      }),
    );
  });
});
