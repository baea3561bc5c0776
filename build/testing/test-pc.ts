import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect } from 'vitest';
import { type TestBackend, startTestBackend } from '#supabase/embedded/testing.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import { CounterPc, type SignIn } from '../demo/counter-process.ts';

export interface TestPcOptions {
  /** Who signs in at Zürich's first counter: its clerk if not given. */
  readonly who?: SignIn;
  /** SQL that the company begins with, before the counter has its rows. */
  readonly prepare?: string;
}

/** Each is there from the first test on. */
export interface TestPc {
  readonly backend: TestBackend;
  readonly database: pg.Client;
  readonly pc: CounterPc;
  /** One more counter PC of the company, signed in; it ends with the others. */
  another(who: SignIn, counterId: string): Promise<CounterPc>;
  /** Waits for what the counter wrote to be on the server, and for nothing of it to have been refused. */
  uploaded(): Promise<void>;
}

/** A backend and a counter PC for the tests of a file that play commands: called at its top, it registers what begins and ends them. */
export function testPc({ who = demoPeople.zurich, prepare }: TestPcOptions = {}): TestPc {
  const folder = mkdtempSync(join(tmpdir(), 'schalter-pc-'));
  type Made = Omit<TestPc, 'uploaded' | 'another'>;
  let made: Made | undefined;
  const others: CounterPc[] = [];
  const there = (): Made => {
    if (!made) throw new Error('the counter of the tests is not set up yet');
    return made;
  };
  beforeAll(async () => {
    const backend = await startTestBackend();
    const database = new pg.Client({ connectionString: backend.databaseUrl });
    await database.connect();
    if (prepare !== undefined) await database.query(prepare);
    const pc = await CounterPc.setUp(join(folder, 'counter'), backend);
    made = { backend, database, pc };
    await pc.switchOn();
    await pc.signIn(who, alpina.counters.zurichA);
  });
  afterAll(async () => {
    const { backend, database, pc } = there();
    for (const one of [pc, ...others]) await one.switchOff();
    await database.end();
    await backend.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get backend() {
      return there().backend;
    },
    get database() {
      return there().database;
    },
    get pc() {
      return there().pc;
    },
    async another(person, counterId) {
      const other = await CounterPc.setUp(join(folder, counterId), there().backend);
      others.push(other);
      await other.switchOn();
      await other.signIn(person, counterId);
      return other;
    },
    async uploaded() {
      const { db } = there().pc.counter;
      for await (const found of db.watch('SELECT id FROM ps_crud LIMIT 1', [], { tables: ['ps_crud'] }))
        if (found.rows?.length === 0) break;
      const { rows } = await there().database.query('select code, message from refused_changes');
      expect(rows).toEqual([]);
    },
  };
}
