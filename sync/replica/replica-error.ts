/**
 * Codes of a {@link ReplicaError} beside SQLite's own (`SQLITE_CONSTRAINT_UNIQUE`, `SQLITE_BUSY` …):
 *
 * - `closed`: the host is gone, or the adapter was closed
 * - `lease-expired`: the lock was held idle for too long and has been rolled back
 * - `lease-timeout`: no connection became free in the time the caller allowed
 * - `not-committed`: a statement sent before the commit had failed, so all of it was taken back
 * - `refused-sql`: a statement the host never carries out
 * - `bad-message`: a message that is not one of ours
 * - `bad-parameter`: a value SQLite cannot store
 * - `too-large`, `too-many-rows`: beyond the limits in messages.ts
 * - `damaged`: the file was damaged and has been moved aside; open the replica again
 * - `disk-full`, `not-writable`, `cannot-open`: about the place where the replica lies
 */
export type ReplicaErrorCode =
  | 'closed'
  | 'lease-expired'
  | 'lease-timeout'
  | 'not-committed'
  | 'refused-sql'
  | 'bad-message'
  | 'bad-parameter'
  | 'too-large'
  | 'too-many-rows'
  | 'damaged'
  | 'disk-full'
  | 'not-writable'
  | 'cannot-open';

/** What goes wrong in the replica, on either side of the port. It is thrown, because `DBAdapter` has no other way. */
export class ReplicaError extends Error {
  readonly code: string;

  constructor(code: ReplicaErrorCode | (string & {}), message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ReplicaError';
    this.code = code;
  }
}
