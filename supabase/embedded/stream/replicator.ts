import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { LogicalReplicationService, type Pgoutput, PgoutputPlugin } from 'pg-logical-replication';
import { unreachable } from '#shared/result/result.ts';
import { type Log, errorCode } from '../log.ts';
import { type Connection, connectionConfig, withClient } from '../postgres/database.ts';
import { superuser } from '../postgres/process.ts';
import { type Evaluator, type SourceTable, createEvaluator } from './evaluate.ts';
import { type Lsn, formatLsn, parseLsn } from './lsn.ts';
import { type OpLog, openOpLog, readStoredPosition } from './op-log.ts';
import type { StreamRules } from './rules.ts';
import type { HydratedSyncConfig } from './sync-rules.ts';
import { takeSnapshot } from './snapshot.ts';
import { readSourceTables } from './source-tables.ts';
import { readTypes } from './values.ts';

export const publication = 'powersync';
const slotPrefix = 'schalter_stream_';

export interface ReplicatorOptions {
  readonly connection: Connection;
  readonly rules: StreamRules;
  readonly file: string;
  readonly log: Log;
}

export interface Replicator {
  readonly config: HydratedSyncConfig;
  /** How far the log has come. */
  lsn(): Lsn;
  /** See `OpLog`. */
  lookupChanges(): number;
  /** Called after each commit to the log; `changed` is false when only the position moved. */
  onCommit(listener: (changed: boolean) => void): void;
  stop(): Promise<void>;
}

/** Follows Postgres: a snapshot when there is nothing to continue from, then every commit, in order, once. */
export async function startReplicator(options: ReplicatorOptions): Promise<Replicator> {
  const { connection, rules, log } = options;
  const opLog = await openLog(options);
  try {
    const position = opLog.position();
    if (!position) throw new Error('the operation log has no position');
    const slot = `${slotPrefix}${position.version}`;
    const config = rules.hydrate(position.version);
    const { tables, types } = await withClient(
      connectionConfig(connection, 'powersync_role'),
      async (client) => ({
        tables: await readSourceTables(client, rules.tables, publication),
        types: await readTypes(client, rules.digits),
      }),
    );
    const evaluator = createEvaluator(config, types, opLog);
    await dropSlots(connection, position.complete ? slot : undefined);
    if (!position.complete) {
      const began = performance.now();
      opLog.begin();
      await takeSnapshot(connection, slot, tables, evaluator, opLog);
      log({ level: 'info', event: 'snapshot_taken', ms: Math.round(performance.now() - began) });
    }
    return await follow({ ...options, opLog, slot, tables, evaluator, config });
  } catch (error) {
    opLog.close();
    throw error;
  }
}

/** Continues the log where that is possible, and begins a new one where it is not: the rows are all in Postgres. */
async function openLog({ connection, rules, file, log }: ReplicatorOptions): Promise<OpLog> {
  try {
    const stored = readStoredPosition(file);
    return openOpLog(file, rules.hash, stored !== undefined && (await slotContinues(connection, stored)));
  } catch (error) {
    if (!(error instanceof Error && /^SQLITE_(CORRUPT|NOTADB)/.test(errorCode(error)))) throw error;
    log({ level: 'warning', event: 'stream_state_damaged', code: errorCode(error) });
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    return openOpLog(file, rules.hash, false);
  }
}

/** Whether the slot still has everything after our position. It is ahead of us when the log lost its last commits. */
async function slotContinues(
  connection: Connection,
  { version, lsn }: { version: number; lsn: Lsn },
): Promise<boolean> {
  return await withClient(connectionConfig(connection, superuser), async (client) => {
    const { rows } = await client.query<{ confirmed: string | null; wal_status: string | null }>(
      'select confirmed_flush_lsn::text as confirmed, wal_status from pg_replication_slots where slot_name = $1',
      [`${slotPrefix}${version}`],
    );
    const confirmed = rows[0]?.confirmed;
    return typeof confirmed === 'string' && rows[0]?.wal_status !== 'lost' && parseLsn(confirmed) <= lsn;
  });
}

/** A slot that nobody reads keeps the write-ahead log for ever. */
async function dropSlots(connection: Connection, keep: string | undefined): Promise<void> {
  await withClient(connectionConfig(connection, superuser), (client) =>
    client.query(
      `select pg_drop_replication_slot(slot_name) from pg_replication_slots
       where starts_with(slot_name, $1) and slot_name is distinct from $2 and not active`,
      [slotPrefix, keep ?? null],
    ),
  );
}

