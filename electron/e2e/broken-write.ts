import { join } from 'node:path';
import { expect } from '@playwright/test';
import Database from 'better-sqlite3';
import type { TestCounter } from './fixture.ts';

/** While `run` does its work, the replica of this counter breaks on such a write, as on a bug. */
export async function withBrokenWrite(
  { dataFolder }: TestCounter,
  write: 'insert' | 'update',
  table: string,
  run: () => Promise<void>,
): Promise<void> {
  // Never waited for within SQLite: this process also carries the line that the writer may be waiting for.
  const replica = new Database(join(dataFolder, 'replica', 'replica.sqlite'), { timeout: 0 });
  const change = async (sql: string): Promise<void> =>
    await expect(() => replica.exec(`begin immediate; ${sql}; commit`)).toPass({ timeout: 20_000 });
  try {
    await change(
      `create trigger broken before ${write} on ps_data__${table} begin select raise(abort, 'broken'); end`,
    );
    await run();
    await change('drop trigger broken');
  } finally {
    replica.close();
  }
}
