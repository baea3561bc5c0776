import { readFileSync } from 'node:fs';

export interface Memory {
  /** Resident now, and at most so far, in MB of 2^20 bytes. */
  readonly now: number;
  readonly peak: number;
}

/** The memory of a process, from Linux's /proc; null elsewhere. */
export function memoryOf(pid: number): Memory | null {
  if (process.platform !== 'linux') return null;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (field: string): number =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0) / 1024;
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}
