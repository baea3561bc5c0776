import { type ChildProcess, spawn } from 'node:child_process';

export interface Watchdog {
  /** To be called once the process has ended, so that its number, given to another, is left alone. */
  dismiss(): void;
}

/**
 * Ends a process of ours when we die without stopping it (SIGKILL, a crash): a shell waits for the end of its standard
 * input, which comes when we are gone. Not on Windows, where the next start ends the orphan.
 */
export function watchdog(pid: number, signal: 'INT' | 'TERM'): Watchdog {
  if (process.platform === 'win32') return { dismiss: () => undefined };
  const guard: ChildProcess = spawn('/bin/sh', ['-c', `read -r _; kill -${signal} ${pid}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.on('error', () => undefined);
  guard.unref();
  const { stdin } = guard;
  if (stdin && 'unref' in stdin && typeof stdin.unref === 'function') stdin.unref();
  return { dismiss: () => void guard.kill('SIGKILL') };
}