interface Following extends ReplicatorOptions {
  readonly opLog: OpLog;
  readonly slot: string;
  readonly tables: readonly SourceTable[];
  readonly evaluator: Evaluator;
  readonly config: HydratedSyncConfig;
}

async function follow({
  connection,
  opLog,
  slot,
  tables,
  evaluator,
  config,
  log,
}: Following): Promise<Replicator> {
  const byName = new Map(tables.map((table) => [`${table.schema}.${table.name}`, table]));
  const listeners: ((changed: boolean) => void)[] = [];
  let lsn = opLog.position()?.lsn ?? 0n;
  let service: LogicalReplicationService | undefined;
  const stopping = new AbortController();

  const handle = (message: Pgoutput.Message): void => {
    switch (message.tag) {
      case 'relation':
        // The library would turn text into dates and floats; we want the text.
        for (const column of message.columns) column.parser = (text: string) => text;
        return;
      case 'insert':
      case 'update': {
        const table = tableOf(message.relation, byName);
        if (!table) return;
        opLog.begin();
        const old = message.tag === 'update' ? (message.key ?? message.old) : null;
        evaluator.upsert(table, message.new, old);
        return;
      }
      case 'delete': {
        const table = tableOf(message.relation, byName);
        if (!table) return;
        opLog.begin();
        evaluator.remove(table, message.key ?? message.old ?? {});
        return;
      }
      case 'truncate':
        for (const relation of message.relations) {
          const table = tableOf(relation, byName);
          if (!table) continue;
          opLog.begin();
          evaluator.clear(table);
        }
        return;
      case 'commit':
        advance(parseLsn(message.commitEndLsn ?? '0/0'));
        return;
      case 'begin':
      case 'message':
      case 'origin':
      case 'type':
        return;
      default:
        unreachable(message);
    }
  };
  const advance = (to: Lsn): void => {
    const changed = opLog.commit(to);
    lsn = to;
    for (const listener of listeners) listener(changed);
    acknowledge();
  };
  const acknowledge = (): void => {
    // The library acknowledges one byte more than it is told.
    if (lsn > 0n) void service?.acknowledge(formatLsn(lsn - 1n));
  };

  const runOnce = async (): Promise<void> => {
    const current = new LogicalReplicationService(
      { ...connectionConfig(connection, 'powersync_role'), options: '-c timezone=UTC' },
      { acknowledge: { auto: false, timeoutSeconds: 0 } },
    );
    service = current;
    let inTransaction = false;
    let failed: unknown;
    current.on('data', (_lsn: string, message: Pgoutput.Message) => {
      if (failed !== undefined) return;
      try {
        if (message.tag === 'begin') inTransaction = true;
        handle(message);
        if (message.tag === 'commit') inTransaction = false;
      } catch (error) {
        failed = error;
        void current.stop();
      }
    });
    current.on('heartbeat', (end: string, _time: number, mustAnswer: boolean) => {
      if (failed !== undefined) return;
      // Everything before a heartbeat has been sent; between transactions it is a position like any other.
      const to = parseLsn(end);
      if (!inTransaction && to > lsn) advance(to);
      else if (mustAnswer) acknowledge();
    });
    current.on('error', () => undefined);
    const plugin = new PgoutputPlugin({ protoVersion: 1, publicationNames: [publication], messages: true });
    const onStart = new Promise<void>((resolve) => void current.once('start', () => resolve()));
    void onStart.then(() => started());
    try {
      await current.subscribe(plugin, slot, formatLsn(lsn));
    } finally {
      opLog.rollback();
      await current.destroy().catch(() => undefined);
    }
    if (failed instanceof Error) throw failed;
  };
  let started = (): void => undefined;
  const firstStart = new Promise<void>((resolve) => {
    started = resolve;
  });
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await runOnce();
      } catch (error) {
        if (!stopping.signal.aborted)
          log({ level: 'warning', event: 'replication_interrupted', code: errorCode(error) });
      }
      await setTimeout(250, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  await firstStart;
  return {
    config,
    lsn: () => lsn,
    lookupChanges: () => opLog.lookupChanges(),
    onCommit: (listener) => void listeners.push(listener),
    async stop() {
      stopping.abort();
      await service?.stop().catch(() => undefined);
      await running;
      opLog.close();
    },
  };
}

function tableOf(
  relation: Pgoutput.MessageRelation,
  tables: ReadonlyMap<string, SourceTable>,
): SourceTable | undefined {
  return tables.get(`${relation.schema}.${relation.name}`);
}
