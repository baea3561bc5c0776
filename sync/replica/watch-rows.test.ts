import type { CompilableQuery } from '@powersync/common';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type TestCounter, openCounter } from './host/testing/open-counter.ts';
import { testSchema } from './testing/test-schema.ts';
import { rowsKept, watchRows } from './watch-rows.ts';

let counter: TestCounter;
let stop: AbortController;

beforeEach(async () => {
  counter = await openCounter(testSchema);
  stop = new AbortController();
});

afterEach(async () => {
  stop.abort();
  await counter.close();
});

interface Named {
  readonly name: string;
}

function select(sql: string, parameters: unknown[] = []): CompilableQuery<Named> {
  return {
    compile: () => ({ sql, parameters }),
    execute: async () => await counter.db.getAll<Named>(sql, parameters),
  };
}

const insert = "INSERT INTO customers (id, name) VALUES ('x', 'X')";
const names = 'SELECT name FROM customers ORDER BY name';
/** Comes back when the page was told of it, which is after it was written: a watch begun before that reads once more. */
async function write(table: string, sql: string, parameters: unknown[]): Promise<void> {
  const ended = new AbortController();
  const told = new Promise<void>((resolve) => {
    const options = { tables: [table], throttleMs: 30, signal: ended.signal };
    counter.db.onChange({ onChange: () => resolve() }, options);
  });
  await counter.db.execute(sql, parameters);
  await told;
  ended.abort();
}

const add = async (name: string): Promise<void> =>
  await write('customers', 'INSERT INTO customers (id, name) VALUES (?, ?)', [name, name]);
const draft = async (id: string): Promise<void> =>
  await write('drafts', 'INSERT INTO drafts (id, text) VALUES (?, ?)', [id, 'later']);

function watched(query: CompilableQuery<Named>, tables?: readonly string[]) {
  const seen: string[][] = [];
  const errors: unknown[] = [];
  watchRows(counter.db, query, {
    onRows: (rows) => void seen.push(rows.map(({ name }) => name)),
    onError: (error) => void errors.push(error),
    signal: stop.signal,
    ...(tables ? { tables } : {}),
  });
  return { seen, errors };
}

/** The names, whose first reading has its rows and does not give them before it is released. */
function heldBack() {
  const query = select(names);
  const gate = Promise.withResolvers<void>();
  let readings = 0;
  const execute = async (): Promise<Named[]> => {
    const rows = await query.execute();
    if (++readings === 1) await gate.promise;
    return rows;
  };
  return { query: { ...query, execute }, readings: () => readings, release: () => gate.resolve() };
}

test('gives the rows at once and after each change of a table it reads, and of no other', async () => {
  await add('Ada');
  const { seen } = watched(select(names));
  await expect.poll(() => seen).toEqual([['Ada']]);
  await draft('d');
  await add('Bo');
  await expect.poll(() => seen).toEqual([['Ada'], ['Ada', 'Bo']]);
});

test('reads its local tables and joined ones too', async () => {
  const { seen } = watched(select('SELECT name FROM customers JOIN drafts ON drafts.id = customers.id'));
  await expect.poll(() => seen).toEqual([[]]);
  await add('Ada');
  await expect.poll(() => seen.length).toBe(2);
  await draft('Ada');
  await expect.poll(() => seen.at(-1)).toEqual(['Ada']);
});

test('misses no change that comes while the first rows are on their way', async () => {
  const plain = select(names);
  let first = true;
  const { seen } = watched({
    ...plain,
    execute: async () => {
      const rows = await plain.execute();
      if (first) {
        first = false;
        await add('Bo');
      }
      return rows;
    },
  });
  await expect.poll(() => seen.at(-1)).toEqual(['Bo']);
});

test('reads once more what changed while it was read, and shows both in their order', async () => {
  const held = heldBack();
  const { seen } = watched(held.query);
  await expect.poll(held.readings).toBe(1);
  await add('Ada');
  await add('Bo');
  expect(held.readings()).toBe(1);
  held.release();
  await expect.poll(() => seen).toEqual([[], ['Ada', 'Bo']]);
  expect(held.readings()).toBe(2);
});

