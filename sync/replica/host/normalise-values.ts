import { type SqlValue } from '../messages.ts';
import { ReplicaError } from '../replica-error.ts';

/** What better-sqlite3 can bind. */
export type Bindable = string | number | bigint | Uint8Array | null;

/**
 * Turns what a page sent into what SQLite should store.
 *
 * better-sqlite3 binds every JavaScript number as REAL, so 5 would become '5.0' in a text column and 1250.0 in JSON: whole
 * numbers are bound as bigint, which is an SQLite INTEGER, as the browser's SQLite does it.
 * Throws `bad-parameter` for what SQLite has no type for.
 */
export function toSqlite(value: unknown): Bindable {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return Number.isSafeInteger(value) ? BigInt(value) : value;
    case 'bigint':
      if (BigInt.asIntN(64, value) === value) return value;
      throw new ReplicaError('bad-parameter', 'an integer of more than 64 bits');
    case 'boolean':
      return value ? 1n : 0n;
    case 'undefined':
      return null;
    case 'object':
      return objectToSqlite(value);
    case 'function':
    case 'symbol':
      break;
  }
  throw new ReplicaError('bad-parameter', `SQLite cannot store a ${typeof value}`);
}

function objectToSqlite(value: object | null): Bindable {
  if (value === null) return null;
  if (value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (Array.isArray(value) && value.every((byte) => Number.isInteger(byte) && byte >= 0 && byte <= 255)) {
    return Uint8Array.from(value as number[]);
  }
  throw new ReplicaError('bad-parameter', 'SQLite cannot store an object');
}

/**
 * Turns a row as better-sqlite3 read it (with `safeIntegers` or without) into what travels: bigint only where a number
 * would be rounded, and plain bytes whose buffer holds nothing else.
 */
export function fromSqlite(row: readonly unknown[]): SqlValue[] {
  return row.map((value) => {
    if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
    if (value instanceof Uint8Array) return new Uint8Array(value);
    return value as SqlValue;
  });
}

/** Whether a number may be an integer that was rounded while it was read. */
export function mayBeRounded(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER && Number.isFinite(value);
}
