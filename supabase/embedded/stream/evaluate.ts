import { JSONBig } from '@powersync/service-jsonbig';
import type { Indexed, OpLog, Placed } from './op-log.ts';
import type { HydratedSyncConfig, SqliteRow, TableReference } from './sync-rules.ts';
import { type TypeCatalog, type WireRow, rowJson } from './values.ts';

/** A table as the streams see it: how its rows are named and read. */
export interface SourceTable {
  readonly schema: string;
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: ReadonlyMap<string, number>;
}

/** Rows with more text than this in columns of variable length are kept whole, in case an update leaves them out. */
const mayLeaveOut = 300;

/** Turns changed rows into operations in the log. */
export interface Evaluator {
  upsert(table: SourceTable, row: WireRow, oldKey: WireRow | null): void;
  remove(table: SourceTable, key: WireRow): void;
  clear(table: SourceTable): void;
}

export function createEvaluator(rules: HydratedSyncConfig, types: TypeCatalog, log: OpLog): Evaluator {
  const references = new Map<string, TableReference>();
  const referenceTo = ({ schema, name }: SourceTable): TableReference => {
    const of = `${schema}.${name}`;
    const known = references.get(of) ?? { connectionTag: 'default', schema, name };
    references.set(of, known);
    return known;
  };
  const record = (table: SourceTable, row: WireRow): SqliteRow => {
    const values: SqliteRow = {};
    for (const [column, oid] of table.columns) {
      const text = row[column];
      values[column] = text === null || text === undefined ? null : types.convert(oid)(text);
    }
    return values;
  };
  return {
    upsert(table, row, oldKey) {
      const source = sourceOf(table, row);
      const before = oldKey === null ? source : sourceOf(table, oldKey);
      const whole = complete(table, row, () => log.recall(before));
      if (before !== source) {
        log.place(before, [], []);
        log.remember(before, undefined);
      }
      const reference = referenceTo(table);
      const values = record(table, whole);
      const placed: Placed[] = rules.tableSyncsData(reference)
        ? rules
            .evaluateRow({ sourceTable: reference, record: values })
            .map(({ bucket, table: type, id, data }) => ({ bucket, type, id, data: rowJson(data) }))
        : [];
      const indexed: Indexed[] | null = rules.tableSyncsParameters(reference)
        ? rules.evaluateParameterRow(reference, values).map(({ lookup, bucketParameters }) => ({
            lookup: lookup.serializedRepresentation,
            rows: JSONBig.stringify(bucketParameters),
          }))
        : null;
      log.place(source, placed, indexed);
      if (isLarge(table, whole, types)) log.remember(source, JSON.stringify(whole));
      else log.remember(source, undefined);
    },
    remove(table, key) {
      const source = sourceOf(table, key);
      log.place(source, [], []);
      log.remember(source, undefined);
    },
    clear: (table) => log.clearTable(sourcesOf(table)),
  };
}

function sourceOf(table: SourceTable, row: WireRow): string {
  return `${sourcesOf(table)}${table.key.map((column) => row[column] ?? '').join('/')}`;
}

/** What the names of all rows of a table begin with. Short for the many that are sent. */
function sourcesOf({ schema, name }: SourceTable): string {
  return schema === 'public' ? `${name}/` : `${schema}.${name}/`;
}

function complete(table: SourceTable, row: WireRow, recall: () => string | undefined): WireRow {
  const missing = [...table.columns.keys()].filter((column) => row[column] === undefined);
  if (missing.length === 0) return row;
  const before = recall();
  if (before === undefined)
    throw new Error(`a row of ${table.name} came without its large values, and they are not known`);
  const known = JSON.parse(before) as WireRow;
  return { ...row, ...Object.fromEntries(missing.map((column) => [column, known[column] ?? null])) };
}

function isLarge(table: SourceTable, row: WireRow, types: TypeCatalog): boolean {
  let length = 0;
  for (const [column, oid] of table.columns) if (types.isVariable(oid)) length += row[column]?.length ?? 0;
  return length > mayLeaveOut;
}
