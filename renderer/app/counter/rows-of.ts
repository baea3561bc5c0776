import type { AbstractPowerSyncDatabase } from '@powersync/common';
import { wrapPowerSyncWithKysely } from '@powersync/kysely-driver';
import type { CompiledQuery } from 'kysely';
import type { CounterRows } from '#sync/schema/counter-schema.ts';
import type { Rows } from './counter.ts';
import { replicaDialect } from './replica-dialect.ts';

/** The typed rows of an open replica, outside of transactions: reads by one of the host's readers, single writes by its writer. */
export function rowsOf(db: AbstractPowerSyncDatabase): Rows {
  const dialect = replicaDialect(async <R>({ sql, parameters, query }: CompiledQuery) => {
    // A select needs no writer.
    if (query.kind === 'SelectQueryNode') return { rows: await db.getAll<R>(sql, [...parameters]) };
    const result = await db.execute(sql, [...parameters]);
    return { rows: result.array as R[], numAffectedRows: BigInt(result.rowsAffected ?? 0) };
  });
  return wrapPowerSyncWithKysely<CounterRows>(db, { dialect });
}
