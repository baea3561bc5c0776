/**
 * The one message type between a page and the replica host.
 *
 * A page asks with a {@link Request}, the host answers each with one {@link Reply} carrying the same `id`, and sends
 * {@link Notice}s on its own. The requests of one lease are carried out in the order in which they arrive. What is sent close
 * together may travel as one {@link Bundle}.
 */

/** What SQLite stores. Integers beyond 2^53 travel as bigint, so that none is rounded on the way. */
export type SqlValue = string | number | bigint | Uint8Array | null;

/** What a page may bind: booleans become 0 and 1, undefined becomes NULL, an array of bytes becomes a BLOB. */
export type SqlParameter = SqlValue | boolean | undefined | readonly number[] | ArrayBuffer;

export type Request =
  /** Asks for a connection: the writer, or a reader. `lease` is a number the page has not used before. */
  | {
      readonly kind: 'lease';
      readonly id: number;
      readonly lease: number;
      readonly write: boolean;
      /** Starts a transaction with the lease: saves a round trip. */
      readonly begin: boolean;
      /** Gives up waiting after this long. */
      readonly timeoutMs: number | null;
    }
  | {
      readonly kind: 'run';
      readonly id: number;
      readonly lease: number;
      readonly sql: string;
      readonly params: readonly SqlParameter[];
    }
  | {
      readonly kind: 'batch';
      readonly id: number;
      readonly lease: number;
      readonly sql: string;
      readonly sets: readonly (readonly SqlParameter[])[];
    }
  /**
   * Commits, but only if no statement of the lease's transaction has failed: so it may be sent behind statements whose answers have
   * not come. A `COMMIT` that is run commits what did not fail.
   */
  | { readonly kind: 'commit'; readonly id: number; readonly lease: number }
  /** Gives the connection back. What was not committed is rolled back. */
  | { readonly kind: 'release'; readonly id: number; readonly lease: number }
  /** One statement on a connection of its own: lease, run and release in one round trip. */
  | {
      readonly kind: 'once';
      readonly id: number;
      readonly write: boolean;
      readonly sql: string;
      readonly params: readonly SqlParameter[];
    }
  | { readonly kind: 'refresh'; readonly id: number }
  | { readonly kind: 'check'; readonly id: number };

export interface Rows {
  readonly columnNames: string[];
  readonly rawRows: SqlValue[][];
  readonly rowsAffected: number;
  readonly insertId: number;
}

export type Reply =
  | { readonly kind: 'rows'; readonly id: number; readonly rows: Rows }
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'findings'; readonly id: number; readonly findings: readonly string[] }
  | { readonly kind: 'failed'; readonly id: number; readonly code: string; readonly message: string };

/** How the replica is. `damaged` stays until the host is started again, so that a page that opens later hears of it too. */
export type ReplicaState =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'damaged';
      /** The folder that now holds the damaged file. */
      readonly movedTo: string;
      /** Local transactions that were still waiting for the server and could be read; null when none could be read at all. */
      readonly pendingSaved: number | null;
      /** How many of these wait in the new replica again, to be sent as they were. */
      readonly requeued: number;
      /** Rows of local-only tables (documents to upload, refusals) carried over into the new replica. */
      readonly localRowsKept: number;
    };

export type Notice =
  /** The first message on every transport. */
  | { readonly kind: 'hello'; readonly name: string; readonly state: ReplicaState }
  | { readonly kind: 'changed'; readonly tables: readonly string[] }
  | { readonly kind: 'state'; readonly state: ReplicaState };

export type Single = Request | Reply | Notice;

/** Several messages that travel as one, in their order: each costs a line, a process and an event less. */
export interface Bundle {
  readonly kind: 'bundle';
  readonly messages: readonly Single[];
}

export type Message = Single | Bundle;

/** The largest message either side takes: 64 MB. */
export const maxMessageBytes = 64 * 1024 * 1024;

/** The largest number of rows one statement may return. More is an error, never a shortened answer. */
export const maxRows = 500_000;

/** About how much memory a bound or returned value takes, in bytes. */
export function sizeOfValue(value: unknown): number {
  if (typeof value === 'string') return value.length * 2;
  if (value instanceof Uint8Array || value instanceof ArrayBuffer) return value.byteLength;
  if (Array.isArray(value)) return value.length * 8;
  return 8;
}

/** The sum of {@link sizeOfValue} over the values of a statement. */
export function sizeOfValues(values: readonly unknown[]): number {
  let size = 0;
  for (const value of values) size += sizeOfValue(value);
  return size;
}
