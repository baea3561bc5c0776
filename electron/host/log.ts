/** JSON lines for support. Callers pass codes and ids, never names, numbers or content of rows. */
export type Log = (event: string, facts?: Readonly<Record<string, string | number | boolean | null>>) => void;

export function jsonLog(write: (line: string) => void): Log {
  return (event, facts = {}) =>
    write(`${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`);
}

/** What may be said of an exception: its kind and where it happened. The message may quote what somebody typed. */
export function failureFacts(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim().replace(/\(?(file:\/\/)?[^\s(]*[\\/](?=[^\\/]+[\\/][^\\/]+:\d+)/, '('));
  // A system's or a library's code, such as ENOSPC.
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { error: error.name, ...code, at_code: frames.join(' < ') };
}
