import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** Runs one compiled query and returns its rows. */
export type RunQuery = <R>(query: CompiledQuery) => Promise<QueryResult<R>>;

/**
 * SQLite at the other end of a line, asked without waiting for earlier answers: the host keeps the order within a lock, and has
 * several readers outside of one. Kysely's own adapter for SQLite says that there is one connection, and Kysely then holds each
 * query back until the one before has its answer: ten small queries cost ten round trips instead of one.
 *
 * Transactions are `inTransaction`'s business: Kysely's own are refused.
 */
export function replicaDialect(run: RunQuery): Dialect {
  return {
    createDriver: () => driverOf(run),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SideBySideAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

class SideBySideAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

function driverOf(run: RunQuery): Driver {
  const connection: DatabaseConnection = {
    executeQuery: run,
    // Not really in pieces: what a command or a screen reads is bounded.
    async *streamQuery<R>(query: CompiledQuery) {
      yield await run<R>(query);
    },
  };
  const notHere = async (): Promise<void> => {
    throw new Error('a transaction of the replica begins with inTransaction');
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
