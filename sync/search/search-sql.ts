/**
 * The tables and triggers of the search index, as SQL.
 *
 * `search_entries` has one row for everything that can be found; `search_index` is a full-text index over it that stores no
 * text of its own. The triggers stand on PowerSync's own tables, because what syncs goes there and not through the views.
 * PowerSync writes with INSERT OR REPLACE, which gives a row a new rowid and may or may not fire the triggers for deleting:
 * an entry is therefore found again by kind and id, and the one that is there is changed.
 */

/** To be raised when anything here changes: the index is then built anew. */
export const searchVersion = 2;

export type SearchKind = 'customer' | 'vehicle' | 'contract' | 'invoice';

interface Source {
  readonly kind: SearchKind;
  readonly table: string;
  /** SQL expressions over a row's columns. Words are what people read, codes what they type in any spacing. */
  readonly title: string;
  readonly detail: string;
  readonly words: string;
  readonly codes: string;
}

const column = (name: string): string => `coalesce(json_extract(row.data, '$.${name}'), '')`;

/** Removes what people put between the parts of a number. */
function compact(expression: string): string {
  return ["' '", "'-'", "'.'", "'/'", "'('", "')'", "'+'", "''''", 'char(160)'].reduce(
    (inner, character) => `replace(${inner}, ${character}, '')`,
    `lower(${expression})`,
  );
}

/** `079 214 88 03` and `+41 (0)79 214 88 03` are both 41792148803. */
function phoneCode(expression: string): string {
  const digits = compact(`replace(${expression}, '(0)', '')`);
  return `CASE WHEN ${digits} LIKE '00%' THEN substr(${digits}, 3)
    WHEN ${digits} LIKE '0%' THEN '41' || substr(${digits}, 2) ELSE ${digits} END`;
}

/** `ZH 731204` is zh731204, and 731204 alone. */
function plateCodes(expression: string): string {
  return `${compact(expression)} || ' ' || substr(${compact(expression)}, 3)`;
}

/** `ZRH-A-26-00042` is zrha2600042, its parts, and 42. */
function numberCodes(expression: string): string {
  return `${compact(expression)} || ' ' || ${expression} || ' ' || ltrim(substr(${expression}, -5), '0')`;
}

const joined = (...expressions: string[]): string => expressions.join(" || ' ' || ");

/** Whom an invoice is made out to: JSON within the JSON of the row. */
const recipientName = `coalesce(json_extract(iif(json_valid(${column('recipient')}), ${column('recipient')}, '{}'), '$.name'), '')`;

const sources: readonly Source[] = [
  {
    kind: 'customer',
    table: 'customers',
    title: `CASE WHEN ${column('company_name')} <> '' THEN ${column('company_name')}
      ELSE trim(${joined(column('first_name'), column('last_name'))}) END`,
    detail: `trim(${joined(column('postal_code'), column('town'))})`,
    words: joined(...['last_name', 'first_name', 'company_name', 'email', 'postal_code', 'town'].map(column)),
    codes: phoneCode(column('phone')),
  },
  {
    kind: 'vehicle',
    table: 'vehicles',
    title: column('plate'),
    detail: `trim(${joined(column('make'), column('model'))})`,
    words: joined(column('make'), column('model')),
    codes: joined(
      plateCodes(column('plate')),
      compact(column('vin')),
      `substr(${compact(column('vin'))}, -6)`,
    ),
  },
  {
    kind: 'contract',
    table: 'contracts',
    title: column('number'),
    detail: `trim(${joined(column('customer_name'), column('plate'))})`,
    words: column('customer_name'),
    codes: joined(numberCodes(column('number')), plateCodes(column('plate'))),
  },
  {
    kind: 'invoice',
    table: 'invoices',
    title: column('number'),
    detail: recipientName,
    words: recipientName,
    codes: joined(numberCodes(column('number')), compact(column('reference'))),
  },
];

export const dropSearch: readonly string[] = [
  ...sources.flatMap(({ kind }) =>
    ['insert', 'update', 'delete'].map((event) => `DROP TRIGGER IF EXISTS search_${kind}_${event}`),
  ),
  'DROP TABLE IF EXISTS search_index',
  'DROP TABLE IF EXISTS search_entries',
];

export const createSearch: readonly string[] = [
  `CREATE TABLE search_entries (
    entry INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    detail TEXT NOT NULL,
    words TEXT NOT NULL,
    codes TEXT NOT NULL,
    UNIQUE (kind, id)
  ) STRICT`,
  `CREATE VIRTUAL TABLE search_index USING fts5(
    words, codes, content = 'search_entries', content_rowid = 'entry',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4 5 6', detail = 'none'
  )`,
];

/** After the entries were filled: from then on the index follows them. */
export const followEntries: readonly string[] = [
  "INSERT INTO search_index (search_index) VALUES ('rebuild')",
  `CREATE TRIGGER search_entries_insert AFTER INSERT ON search_entries BEGIN
    INSERT INTO search_index (rowid, words, codes) VALUES (new.entry, new.words, new.codes);
  END`,
  `CREATE TRIGGER search_entries_delete AFTER DELETE ON search_entries BEGIN
    INSERT INTO search_index (search_index, rowid, words, codes) VALUES ('delete', old.entry, old.words, old.codes);
  END`,
  `CREATE TRIGGER search_entries_update AFTER UPDATE OF words, codes ON search_entries BEGIN
    INSERT INTO search_index (search_index, rowid, words, codes) VALUES ('delete', old.entry, old.words, old.codes);
    INSERT INTO search_index (rowid, words, codes) VALUES (new.entry, new.words, new.codes);
  END`,
];

/** How one table is taken in, and then followed. */
export interface SourceSql {
  /** PowerSync's table. */
  readonly dataTable: string;
  readonly fill: string;
  readonly triggers: readonly string[];
}

export const sourceSql: readonly SourceSql[] = sources.map((source) => {
  const dataTable = `ps_data__${source.table}`;
  const values = `${source.title}, ${source.detail}, ${source.words}, ${source.codes}`;
  // In a trigger the row is `new`, named here as a table expects it.
  const take = `
    UPDATE search_entries SET (title, detail, words, codes) = (SELECT ${values} FROM (SELECT new.data AS data) AS row)
      WHERE kind = '${source.kind}' AND id = new.id AND (title, detail, words, codes) IS NOT (
        SELECT ${values} FROM (SELECT new.data AS data) AS row);
    INSERT INTO search_entries (kind, id, title, detail, words, codes)
      SELECT '${source.kind}', new.id, ${values} FROM (SELECT new.data AS data) AS row
      WHERE NOT EXISTS (SELECT 1 FROM search_entries WHERE kind = '${source.kind}' AND id = new.id);`;
  return {
    dataTable,
    fill: `INSERT INTO search_entries (kind, id, title, detail, words, codes)
      SELECT '${source.kind}', row.id, ${values} FROM ${dataTable} AS row`,
    triggers: [
      `CREATE TRIGGER search_${source.kind}_insert AFTER INSERT ON ${dataTable} BEGIN ${take} END`,
      `CREATE TRIGGER search_${source.kind}_update AFTER UPDATE OF data ON ${dataTable} BEGIN ${take} END`,
      `CREATE TRIGGER search_${source.kind}_delete AFTER DELETE ON ${dataTable} BEGIN
        DELETE FROM search_entries WHERE kind = '${source.kind}' AND id = old.id;
      END`,
    ],
  };
});
