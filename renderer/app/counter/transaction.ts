import type { AbstractPowerSyncDatabase, Transaction } from '@powersync/common';
import { type Compilable, type CompiledQuery, Kysely, type QueryResult } from 'kysely';
import type { CounterRows } from '#sync/schema/counter-schema.ts';
import { replicaDialect } from './replica-dialect.ts';

/**
 * A write transaction of the replica, to be asked like any other rows.
 *
 * Its statements go to the host as they are asked, without waiting for one another: what is asked together in a
 * `Promise.all` costs one round trip.
 */
export class Tx extends Kysely<CounterRows> {
  readonly #lock: Transaction;

  constructor(lock: Transaction) {
    super({
      dialect: replicaDialect(async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
        const result = await lock.execute<R>(sql, [...parameters]);
        return { rows: result.array, numAffectedRows: BigInt(result.rowsAffected ?? 0) };
      }),
    });
    this.#lock = lock;
  }

  /** Runs statements whose rows nobody needs in the order given, in one round trip. Throws what the first to fail throws. */
  async write(...statements: readonly Compilable[]): Promise<void> {
    const compiled = statements.map((statement) => statement.compile());
    await Promise.all(compiled.map(({ sql, parameters }) => this.#lock.executeRaw(sql, [...parameters])));
  }

  /**
   * Like `write`, and commits in the same round trip: for the last thing that a command does. Where a statement fails nothing is
   * committed. Nothing may be asked of the transaction afterwards.
   */
  async writeAndCommit(...statements: readonly Compilable[]): Promise<void> {
    // Asked in this order; the replica commits only where all before it succeeded.
    const written = this.write(...statements);
    const committed = this.#lock.commit();
    // What a statement failed of says more than the commit that was refused for it.
    committed.catch(() => undefined);
    await written;
    await committed;
  }

  /** Like `write`, and reads what it left behind in the same round trip. */
  async writeAndRead<T>(statements: readonly Compilable[], read: () => Promise<T>): Promise<T> {
    // Asked in this order, and the host keeps it.
    const [, found] = await Promise.all([this.write(...statements), read()]);
    return found;
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
