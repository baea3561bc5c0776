import type { CommonPowerSyncDatabase, LockContext } from '@powersync/common';

/**
 * What every adapter of the replica has to do alike: ours over each transport, and the stock WASM adapter, in whose place
 * it stands. A case returns what JSON can hold, and `expected` is the same for all.
 */
export interface ContractCase {
  readonly name: string;
  readonly run: (db: CommonPowerSyncDatabase) => Promise<unknown>;
  readonly expected: unknown;
}

export const contractCases: readonly ContractCase[] = [
  {
    name: 'stores every kind of value as what it is',
    run: async (db) => {
      const values = [5, -7, 5.5, 2n ** 62n, 'Zürich 𝄞', '', true, false, null, Uint8Array.of(0, 255)];
      const found: unknown[] = [];
      for (const value of values) {
        const { rawRows } = await db.executeRaw('SELECT ?1, typeof(?1)', [value]);
        found.push(rawRows[0]?.map(plain));
      }
      return found;
    },
    expected: [
      [5, 'integer'],
      [-7, 'integer'],
      [5.5, 'real'],
      ['bigint 4611686018427387904', 'integer'],
      ['Zürich 𝄞', 'text'],
      ['', 'text'],
      [1, 'integer'],
      [0, 'integer'],
      [null, 'null'],
      ['bytes 0,255', 'blob'],
    ],
  },
  {
    name: 'queues what was written with whole numbers whole',
    run: async (db) => {
      await db.execute('INSERT INTO customers (id, name, visits, rating) VALUES (?, ?, ?, ?)', [
        'a',
        'Ada',
        5,
        4.5,
      ]);
      await db.execute('UPDATE customers SET visits = ?, name = ? WHERE id = ?', [6, 5, 'a']);
      await db.execute('DELETE FROM customers WHERE id = ?', ['a']);
      return (await db.getAll<{ data: string }>('SELECT data FROM ps_crud ORDER BY id')).map(
        ({ data }): unknown => JSON.parse(data),
      );
    },
    expected: [
      { op: 'PUT', id: 'a', type: 'customers', data: { name: 'Ada', visits: 5, rating: 4.5 } },
      { op: 'PATCH', id: 'a', type: 'customers', data: { visits: 6, name: '5' } },
      { op: 'DELETE', id: 'a', type: 'customers' },
    ],
  },
  {
    name: 'keeps the writes of a transaction together in the queue, and local-only ones out of it',
    run: async (db) => {
      await db.writeTransaction(async (tx) => {
        await tx.execute("INSERT INTO customers (id, name) VALUES ('a', 'Ada')");
        await tx.execute("INSERT INTO drafts (id, text) VALUES ('d', 'later')");
        await tx.execute("INSERT INTO customers (id, name) VALUES ('b', 'Bo')");
      });
      await db.execute("INSERT INTO customers (id, name) VALUES ('c', 'Cy')");
      const sizes: number[] = [];
      for await (const transaction of db.getCrudTransactions()) sizes.push(transaction.crud.length);
      const first = await db.getNextCrudTransaction();
      await first?.complete();
      return { sizes, left: (await db.getUploadQueueStats()).count };
    },
    expected: { sizes: [2, 1], left: 1 },
  },
  {
    name: 'says how many rows a statement touched, and the row id it made',
    run: async (db) => {
      await db.execute('CREATE TABLE plain (id INTEGER PRIMARY KEY, value TEXT)');
      const inserted = await db.execute("INSERT INTO plain (id, value) VALUES (41, 'x'), (42, 'y')");
      const updated = await db.execute("UPDATE plain SET value = 'z'");
      const returned = await db.execute('DELETE FROM plain WHERE id = 41 RETURNING id, value');
      return [
        inserted.rowsAffected,
        inserted.insertId,
        updated.rowsAffected,
        returned.rowsAffected,
        returned.array,
      ];
    },
    expected: [2, 42, 2, 1, [{ id: 41, value: 'z' }]],
  },
  {
    name: 'keeps columns of the same name apart in raw results',
    run: (db) =>
      db.executeRaw('SELECT 1 AS a, 2 AS a').then(({ columnNames, rawRows }) => ({ columnNames, rawRows })),
    expected: { columnNames: ['a', 'a'], rawRows: [[1, 2]] },
  },
  {
    name: 'rolls back when the work throws, and goes on',
    run: async (db) => {
      const thrown = await messageOf(
        db.writeTransaction(async (tx) => {
          await tx.execute("INSERT INTO customers (id, name) VALUES ('a', 'Ada')");
          throw new Error('the clerk changed their mind');
        }),
      );
      await db.execute("INSERT INTO customers (id, name) VALUES ('b', 'Bo')");
      return { thrown, names: await db.getAll('SELECT name FROM customers'), queued: await queued(db) };
    },
    expected: { thrown: 'the clerk changed their mind', names: [{ name: 'Bo' }], queued: 1 },
  },
  {
    name: 'rolls back when a statement fails',
    run: async (db) => {
      const thrown = await messageOf(
        db.writeTransaction(async (tx) => {
          await tx.execute("INSERT INTO customers (id, name) VALUES ('a', 'Ada')");
          await tx.execute('INSERT INTO nowhere VALUES (1)');
        }),
      );
      return { thrown: /no such table: nowhere/.test(thrown), queued: await queued(db) };
    },
    expected: { thrown: true, queued: 0 },
  },
  {
    name: 'takes back on request, and leaves the rest of the callback outside',
    run: async (db) => {
      await db.writeTransaction(async (tx) => {
        await tx.execute("INSERT INTO customers (id, name) VALUES ('a', 'Ada')");
        await tx.rollback();
      });
      return queued(db);
    },
    expected: 0,
  },
  {
    name: 'lets one write at a time, in the order of asking',
    run: async (db) => {
      await db.execute("INSERT INTO customers (id, visits) VALUES ('a', 0)");
      const order: number[] = [];
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          db.writeTransaction(async (tx) => {
            const { visits } = await tx.get<{ visits: number }>(
              "SELECT visits FROM customers WHERE id = 'a'",
            );
            await tx.execute("UPDATE customers SET visits = ? WHERE id = 'a'", [visits + 1]);
            order.push(index);
          }),
        ),
      );
      const inOrder = order.every((value, index) => value === index);
      return { inOrder, ...(await db.get<object>('SELECT visits FROM customers')) };
    },
    expected: { inOrder: true, visits: 20 },
  },
  {
    name: 'reads one state in a read transaction, whatever is written meanwhile or tried in it',
    run: async (db) => {
      await db.execute("INSERT INTO customers (id, visits) VALUES ('a', 1)");
      return db.readTransaction(async (tx) => {
        const before = await tx.get('SELECT visits FROM customers');
        const after = await tx.get('SELECT visits FROM customers');
        return [before, after];
      });
    },
    expected: [{ visits: 1 }, { visits: 1 }],
  },
  {
    name: 'runs one statement for many sets of parameters, all or none',
    run: async (db) => {
      const sets = [1, 2, 3].map((visits) => [`id-${visits}`, visits]);
      await db.executeBatch('INSERT INTO customers (id, visits) VALUES (?, ?)', sets);
      const failed = await messageOf(
        db.executeBatch('INSERT INTO customers (id, visits) VALUES (?, ?)', [['id-4', 4], ['id-1', 1]]),
      ); // prettier-ignore
      return { failed: failed !== '', ...(await db.get<object>('SELECT sum(visits) AS sum FROM customers')) };
    },
    expected: { failed: true, sum: 6 },
  },
  {
    name: 'tells which tables a commit touched, and nothing of a rollback',
    run: async (db) => {
      const told: string[] = [];
      let arrived = (): void => undefined;
      const end = new Promise<void>((resolve) => (arrived = resolve));
      const stop = db.database.registerListener({
        tablesUpdated: ({ tables }) => {
          told.push(...tables);
          if (tables.includes('ps_data_local__drafts')) arrived();
        },
      });
      await db.writeTransaction(async (tx) => {
        await tx.execute("INSERT INTO customers (id, name) VALUES ('a', 'Ada')");
        await tx.rollback();
      });
      await db.execute("INSERT INTO drafts (id, text) VALUES ('d', 'x')");
      await end;
      stop();
      return told.filter((table) => table.startsWith('ps_data'));
    },
    expected: ['ps_data_local__drafts'],
  },
  {
    name: 'redraws a watched query when its table changes',
    run: async (db) => {
      const stop = new AbortController();
      const counts: unknown[] = [];
      const watched = db.watch('SELECT count(*) AS n FROM customers', [], {
        signal: stop.signal,
        throttleMs: 1,
      });
      for await (const result of watched) {
        counts.push(result.array[0]?.['n']);
        if (counts.length === 2) break;
        await db.execute("INSERT INTO customers (id, name) VALUES ('a', 'Ada')");
      }
      stop.abort();
      return counts;
    },
    expected: [0, 1],
  },
  {
    name: 'searches full text',
    run: async (db) => {
      await db.execute(
        "CREATE VIRTUAL TABLE found USING fts5(name, tokenize = 'unicode61 remove_diacritics 2')",
      );
      await db.execute("INSERT INTO found (name) VALUES ('Müller'), ('Meier')");
      return db.getAll("SELECT name FROM found WHERE found MATCH 'mull*'");
    },
    expected: [{ name: 'Müller' }],
  },
  {
    name: 'carries a large text and a large picture whole',
    run: async (db) => {
      await db.execute('CREATE TABLE big (text TEXT, picture BLOB)');
      const picture = Uint8Array.from({ length: 1_000_000 }, (_, index) => index % 251);
      await db.execute('INSERT INTO big VALUES (?, ?)', ['ä'.repeat(1_000_000), picture]);
      const row = await db.get<{ text: string; picture: Uint8Array }>('SELECT * FROM big');
      return [row.text.length, row.picture.length, row.picture.every((byte, index) => byte === index % 251)];
    },
    expected: [1_000_000, 1_000_000, true],
  },
  {
    name: 'sees a column that was added after the statement was first run',
    run: async (db) => {
      await db.execute('CREATE TABLE grows (a INTEGER)');
      await db.execute('INSERT INTO grows VALUES (1)');
      await db.getAll('SELECT * FROM grows');
      await db.execute('ALTER TABLE grows ADD COLUMN b INTEGER DEFAULT 2');
      return db.getAll('SELECT * FROM grows');
    },
    expected: [{ a: 1, b: 2 }],
  },
  {
    name: 'holds one connection for the length of a lock',
    run: (db) =>
      db.writeLock(async (lock: LockContext) => {
        await lock.execute('CREATE TEMP TABLE mine (a)');
        await lock.execute('INSERT INTO mine VALUES (1)');
        const row = await lock.get('SELECT a FROM mine');
        await lock.execute('DROP TABLE mine');
        return row;
      }),
    expected: { a: 1 },
  },
  {
    name: 'says that there is no row',
    run: async (db) => [
      await db.getOptional('SELECT 1 FROM customers'),
      await messageOf(db.get('SELECT 1 FROM customers')),
    ],
    expected: [null, 'Result set is empty'],
  },
];

async function queued(db: CommonPowerSyncDatabase): Promise<number> {
  return (await db.getUploadQueueStats()).count;
}

async function messageOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return `bigint ${value}`;
  if (value instanceof Uint8Array) return `bytes ${[...value].join(',')}`;
  return value;
}
