import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, expect, test as base } from '@playwright/test';
import pg from 'pg';
import type { EmbeddedBackend } from '#supabase/embedded/backend.ts';
import { type Line, openLine } from '#supabase/embedded/line.ts';
import { startTestBackend } from '#supabase/embedded/testing.ts';
import { type OpenWindow, type Shell, openShell } from './shells.ts';

/** One counter PC in a window, with a line of its own that can be cut. */
export interface TestCounter {
  readonly page: Page;
  readonly dataFolder: string;
  readonly shell: Shell['name'];
  readonly address: string | null;
  cutLine(): Promise<void>;
  restoreLine(): Promise<void>;
  /** Closes the window and its host, does something to the data folder, and opens both again. */
  restart(between?: () => void): Promise<void>;
  signIn(who: { readonly email: string; readonly password: string }, counterName: string): Promise<void>;
}

interface WorkerFixtures {
  readonly shell: Shell;
}

interface TestFixtures {
  /** The backend of this test alone. */
  readonly backend: EmbeddedBackend;
  readonly sql: pg.Pool;
  readonly openCounter: () => Promise<TestCounter>;
  readonly counter: TestCounter;
}

export const test = base.extend<TestFixtures & { readonly accessTokenSeconds: number }, WorkerFixtures>({
  shell: [
    // Playwright reads which fixtures are wanted from this pattern: none.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const shell = await openShell();
      await use(shell);
      await shell.end();
    },
    { scope: 'worker' },
  ],
  accessTokenSeconds: [3_600, { option: true }],
  backend: async ({ accessTokenSeconds }, use) => {
    const backend = await startTestBackend({ accessTokenSeconds });
    await use(backend);
    await backend.stop();
  },
  sql: async ({ backend }, use) => {
    const pool = new pg.Pool({ connectionString: backend.databaseUrl, max: 2 });
    await use(pool);
    await pool.end();
  },
  openCounter: async ({ backend, shell }, use) => {
    const opened: { end(): Promise<void> }[] = [];
    await use(async () => {
      const counter = await Pc.open(backend, shell);
      opened.push(counter);
      return counter;
    });
    for (const counter of opened) await counter.end();
  },
  counter: async ({ openCounter }, use) => {
    await use(await openCounter());
  },
});

export { expect } from '@playwright/test';

class Pc implements TestCounter {
  readonly dataFolder: string;
  readonly shell: Shell['name'];
  readonly #shell: Shell;
  readonly #lines: readonly Line[];
  #window: OpenWindow;

  private constructor(shell: Shell, dataFolder: string, lines: readonly Line[], window: OpenWindow) {
    this.#shell = shell;
    this.shell = shell.name;
    this.dataFolder = dataFolder;
    this.#lines = lines;
    this.#window = window;
  }

  static async open(backend: EmbeddedBackend, shell: Shell): Promise<Pc> {
    const dataFolder = mkdtempSync(join(tmpdir(), 'schalter-e2e-'));
    const api = await openLine({ targetUrl: backend.supabaseUrl });
    const stream = await openLine({ targetUrl: backend.powersyncUrl });
    const servers = { supabaseUrl: api.url, supabaseKey: backend.anonKey, powersyncUrl: stream.url };
    writeFileSync(join(dataFolder, 'servers.json'), JSON.stringify(servers));
    return new Pc(shell, dataFolder, [api, stream], await shell.open(dataFolder));
  }

  get page(): Page {
    return this.#window.page;
  }

  get address(): string | null {
    return this.#window.address;
  }

  async cutLine(): Promise<void> {
    for (const line of this.#lines) await line.cut();
  }

  async restoreLine(): Promise<void> {
    for (const line of this.#lines) await line.restore();
  }

  async restart(between: () => void = () => undefined): Promise<void> {
    await this.#window.close();
    between();
    this.#window = await this.#shell.open(this.dataFolder);
  }

  async signIn(
    who: { readonly email: string; readonly password: string },
    counterName: string,
  ): Promise<void> {
    const { page } = this;
    await page.getByLabel('E-Mail').fill(who.email);
    await page.getByLabel('Passwort').fill(who.password);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: counterName }).click();
    await expect(page.getByRole('status')).toHaveText('Auf dem Stand');
  }

  async end(): Promise<void> {
    await this.#window.close();
    for (const line of this.#lines) await line.close();
    rmSync(this.dataFolder, { recursive: true, force: true });
  }
}
