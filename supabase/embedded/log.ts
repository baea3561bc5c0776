/** One JSON line. Never holds secrets, bodies, names or addresses: ids, codes, durations. */
export interface LogLine {
  readonly level: 'info' | 'warning' | 'error';
  readonly event: string;
  readonly trace?: string;
  readonly [fact: string]: string | number | boolean | undefined;
}

export type Log = (line: LogLine) => void;

export const silent: Log = () => undefined;

/** Writes each line as JSON with its time. */
export function jsonLog(write: (text: string) => void): Log {
  return (line) => write(`${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`);
}

/** What may be said of an error in a log: its code or its class, never its message (it may quote a row). */
export function errorCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
