import { ReplicaError, type ReplicaErrorCode } from '../replica-error.ts';

const placeCodes: Readonly<Record<string, ReplicaErrorCode>> = {
  SQLITE_FULL: 'disk-full',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  SQLITE_READONLY_DIRECTORY: 'not-writable',
  SQLITE_IOERR_WRITE: 'not-writable',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOTDIR: 'cannot-open',
  EEXIST: 'cannot-open',
  ENOENT: 'cannot-open',
  SQLITE_CANTOPEN: 'cannot-open',
};

const placeMessages: Partial<Record<ReplicaErrorCode, string>> = {
  'disk-full': 'the disk is full',
  'not-writable': 'the folder of the replica cannot be written to',
  'cannot-open': 'the folder of the replica cannot be opened',
};

/** What to tell about an error of SQLite or of the file system. SQLite's own codes stay as they are. */
export function explainError(error: unknown): ReplicaError {
  if (error instanceof ReplicaError) return error;
  const code = codeOf(error);
  const place = placeCodes[code];
  if (place) return new ReplicaError(place, placeMessages[place] ?? place, { cause: error });
  const message = error instanceof Error ? error.message : String(error);
  return new ReplicaError(code || 'failed', message, { cause: error });
}

/** The same for a replica that is being opened, where a file that may only be read is a fault of the place. */
export function explainOpenError(error: unknown): ReplicaError {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_READONLY')) {
    return new ReplicaError('not-writable', 'the folder of the replica cannot be written to', {
      cause: error,
    });
  }
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return new ReplicaError('cannot-open', 'the folder of the replica cannot be opened', { cause: error });
  }
  return explainError(error);
}

/** Whether the error says that the file is damaged. A full-text index out of step is not: it is built again. */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'SQLITE_NOTADB' || (code.startsWith('SQLITE_CORRUPT') && code !== 'SQLITE_CORRUPT_VTAB');
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
