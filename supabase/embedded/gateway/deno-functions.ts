import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Log, errorCode } from '../log.ts';
import { freePort, host } from '../ports.ts';
import { watchdog } from '../watchdog.ts';
import type { Functions } from './functions.ts';

export interface DenoFunctionsOptions {
  /** Holds a folder per function, each with an index.ts, as `supabase functions deploy` expects. */
  readonly folder: string;
  readonly cacheFolder: string;
  /** What a hosted function finds in its environment; it sees nothing else of ours. */
  readonly environment: Readonly<Record<string, string>>;
  readonly log: Log;
}

/** How long a function may take to listen. */
const patience = 20_000;

interface Running {
  readonly port: Promise<number>;
  stop(): Promise<void>;
}

/** Runs edge functions under real Deno, each in a process of its own, from its first call on. */
export function denoFunctions(options: DenoFunctionsOptions): Functions {
  const running = new Map<string, Running>();
  return {
    async portOf(name) {
      const file = join(options.folder, name, 'index.ts');
      if (!existsSync(file)) return undefined;
      const known = running.get(name) ?? start(name, file, options, () => running.delete(name));
      running.set(name, known);
      return await known.port;
    },
    async close() {
      await Promise.all([...running.values()].map((one) => one.stop()));
    },
  };
}

function start(name: string, file: string, options: DenoFunctionsOptions, forget: () => void): Running {
  let child: ChildProcess | undefined;
  const ended = Promise.withResolvers<void>();
  const boot = async (): Promise<number> => {
    const port = await freePort();
    const names = Object.keys(options.environment);
    // npm packages come from node_modules; nothing is fetched.
    const flags = [
      '--no-prompt',
      '--no-remote',
      '--no-lock',
      '--node-modules-dir=manual',
      '--allow-net',
      `--allow-env=${names.join(',')}`,
    ];
    const deno = spawn(denoBinary(), ['run', ...flags, file], {
      env: {
        ...options.environment,
        DENO_SERVE_ADDRESS: `tcp:${host}:${port}`,
        DENO_DIR: options.cacheFolder,
        DENO_NO_UPDATE_CHECK: '1',
        NO_COLOR: '1',
        PATH: process.env['PATH'],
        HOME: options.cacheFolder,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    child = deno;
    const guard = deno.pid === undefined ? undefined : watchdog(deno.pid, 'TERM');
    const over = (): void => {
      guard?.dismiss();
      forget();
      ended.resolve();
    };
    deno.once('exit', over);
    deno.once('error', over);
    const listening = Promise.withResolvers<number>();
    for (const stream of [deno.stdout, deno.stderr]) {
      // What a function prints is not ours to log: it may be about people.
      createInterface({ input: stream }).on('line', (text) => {
        if (text.includes('Listening on')) listening.resolve(port);
      });
    }
    const impatient = setTimeout(() => deno.kill('SIGKILL'), patience);
    void listening.promise.finally(() => clearTimeout(impatient)).catch(() => undefined);
    void ended.promise.then(() => listening.reject(new Error('the function ended before it listened')));
    return await listening.promise;
  };
  const port = boot().catch((error: unknown) => {
    options.log({ level: 'error', event: 'function_failed', name, code: errorCode(error) });
    forget();
    ended.resolve();
    // Nothing listens on port 1: the caller is told that the function did not start.
    return 1;
  });
  return {
    port,
    async stop() {
      await port;
      child?.kill('SIGTERM');
      await ended.promise;
    },
  };
}

/** The binary of the npm package, without its installer, which would only make a link to it. */
function denoBinary(): string {
  const system = process.platform === 'linux' ? 'linux' : process.platform === 'darwin' ? 'darwin' : 'win32';
  const libc = system === 'linux' ? '-glibc' : '';
  const fromDeno = createRequire(createRequire(import.meta.url).resolve('deno/package.json'));
  const folder = fromDeno.resolve(`@deno/${system}-${process.arch}${libc}/package.json`);
  return join(folder, '..', system === 'win32' ? 'deno.exe' : 'deno');
}