describe('rows that were looked at before', () => {
  const leave = (): void => {
    stop.abort();
    stop = new AbortController();
  };
  const kept = (): readonly string[] | undefined =>
    rowsKept(counter.db, select(names))?.map(({ name }) => name);

  test('are there at once, without being asked for', async () => {
    await add('Ada');
    watched(select(names));
    await expect.poll(kept).toEqual(['Ada']);
    leave();
    const plain = select(names);
    const execute = vi.fn<() => Promise<Named[]>>(async () => await plain.execute());
    const { seen } = watched({ ...plain, execute });
    expect(seen).toEqual([['Ada']]);
    await add('Bo');
    await expect.poll(() => seen).toEqual([['Ada'], ['Ada', 'Bo']]);
    expect(execute).toHaveBeenCalledTimes(1);
  });

  test('are those of the same parameters', async () => {
    await add('Ada');
    const named = (name: string) => select('SELECT name FROM customers WHERE name = ?', [name]);
    watched(named('Ada'));
    await expect.poll(() => rowsKept(counter.db, named('Ada'))).toEqual([{ name: 'Ada' }]);
    expect(rowsKept(counter.db, named('Bo'))).toBeUndefined();
  });

  test('are gone when the table has changed and nobody looked, and stay when another has', async () => {
    watched(select(names));
    await expect.poll(kept).toEqual([]);
    leave();
    await draft('d');
    expect(kept()).toEqual([]);
    await add('Ada');
    expect(kept()).toBeUndefined();
  });

  test.each([
    ['a transaction', async () => await counter.db.writeTransaction(async (tx) => await tx.execute(insert))],
    ['a statement', async () => await counter.db.execute(insert)],
    ['a lock', async () => await counter.db.writeLock(async (lock) => await lock.execute(insert))],
  ])('are gone when one’s own write is answered: %s', async (_how, writeOne) => {
    watched(select(names));
    await expect.poll(kept).toEqual([]);
    leave();
    await writeOne();
    expect(kept()).toBeUndefined();
  });

  test('are not given out while a write is under way, and again when it has changed nothing', async () => {
    watched(select(names));
    await expect.poll(kept).toEqual([]);
    leave();
    const given = Promise.withResolvers<readonly string[] | undefined>();
    const writing = counter.db.writeTransaction(async (tx) => {
      await tx.execute(insert);
      given.resolve(kept());
      throw new Error('changed their mind');
    });
    expect(await given.promise).toBeUndefined();
    await expect(writing).rejects.toThrow('changed their mind');
    expect(kept()).toEqual([]);
  });

  test('are not given out for a write that was only asked for', async () => {
    watched(select(names));
    await expect.poll(kept).toEqual([]);
    leave();
    const { database } = counter.db;
    const writing = database.execute(insert);
    expect(kept()).toBeUndefined();
    await writing;
  });

  test('are not those that were on their way when something changed', async () => {
    const held = heldBack();
    watched(held.query);
    await expect.poll(held.readings).toBe(1);
    await add('Ada');
    leave();
    held.release();
    const other = watched(select(names));
    await expect.poll(() => other.seen).toEqual([['Ada']]);
  });
});

test('asks SQLite once what a text reads', async () => {
  const asked = vi.spyOn(counter.db, 'resolveTables');
  const one = watched(select('SELECT name FROM customers WHERE name = ?', ['Ada']));
  const other = watched(select('SELECT name FROM customers WHERE name = ?', ['Bo']));
  await expect.poll(() => one.seen.length + other.seen.length).toBe(2);
  expect(asked).toHaveBeenCalledTimes(1);
  await add('Bo');
  await expect.poll(() => other.seen.at(-1)).toEqual(['Bo']);
});

test('listens to the tables it is told, whatever the query reads', async () => {
  const { seen } = watched(select("SELECT 'x' AS name"), ['customers']);
  await expect.poll(() => seen.length).toBe(1);
  await add('Ada');
  await expect.poll(() => seen.length).toBe(2);
});

test('is silent once it is ended, also about what was already on its way', async () => {
  const held = heldBack();
  const { seen } = watched(held.query);
  await expect.poll(held.readings).toBe(1);
  stop.abort();
  held.release();
  stop = new AbortController();
  // Another watch of the same has its rows: those of the ended one would have come before.
  const other = watched(select(names));
  await expect.poll(() => other.seen).toEqual([[]]);
  expect(seen).toEqual([]);
});

test('tells what fails, and is silent once it is ended', async () => {
  const { errors } = watched(select('SELECT name FROM nowhere'));
  await expect.poll(() => errors.length).toBeGreaterThan(0);
  const { seen } = watched(select(names));
  await expect.poll(() => seen.length).toBe(1);
  stop.abort();
  await add('Ada');
  // Another watch has heard of it: the ended one would have.
  stop = new AbortController();
  const other = watched(select(names));
  await add('Bo');
  await expect.poll(() => other.seen.at(-1)).toEqual(['Ada', 'Bo']);
  expect(seen).toEqual([[]]);
});
