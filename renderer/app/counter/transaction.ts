import type { AbstractPowerSyncDatabase, LockContext } from '@powersync/common';
import {
  type Compilable,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { CounterRows } from '#sync/schema/counter-schema.ts';

/**
 * A write transaction of the replica, to be asked like any other rows.
 *
 * Its statements go to the host as they are asked, without waiting for one another: what is asked together in a
 * `Promise.all` costs one round trip. PowerSync's own Kysely driver holds each back until the one before has its answer,
 * which was half the time of saving a contract.
 */
export class Tx extends Kysely<CounterRows> {
  readonly #lock: LockContext;

  constructor(lock: LockContext) {
    super({
      dialect: {
        createDriver: () => driverOf(lock),
        createQueryCompiler: () => new SqliteQueryCompiler(),
        createAdapter: () => new SqliteAdapter(),
        createIntrospector: (db) => new SqliteIntrospector(db),
      },
    });
    this.#lock = lock;
  }

  /** Runs statements whose rows nobody needs in the order given, in one round trip. Throws what the first to fail throws. */
  async write(...statements: readonly Compilable[]): Promise<void> {
    const compiled = statements.map((statement) => statement.compile());
    await Promise.all(compiled.map(({ sql, parameters }) => this.#lock.executeRaw(sql, [...parameters])));
  }
}

/**
 * Runs `work` in one durable write transaction: all of it is on the disk when this returns, or none when it throws.
 * There is one writer, so others wait; what can be read before, and what asks somebody else, goes before it.
 */
export async function inTransaction<T>(
  { db }: { readonly db: AbstractPowerSyncDatabase },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return await db.writeTransaction((lock) => work(new Tx(lock)));
}

/** One connection for everybody, which is the lock; beginning and ending are the lock's own business. */
function driverOf(lock: LockContext): Driver {
  const executeQuery = async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
    const result = await lock.execute<R>(query.sql, [...query.parameters]);
    return { rows: result.array, numAffectedRows: BigInt(result.rowsAffected ?? 0) };
  };
  const connection: DatabaseConnection = {
    executeQuery,
    // Not really in pieces: what a command reads is small.
    async *streamQuery<R>(query: CompiledQuery) {
      yield await executeQuery<R>(query);
    },
  };
  const notHere = async (): Promise<void> => {
    throw new Error('a transaction within a transaction');
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: notHere,
    commitTransaction: notHere,
    rollbackTransaction: notHere,
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  };
}
