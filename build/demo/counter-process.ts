import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CounterApp } from '#renderer/app/counter/counter-app.ts';
import type { Counter } from '#renderer/app/counter/counter.ts';
import { knowsItsSeries } from '#renderer/app/counter/knows-its-series.ts';
import type { EmbeddedBackend } from '#supabase/embedded/backend.ts';
import { type Line, openLine } from '#supabase/embedded/line.ts';
import { headlessHost } from './headless-host.ts';

export interface SignIn {
  readonly email: string;
  readonly password: string;
}

/**
 * One counter PC: a host process of its own (replica, papers), the counter without its window in this process, and a line
 * of its own to the server that can be cut.
 */
export class CounterPc {
  readonly dataFolder: string;
  readonly api: Line;
  readonly stream: Line;
  #child: ChildProcess | null = null;
  #app: CounterApp | null = null;

  private constructor(dataFolder: string, api: Line, stream: Line) {
    this.dataFolder = dataFolder;
    this.api = api;
    this.stream = stream;
  }

  static async setUp(dataFolder: string, backend: EmbeddedBackend): Promise<CounterPc> {
    const api = await openLine({ targetUrl: backend.supabaseUrl });
    const stream = await openLine({ targetUrl: backend.powersyncUrl });
    mkdirSync(dataFolder, { recursive: true });
    const servers = { supabaseUrl: api.url, supabaseKey: backend.anonKey, powersyncUrl: stream.url };
    writeFileSync(join(dataFolder, 'servers.json'), JSON.stringify(servers));
    return new CounterPc(dataFolder, api, stream);
  }

  get app(): CounterApp {
    if (!this.#app) throw new Error('the counter is switched off');
    return this.#app;
  }

  /** The open counter, for commands. */
  get counter(): Counter {
    const { state } = this.app;
    if (state.kind !== 'open') throw new Error(`the counter is ${state.kind}`);
    return state.counter;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Switches the PC on: it comes as far as it gets without a person. */
  async switchOn(): Promise<void> {
    const script = join(import.meta.dirname, '..', '..', 'electron', 'node-host', 'main.ts');
    const child = spawn(process.execPath, [script, '--data', this.dataFolder], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    const address = await firstAddress(child);
    this.#app = new CounterApp(await headlessHost(address));
    await this.#app.start();
  }

  async signIn({ email, password }: SignIn, counterId: string): Promise<void> {
    const refusal = await this.app.signIn(email, password);
    if (refusal) throw new Error(`sign-in refused: ${refusal.code}`);
    const { state } = this.app;
    if (state.kind === 'choosing-counter') {
      await until('the counters have arrived', async () => {
        const found = await state.rows
          .selectFrom('counters')
          .select('id')
          .where('id', '=', counterId)
          .execute();
        return found.length === 1;
      });
      const claim = await this.app.chooseCounter(counterId, false);
      if (claim) throw new Error(`the counter was not given: ${claim.code}`);
    }
    await this.counter.db.waitForFirstSync();
    await until('the past of the branch has arrived', () => Promise.resolve(knowsItsSeries(this.counter)));
  }

  async cutLine(): Promise<void> {
    await this.api.cut();
    await this.stream.cut();
  }

  async restoreLine(): Promise<void> {
    await this.api.restore();
    await this.stream.restore();
  }

  /** SIGKILL: nothing of the host gets to say goodbye. */
  async killHost(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    this.#child = null;
    const app = this.#app;
    this.#app = null;
    // Its page notices that the host is gone; what it was doing fails, as it does in a window.
    await app?.close().catch(() => undefined);
  }

  async switchOff(): Promise<void> {
    await this.#app?.close().catch(() => undefined);
    this.#app = null;
    const child = this.#child;
    this.#child = null;
    if (child) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    await this.api.close();
    await this.stream.close();
  }
}

function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    let errors = '';
    child.stdout?.on('data', (text: Buffer) => {
      output += text.toString('utf8');
      const [line, rest] = output.split('\n');
      if (line !== undefined && rest !== undefined)
        resolve((JSON.parse(line) as { address: string }).address);
    });
    child.stderr?.on('data', (text: Buffer) => {
      errors = (errors + text.toString('utf8')).slice(-2_000);
    });
    child.once('exit', (code) => reject(new Error(`the counter's host ended with ${code}: ${errors}`)));
  });
}

/** Waits for a fact, at most so long. Throws with its name when it does not come true. */
export async function until(fact: string, holds: () => Promise<boolean>, limitMs = 20_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not within ${limitMs} ms: ${fact}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
