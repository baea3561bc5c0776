import type { CommonPowerSyncDatabase, CompilableQuery } from '@powersync/common';
import { type Instant, instant } from '#shared/time/instant.ts';
import type { OutgoingOperation } from '#sync/connector/transactions.ts';
import { writerOf } from '../session/writer-of.ts';
import { aboutRefused } from './about-refused.ts';
import { readRefused } from './refused-payload.ts';

/** What a change that waits is, in the words of the counter. */
export type WaitingKind =
  | 'contract'
  | 'checkIn'
  | 'amendment'
  | 'reservation'
  | 'creditNote'
  | 'invoice'
  | 'payment'
  | 'bank'
  | 'reminder'
  | 'cash'
  | 'fine'
  | 'customer'
  | 'vehicle'
  | 'mail'
  | 'paper'
  | 'decision'
  | 'settings'
  | 'other';

/** One transaction that the server has not taken yet. */
export interface WaitingChange {
  readonly txId: number;
  readonly kind: WaitingKind;
  /** Whom or what it is about: names, numbers, plates. */
  readonly about: string;
  /** Null where none of its rows says when it was written. */
  readonly at: Instant | null;
  /** The person whom its rows name; null where they name none. */
  readonly writerId: string | null;
}

interface QueueRow {
  readonly tx_id: number;
  readonly data: string;
}

/** Operations that are read at most: a line that was down for a day is told of from its beginning. */
const operationsAtMost = 2_000;

/** The upload queue of PowerSync, the oldest first: a local table that no schema names. */
export function queueQuery(db: CommonPowerSyncDatabase): CompilableQuery<QueueRow> {
  const sql = `SELECT tx_id, data FROM ps_crud ORDER BY id LIMIT ${operationsAtMost}`;
  return {
    compile: () => ({ sql, parameters: [] }),
    execute: async () => await db.getAll<QueueRow>(sql),
  };
}

/** To watch the queue by. */
export const queueTables = ['ps_crud'] as const;

/** What waits, transaction by transaction. */
export function waitingChanges(
  queue: readonly QueueRow[],
  people: ReadonlySet<string>,
): readonly WaitingChange[] {
  return [...Map.groupBy(queue, ({ tx_id: txId }) => txId)].map(([txId, entries]) => {
    const ops = entries.map(({ data }) => operationOf(data));
    return {
      txId,
      kind: kindOf(ops),
      about: aboutRefused(
        readRefused(JSON.stringify(ops.map(({ op, table, id, data }) => ({ op, table, id, data })))),
      ),
      at: writtenAt(ops),
      writerId: writerOf({ tx_id: txId, ops }, [], people),
    };
  });
}

function operationOf(text: string): OutgoingOperation {
  const { op, type, id, data } = JSON.parse(text) as {
    readonly op: OutgoingOperation['op'];
    readonly type: string;
    readonly id: string;
    readonly data?: Readonly<Record<string, unknown>>;
  };
  return { op, table: type, id, data: data ?? null };
}

/** By what says most: a signed contract is written with its drivers, a bill with its payment. */
const kindsOfTables: readonly (readonly [kind: WaitingKind, tables: readonly string[]])[] = [
  ['amendment', ['amendments']],
  ['invoice', ['invoices', 'invoice_lines']],
  ['bank', ['bank_imports', 'bank_entries']],
  ['payment', ['payments', 'deposits']],
  ['reminder', ['reminders']],
  ['cash', ['cash_sessions', 'cash_movements']],
  ['fine', ['fines']],
  ['reservation', ['contracts', 'contract_lines', 'contract_drivers']],
  ['customer', ['customers']],
  ['vehicle', ['vehicles', 'vehicle_plates', 'vehicle_holds', 'vehicle_transfers', 'damages', 'handovers']],
  ['mail', ['messages']],
  ['paper', ['documents', 'photos']],
  ['decision', ['conflicts', 'refused_changes']],
  ['settings', ['companies', 'branches', 'counters', 'users', 'release_policies', 'saved_views']],
  ['settings', ['vehicle_categories', 'rates', 'seasons', 'extras', 'protections', 'discounts']],
  ['settings', ['kilometre_packages', 'one_way_fees']],
];

function kindOf(ops: readonly OutgoingOperation[]): WaitingKind {
  const some = (table: string, column: string, value?: string): boolean =>
    ops.some(
      (op) =>
        op.table === table &&
        (value === undefined ? (op.data?.[column] ?? null) !== null : op.data?.[column] === value),
    );
  if (some('contracts', 'signed_at')) return 'contract';
  if (some('handovers', 'kind', 'check_in')) return 'checkIn';
  if (some('invoices', 'kind', 'credit_note')) return 'creditNote';
  const tables = new Set(ops.map(({ table }) => table));
  return kindsOfTables.find(([, own]) => own.some((table) => tables.has(table)))?.[0] ?? 'other';
}

const moments = ['created_at', 'signed_at', 'occurred_at', 'settled_at', 'stored_at', 'updated_at'];

function writtenAt(ops: readonly OutgoingOperation[]): Instant | null {
  for (const column of moments) {
    for (const { data } of ops) {
      const text = data?.[column];
      if (typeof text === 'string' && !Number.isNaN(Date.parse(text))) return instant(new Date(text));
    }
  }
  return null;
}
