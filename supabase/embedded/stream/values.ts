import pg from 'pg';
import type { SqliteValue } from './sync-rules.ts';

/** A row as Postgres writes it: text by column, null, or undefined for a large value that did not change. */
export type WireRow = Record<string, string | null | undefined>;

/** What a column's text becomes. `digits` is the precision of moments that the sync configuration asks for. */
export type Convert = (text: string) => SqliteValue;

interface TypeRow {
  readonly oid: number;
  readonly typtype: string;
  readonly typbasetype: number;
  readonly typelem: number;
  readonly typcategory: string;
  readonly typlen: number;
}

export interface TypeCatalog {
  convert(oid: number): Convert;
  /** Whether Postgres may keep values of this type out of the row (TOAST) and then not send them. */
  isVariable(oid: number): boolean;
}

const textArray = 1009;
const parserOf = pg.types.getTypeParser as (oid: number) => (text: string) => unknown;

const asText: Convert = (text) => text;

/**
 * Reads the types of the database, so that domains and arrays become what the real service makes of them: integers and
 * booleans INTEGER, floats REAL, everything else TEXT (numeric too: it is exact), moments ISO 8601.
 */
export async function readTypes(client: pg.Client, digits: number): Promise<TypeCatalog> {
  const { rows } = await client.query<TypeRow>(
    'select oid::int4, typtype, typbasetype::int4, typelem::int4, typcategory, typlen from pg_type',
  );
  const types = new Map(rows.map((row) => [row.oid, row]));
  const base = (oid: number): TypeRow | undefined => {
    const type = types.get(oid);
    return type?.typtype === 'd' ? base(type.typbasetype) : type;
  };
  const known = new Map<number, Convert>();
  const make = (oid: number): Convert => {
    const type = base(oid);
    if (type?.typcategory === 'A') {
      const element = convert(type.typelem);
      const parse = parserOf(textArray);
      return (text) => JSON.stringify(convertArray(parse(text), element));
    }
    return scalar(type?.oid ?? oid, digits);
  };
  const convert = (oid: number): Convert => {
    const found = known.get(oid) ?? make(oid);
    known.set(oid, found);
    return found;
  };
  return { convert, isVariable: (oid) => base(oid)?.typlen === -1 };
}

function scalar(oid: number, digits: number): Convert {
  switch (oid) {
    case 16:
      return (text) => (text === 't' ? 1n : 0n);
    case 20:
    case 21:
    case 23:
    case 26:
      return BigInt;
    case 700:
    case 701:
      return Number;
    case 17:
      return (text) => Buffer.from(text.slice(2), 'hex');
    case 1114:
      return (text) => isoMoment(text, digits, '');
    case 1184:
      return (text) => isoMoment(text, digits, 'Z');
    case 1083:
      return (text) => withFraction(text, digits);
    default:
      return asText;
  }
}

/** `2026-11-20 13:30:00.5+00` (the connection runs in UTC) becomes `2026-11-20T13:30:00.500Z`. */
function isoMoment(text: string, digits: number, suffix: string): string {
  if (!/^\d{4}-/.test(text)) return text;
  const moment = suffix === 'Z' ? text.replace(/\+00$/, '') : text;
  return `${withFraction(moment.replace(' ', 'T'), digits)}${suffix}`;
}

function withFraction(text: string, digits: number): string {
  const point = text.indexOf('.');
  if (digits === 0) return point < 0 ? text : text.slice(0, point);
  const whole = point < 0 ? text : text.slice(0, point);
  const fraction = point < 0 ? '' : text.slice(point + 1);
  return `${whole}.${fraction.slice(0, digits).padEnd(digits, '0')}`;
}

function convertArray(value: unknown, element: Convert): unknown {
  if (Array.isArray(value)) return value.map((item) => convertArray(item, element));
  if (typeof value !== 'string') return null;
  const converted = element(value);
  return typeof converted === 'bigint' ? Number(converted) : converted;
}

/** Leaves every value as the text Postgres sent. */
export const rawText = { getTypeParser: () => (text: string) => text };

/** A row as JSON text. Integers without a point, reals with one, so that SQLite on the other side sees the same types. */
export function rowJson(row: Readonly<Record<string, SqliteValue>>): string {
  let json = '';
  for (const [column, value] of Object.entries(row)) {
    if (value instanceof Uint8Array) continue;
    json += `${json === '' ? '' : ','}${JSON.stringify(column)}:${valueJson(value)}`;
  }
  return `{${json}}`;
}

function valueJson(value: string | number | bigint | null): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return value.toString();
  if (value === null || !Number.isFinite(value)) return 'null';
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : String(value);
}
