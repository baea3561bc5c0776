import type Database from 'better-sqlite3';

import type { SavedTransaction, Salvaged } from './salvage.ts';

/**
 * Puts what was saved from a damaged replica into a new one, all or nothing, once per `source`.
 *
 * The entries go into PowerSync's queue as they were, not through its views: a view would not record an update of a row
 * that has not come back from the server yet. Into a replica that has written nothing so far they go under the client and
 * transaction numbers they had, by which the server knows what it has applied already. If these could not be read, they
 * get new ones: an identical insert is then taken as done by the server.
 *
 * Returns the number of transactions that wait again, and of local rows carried over.
 */
export function requeueSaved(
  db: Database.Database,
  source: string,
  saved: Salvaged,
): { requeued: number; localRowsKept: number } {
  return db
    .transaction(() => {
      db.exec(
        'CREATE TABLE IF NOT EXISTS schalter_recovered (source TEXT PRIMARY KEY) STRICT, WITHOUT ROWID',
      );
      const first = db.prepare('INSERT OR IGNORE INTO schalter_recovered VALUES (?)').run(source).changes > 0;
      if (!first) return { requeued: 0, localRowsKept: 0 };
      const transactions = saved.transactions ?? [];
      if (transactions.length > 0) fillQueue(db, saved, transactions);
      return { requeued: transactions.length, localRowsKept: fillLocalTables(db, saved) };
    })
    .immediate();
}

function fillQueue(db: Database.Database, saved: Salvaged, transactions: readonly SavedTransaction[]): void {
  const keepNumbers = saved.clientId !== null && saved.nextTx !== null && isUntouched(db);
  if (keepNumbers) {
    db.prepare("UPDATE ps_kv SET value = ? WHERE key = 'client_id'").run(saved.clientId);
    db.prepare('UPDATE ps_tx SET next_tx = ?').run(BigInt(saved.nextTx));
  }
  const insert = db.prepare('INSERT INTO ps_crud (id, data, tx_id) VALUES (?, ?, ?)');
  const takeNumber = db.prepare('UPDATE ps_tx SET next_tx = next_tx + 1 RETURNING next_tx - 1').pluck();
  const touched = db.prepare('INSERT OR IGNORE INTO ps_updated_rows (row_type, row_id) VALUES (?, ?)');
  const rows = new Map<string, LocalView>();
  for (const { txId, entries } of transactions) {
    const number = keepNumbers && txId !== null ? txId : Number(takeNumber.get());
    for (const { id, data } of entries) {
      insert.run(keepNumbers ? BigInt(id) : null, data, BigInt(number));
      const operation = JSON.parse(data) as Operation;
      touched.run(operation.type, operation.id);
      applyTo(rows, operation);
    }
  }
  // As powersync_crud does: nothing from the server replaces these rows before it has confirmed the upload.
  db.exec(
    "INSERT OR REPLACE INTO ps_kv (key, value) VALUES ('target_checkpoint_request_id', 9223372036854775807)",
  );
  showRows(db, rows);
}

interface Operation {
  readonly op: 'PUT' | 'PATCH' | 'DELETE';
  readonly type: string;
  readonly id: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

interface LocalView {
  readonly type: string;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the clerk entered shows at once, where it makes a whole row; the rest shows after the first sync. */
function applyTo(rows: Map<string, LocalView>, { op, type, id, data }: Operation): void {
  const key = JSON.stringify([type, id]);
  const before = rows.get(key);
  if (op === 'PUT') rows.set(key, { type, id, data: data ?? {} });
  else if (op === 'DELETE') rows.delete(key);
  else if (before) rows.set(key, { type, id, data: { ...before.data, ...data } });
}

/** PowerSync moves rows out of `ps_untyped` when the schema names their table. */
function showRows(db: Database.Database, rows: ReadonlyMap<string, LocalView>): void {
  const show = db.prepare('INSERT OR REPLACE INTO ps_untyped (type, id, data) VALUES (?, ?, ?)');
  for (const { type, id, data } of rows.values()) show.run(type, id, JSON.stringify(data));
}

function fillLocalTables(db: Database.Database, saved: Salvaged): number {
  let kept = 0;
  for (const { table, rows } of saved.localTables) {
    const name = `"${table.replaceAll('"', '""')}"`;
    db.exec(`CREATE TABLE IF NOT EXISTS ${name} (id TEXT PRIMARY KEY NOT NULL, data TEXT)`);
    const insert = db.prepare(`INSERT OR IGNORE INTO ${name} (id, data) VALUES (?, ?)`);
    for (const { id, data } of rows) kept += insert.run(id, data).changes;
  }
  return kept;
}

function isUntouched(db: Database.Database): boolean {
  const queued = db.prepare("SELECT 1 FROM sqlite_sequence WHERE name = 'ps_crud'").get();
  return queued === undefined && db.prepare('SELECT next_tx FROM ps_tx').pluck().get() === 1;
}
