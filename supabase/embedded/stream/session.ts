import type { SyncLine } from './lines.ts';
import { type BucketLine, operationLine } from './lines.ts';
import type { BucketState, OpReader } from './op-reader.ts';
import type { Wanted, WantedBucket } from './wanted-buckets.ts';

const operationsAtOnce = 1_000;
const bytesAtOnce = 1024 * 1024;

export interface SessionOptions {
  readonly wanted: Wanted;
  readonly reader: OpReader;
  /** Stays the same as long as nobody's buckets can have changed. */
  readonly lookupChanges: () => number;
  /** Where the client stands in the buckets it has. */
  readonly positions: ReadonlyMap<string, number>;
  readonly writeCheckpoint: () => string | undefined;
  /** Counts commits to the log. */
  readonly generation: () => number;
  /** Resolves at the next commit after `generation`, or when the session is over. */
  readonly changed: (generation: number) => Promise<void>;
  readonly isOver: () => boolean;
  readonly send: (line: SyncLine) => Promise<void>;
}

interface Checkpoint {
  readonly generation: number;
  readonly lastOp: number;
  readonly writeCheckpoint: string | undefined;
  readonly buckets: ReadonlyMap<
    string,
    { readonly wanted: WantedBucket; readonly state: BucketState | undefined }
  >;
}

/**
 * One counter's stream: a checkpoint says what there is, the operations follow by priority, then "complete"; and again
 * at every change. A change in a more urgent bucket does not wait for less urgent ones to end.
 */
export async function runSession(options: SessionOptions): Promise<void> {
  const { send, isOver } = options;
  const positions = new Map(options.positions);
  let shown: Checkpoint | undefined;
  let incomplete = false;
  while (!isOver()) {
    const checkpoint = await readCheckpoint(options);
    const line = shown ? difference(shown, checkpoint) : full(checkpoint, options.wanted);
    if (line) await send(line);
    if (line || incomplete) {
      for (const name of positions.keys()) if (!checkpoint.buckets.has(name)) positions.delete(name);
      incomplete = !(await sendOperations(checkpoint, positions, options));
      shown = checkpoint;
    }
    if (!incomplete) await options.changed(checkpoint.generation);
  }
}

async function readCheckpoint({
  wanted,
  reader,
  lookupChanges,
  generation,
  writeCheckpoint,
}: SessionOptions): Promise<Checkpoint> {
  const at = generation();
  // Before the state: what this number waits for is then certainly in it.
  const number = writeCheckpoint();
  const buckets = await wanted.buckets(reader.lookups, lookupChanges());
  const state = reader.checkpoint(buckets.map(({ name }) => name));
  return {
    generation: at,
    lastOp: state.lastOp,
    writeCheckpoint: number,
    buckets: new Map(
      buckets.map((bucket) => [bucket.name, { wanted: bucket, state: state.buckets.get(bucket.name) }]),
    ),
  };
}

/**
 * Sends what is missing up to the checkpoint. False when it was left for a newer one: because more urgent rows came,
 * or because an operation before the checkpoint has been superseded by one after it.
 */
async function sendOperations(
  checkpoint: Checkpoint,
  positions: Map<string, number>,
  options: SessionOptions,
): Promise<boolean> {
  const groups = Map.groupBy(checkpoint.buckets.values(), ({ wanted }) => wanted.priority);
  const priorities = [...groups.keys()].sort((a, b) => a - b);
  for (const priority of priorities) {
    let superseded = false;
    for (const { wanted, state } of groups.get(priority) ?? []) {
      for (;;) {
        const after = positions.get(wanted.name) ?? 0;
        if (!state || state.lastOp <= after) break;
        const batch = nextBatch(options.reader, state.id, after, checkpoint.lastOp);
        superseded ||= batch.operations.some((op) => (op.superseded_by ?? 0) > checkpoint.lastOp);
        positions.set(wanted.name, batch.nextAfter);
        await options.send({
          data: {
            bucket: wanted.name,
            after: String(after),
            next_after: String(batch.nextAfter),
            has_more: batch.hasMore,
            data: batch.operations.map(operationLine),
          },
        });
        if (options.isOver()) return false;
        if (!batch.hasMore) break;
        if (await moreUrgentRows(checkpoint, priority, options)) return false;
      }
    }
    if (superseded) return false;
    if (priority !== priorities.at(-1)) {
      await options.send({
        partial_checkpoint_complete: { last_op_id: String(checkpoint.lastOp), priority },
      });
    }
  }
  await options.send({ checkpoint_complete: { last_op_id: String(checkpoint.lastOp) } });
  return true;
}

function nextBatch(
  reader: OpReader,
  bucket: number,
  after: number,
  upTo: number,
): { operations: ReturnType<OpReader['operations']>; nextAfter: number; hasMore: boolean } {
  const found = reader.operations(bucket, after, upTo, operationsAtOnce);
  let bytes = 0;
  let count = 0;
  while (count < found.length && (count === 0 || bytes < bytesAtOnce)) {
    bytes += found[count]?.data?.length ?? 0;
    count += 1;
  }
  const operations = found.slice(0, count);
  const hasMore = count < found.length || found.length === operationsAtOnce;
  return { operations, nextAfter: hasMore ? (operations.at(-1)?.op_id ?? upTo) : upTo, hasMore };
}

async function moreUrgentRows(
  checkpoint: Checkpoint,
  than: number,
  options: SessionOptions,
): Promise<boolean> {
  if (options.generation() === checkpoint.generation) return false;
  const urgent = [...checkpoint.buckets.values()].filter(({ wanted }) => wanted.priority < than);
  const now = options.reader.checkpoint(urgent.map(({ wanted }) => wanted.name));
  return urgent.some(({ wanted, state }) => now.buckets.get(wanted.name)?.lastOp !== state?.lastOp);
}

function bucketLine(
  name: string,
  { wanted, state }: { wanted: WantedBucket; state: BucketState | undefined },
): BucketLine {
  return {
    bucket: name,
    checksum: state?.checksum ?? 0,
    count: state?.count ?? 0,
    priority: wanted.priority,
    subscriptions: wanted.subscriptions,
  };
}

function head({ lastOp, writeCheckpoint }: Checkpoint): { last_op_id: string; write_checkpoint?: string } {
  return {
    last_op_id: String(lastOp),
    ...(writeCheckpoint === undefined ? {} : { write_checkpoint: writeCheckpoint }),
  };
}

function full(checkpoint: Checkpoint, { streams }: Wanted): SyncLine {
  const buckets = [...checkpoint.buckets].map(([name, bucket]) => bucketLine(name, bucket));
  return { checkpoint: { ...head(checkpoint), buckets, streams } };
}

/** What changed for this client, or undefined when nothing did. */
function difference(before: Checkpoint, now: Checkpoint): SyncLine | undefined {
  const removed = [...before.buckets.keys()].filter((name) => !now.buckets.has(name));
  const updated = [...now.buckets].filter(([name, { state }]) => {
    const known = before.buckets.get(name);
    return !known || known.state?.lastOp !== state?.lastOp || known.state?.count !== state?.count;
  });
  if (removed.length === 0 && updated.length === 0 && before.writeCheckpoint === now.writeCheckpoint)
    return undefined;
  return {
    checkpoint_diff: {
      ...head(now),
      updated_buckets: updated.map(([name, bucket]) => bucketLine(name, bucket)),
      removed_buckets: removed,
    },
  };
}
