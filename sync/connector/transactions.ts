import type { CommonPowerSyncDatabase, CrudEntry, CrudTransaction } from '@powersync/common';

/** One local transaction as `apply_changes` takes it. */
export interface OutgoingTransaction {
  readonly tx_id: number;
  readonly ops: readonly OutgoingOperation[];
}

export interface OutgoingOperation {
  readonly op: 'PUT' | 'PATCH' | 'DELETE' | 'UNREADABLE';
  readonly table: string;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** A transaction to send, and how to take it and all before it out of the queue. */
export interface Queued {
  readonly transaction: OutgoingTransaction;
  /** About the bytes it takes in a request. */
  readonly size: number;
  readonly complete: () => Promise<void>;
}

/**
 * A transaction that Postgres cannot read (U+0000 in a text, half a surrogate pair), as text that it can. The server refuses
 * it and keeps it, so that people find it in the inbox like every refusal, with all that was in it.
 */
export function asUnreadable({ tx_id, ops }: OutgoingTransaction): OutgoingTransaction {
  const [first] = ops;
  const text = JSON.stringify(ops);
  return {
    tx_id,
    ops: [{ op: 'UNREADABLE', table: first?.table ?? '', id: first?.id ?? '', data: { text } }],
  };
}

export interface BatchLimits {
  readonly transactions: number;
  readonly bytes: number;
}

/**
 * The oldest transactions of the queue, in order, up to the limits. One that is larger than the limit on its own comes
 * alone. Empty when nothing waits.
 */
export async function nextBatch(db: CommonPowerSyncDatabase, limits: BatchLimits): Promise<Queued[]> {
  const batch: Queued[] = [];
  let bytes = 0;
  for await (const crud of db.getCrudTransactions()) {
    const queued = toQueued(crud);
    if (batch.length > 0 && bytes + queued.size > limits.bytes) break;
    batch.push(queued);
    bytes += queued.size;
    if (batch.length >= limits.transactions) break;
  }
  return batch;
}

function toQueued(crud: CrudTransaction): Queued {
  // Every write goes through a view, and a view's write is in a transaction. Without its number the server could not know
  // it again.
  if (crud.transactionId === undefined) throw new Error('a queued change belongs to no transaction');
  const transaction = { tx_id: crud.transactionId, ops: crud.crud.map(toOperation) };
  return {
    transaction,
    size: new TextEncoder().encode(JSON.stringify(transaction)).byteLength,
    complete: () => crud.complete(),
  };
}

function toOperation({ op, table, id, opData }: CrudEntry): OutgoingOperation {
  return { op, table, id, data: opData ?? null };
}
