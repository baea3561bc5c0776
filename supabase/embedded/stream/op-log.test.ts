import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SyncLine } from './lines.ts';
import { type OpLog, openOpLog } from './op-log.ts';
import { type OpReader, openOpReader } from './op-reader.ts';
import { runSession } from './session.ts';

let folder: string;
let file: string;
let log: OpLog;
let reader: OpReader;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schalter-log-'));
  file = join(folder, 'operations.sqlite');
  log = openOpLog(file, 'hash', true);
  log.markComplete();
  reader = openOpReader(file);
});
afterEach(() => {
  reader.close();
  log.close();
  rmSync(folder, { recursive: true });
});

function put(id: string, value: number, bucket = 'b'): void {
  log.place(`t/${id}`, [{ bucket, type: 't', id, data: JSON.stringify({ id, value }) }], []);
}

function commit(work: () => void, lsn = 1n): void {
  log.begin();
  work();
  log.commit(lsn);
}

function state(bucket = 'b'): { ops: string[]; checksum: number | undefined; sum: number } {
  const { buckets } = reader.checkpoint([bucket]);
  const found = buckets.get(bucket);
  const operations = reader.operations(found?.id ?? 0, 0, Number.MAX_SAFE_INTEGER, 10_000);
  return {
    ops: operations.map(({ op, row }) => (row === null ? op : `${op} ${row}`)),
    checksum: found?.checksum,
    sum: operations.reduce((sum, { checksum }) => (sum + checksum) % 2 ** 32, 0),
  };
}

describe('the log', () => {
  test('keeps of a superseded operation only its checksum', () => {
    commit(() => put('1', 1));
    commit(() => put('1', 2));
    commit(() => log.place('t/1', [], []));
    const { ops, checksum, sum } = state();
    expect(ops).toEqual(['MOVE', 'MOVE', 'REMOVE 1']);
    expect(sum).toBe(checksum);
  });

  test('gathers what says nothing any more, at the next start, under the same checksum', () => {
    commit(() => {
      for (let n = 0; n < 10; n += 1) put(String(n), n);
    });
    commit(() => {
      for (let n = 0; n < 9; n += 1) put(String(n), n + 100);
    });
    const before = state();
    log.close();
    log = openOpLog(file, 'hash', true);
    const after = state();
    expect(after.ops.slice(0, 2)).toEqual(['CLEAR', 'PUT 9']);
    expect(after.ops).toHaveLength(11);
    expect(after.checksum).toBe(before.checksum);
    expect(after.sum).toBe(before.checksum);
  });

  test('shows nothing of a transaction that was not committed', () => {
    commit(() => put('1', 1));
    log.begin();
    put('2', 2);
    put('3', 3, 'new bucket');
    expect(state().ops).toEqual(['PUT 1']);
    log.rollback();
    commit(() => put('4', 4), 2n);
    expect(state().ops).toEqual(['PUT 1', 'PUT 4']);
    expect(state('new bucket').ops).toEqual([]);
    expect(state().sum).toBe(state().checksum);
  });

  test('is emptied for other streams, and gets a version it never had', () => {
    commit(() => put('1', 1), 7n);
    const before = log.position();
    log.close();
    log = openOpLog(file, 'other streams', true);
    expect(log.position()).toMatchObject({ hash: 'other streams', lsn: 0n, complete: false });
    expect(log.position()?.version).toBeGreaterThan(before?.version ?? Infinity);
    expect(state().ops).toEqual([]);
  });
});

/** Runs a session over buckets of the given priorities until it has nothing more to say; `onLine` may write. */
async function session(
  buckets: Readonly<Record<string, 1 | 3>>,
  onLine: (line: SyncLine) => void,
): Promise<{ lines: SyncLine[]; rowsAtComplete: number[] }> {
  const lines: SyncLine[] = [];
  const rows = new Map<string, unknown>();
  const rowsAtComplete: number[] = [];
  let over = false;
  await runSession({
    wanted: {
      streams: [],
      buckets: () =>
        Promise.resolve(
          Object.entries(buckets).map(([name, priority]) => ({ name, priority, subscriptions: [] })),
        ),
    },
    reader,
    positions: new Map(),
    writeCheckpoint: () => undefined,
    generation: () => Number(log.position()?.lsn),
    changed: (since) => {
      over = since === Number(log.position()?.lsn);
      return Promise.resolve();
    },
    lookupChanges: () => 0,
    isOver: () => over,
    send: (line) => {
      lines.push(line);
      if ('data' in line) {
        for (const { op, object_id: id, data } of line.data.data)
          if (op === 'PUT') rows.set(`${line.data.bucket}/${id}`, data);
      }
      if ('checkpoint_complete' in line) rowsAtComplete.push(rows.size);
      onLine(line);
      return Promise.resolve();
    },
  });
  return { lines, rowsAtComplete };
}

describe('a session', () => {
  test('does not call complete what a row moved out of while it was being sent', async () => {
    commit(() => {
      for (let n = 0; n < 2_500; n += 1) put(String(n), n);
    });
    let moved = false;
    const { rowsAtComplete } = await session({ b: 3 }, (line) => {
      if (moved || !('data' in line)) return;
      moved = true;
      commit(() => put('2000', -1), 2n);
    });
    expect(moved).toBe(true);
    expect(rowsAtComplete).toEqual([2_500]);
  });

  test('sends an urgent change before the rest of what is not urgent', async () => {
    commit(() => {
      put('urgent', 1, 'a');
      for (let n = 0; n < 5_500; n += 1) put(String(n), n);
    });
    let changed = false;
    const { lines } = await session({ a: 1, b: 3 }, (line) => {
      if (changed || !('data' in line) || line.data.bucket !== 'b') return;
      changed = true;
      commit(() => put('urgent', 2, 'a'), 2n);
    });
    const order = lines.flatMap((line) => ('data' in line ? [line.data.bucket] : []));
    expect(order.slice(0, 4)).toEqual(['a', 'b', 'a', 'b']);
    expect(order.filter((bucket) => bucket === 'b')).toHaveLength(6);
    expect(lines.filter((line) => 'checkpoint_complete' in line)).toHaveLength(1);
  });
});
