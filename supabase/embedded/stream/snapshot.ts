import pg from 'pg';
import { type Connection, connectionConfig, withClient } from '../postgres/database.ts';
import type { Evaluator, SourceTable } from './evaluate.ts';
import { type Lsn, parseLsn } from './lsn.ts';
import type { OpLog } from './op-log.ts';
import { type WireRow, rawText } from './values.ts';

const rowsAtOnce = 2_000;

/**
 * Makes the replication slot and reads every table exactly as it was at that moment, so that the slot continues where
 * the snapshot ends: no change is missed and none comes twice.
 */
export async function takeSnapshot(
  connection: Connection,
  slot: string,
  tables: readonly SourceTable[],
  evaluator: Evaluator,
  log: OpLog,
): Promise<Lsn> {
  const replication = new pg.Client({
    ...connectionConfig(connection, 'powersync_role'),
    replication: 'database',
  } as pg.ClientConfig);
  replication.on('error', () => undefined);
  await replication.connect();
  try {
    const { rows } = await replication.query<{ consistent_point: string; snapshot_name: string }>(
      `CREATE_REPLICATION_SLOT ${replication.escapeIdentifier(slot)} LOGICAL pgoutput (SNAPSHOT 'export')`,
    );
    const [made] = rows;
    if (!made) throw new Error('Postgres made no replication slot');
    await withClient(
      { ...connectionConfig(connection, 'powersync_role'), types: rawText },
      async (client) => {
        await client.query('begin isolation level repeatable read read only');
        await client.query(`set transaction snapshot ${client.escapeLiteral(made.snapshot_name)}`);
        await client.query("set local timezone = 'UTC'");
        for (const table of tables) await readTable(client, table, evaluator);
        await client.query('commit');
      },
    );
    const lsn = parseLsn(made.consistent_point);
    log.commit(lsn);
    log.markComplete();
    return lsn;
  } catch (error) {
    log.rollback();
    throw error;
  } finally {
    await replication.end();
  }
}

async function readTable(client: pg.Client, table: SourceTable, evaluator: Evaluator): Promise<void> {
  const columns = [...table.columns.keys()].map((column) => client.escapeIdentifier(column)).join(', ');
  await client.query(
    `declare rows no scroll cursor for select ${columns} from ${client.escapeIdentifier(table.schema)}.${client.escapeIdentifier(table.name)}`,
  );
  for (;;) {
    const { rows } = await client.query<WireRow>(`fetch ${rowsAtOnce} from rows`);
    for (const row of rows) evaluator.upsert(table, row, null);
    if (rows.length < rowsAtOnce) break;
  }
  await client.query('close rows');
}
