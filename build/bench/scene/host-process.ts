import { type ChildProcess, spawn } from 'node:child_process';
import { engineFlags } from '#electron/host/engine-flags.ts';
import { builtHost } from './build-host.ts';

export interface HostProcess {
  /** Carries the one-time token. */
  readonly address: string;
  readonly origin: string;
  readonly port: number;
  readonly pid: number;
  /** From its start until it listened, in milliseconds. */
  readonly startedIn: number;
  stop(): Promise<void>;
}

export interface HostOptions {
  readonly dataFolder: string;
  readonly pageFolder: string;
  /** A free one if not given. */
  readonly port?: number;
}

/** The node-host as a process of its own, as `npm start` has it beside a browser. */
export async function startHost({ dataFolder, pageFolder, port }: HostOptions): Promise<HostProcess> {
  const place = port === undefined ? [] : ['--port', String(port)];
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [...engineFlags, builtHost, '--data', dataFolder, '--page', pageFolder, ...place],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  // Also when the bench fails somewhere in between, nothing of it stays behind.
  const atExit = (): void => void child.kill('SIGKILL');
  process.once('exit', atExit);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { address, origin } = await firstLine(child);
  const startedIn = performance.now() - began;
  if (child.pid === undefined) throw new Error('the host has no process');
  return {
    address,
    origin,
    port: Number(new URL(origin).port),
    pid: child.pid,
    startedIn,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      process.off('exit', atExit);
    },
  };
}

function firstLine(child: ChildProcess): Promise<{ readonly address: string; readonly origin: string }> {
  return new Promise((resolve, reject) => {
    let output = '';
    let errors = '';
    child.stdout?.on('data', (text: Buffer) => {
      output += text.toString('utf8');
      const [line, rest] = output.split('\n');
      if (line !== undefined && rest !== undefined)
        resolve(JSON.parse(line) as { address: string; origin: string });
    });
    child.stderr?.on('data', (text: Buffer) => {
      errors = (errors + text.toString('utf8')).slice(-2_000);
    });
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}: ${errors}`)));
  });
}
