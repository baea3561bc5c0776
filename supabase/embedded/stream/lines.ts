import type { ServerResponse } from 'node:http';
import { serialize } from 'bson';
import type { Operation } from './op-reader.ts';
import type { StreamLine, WantedBucket } from './wanted-buckets.ts';

export interface BucketLine {
  readonly bucket: string;
  readonly checksum: number;
  readonly count: number;
  readonly priority: number;
  readonly subscriptions: WantedBucket['subscriptions'];
}

/** One line of the answer to `/sync/stream`, as the client core reads it. */
export type SyncLine =
  | {
      readonly checkpoint: {
        readonly last_op_id: string;
        readonly write_checkpoint?: string;
        readonly buckets: readonly BucketLine[];
        readonly streams: readonly StreamLine[];
      };
    }
  | {
      readonly checkpoint_diff: {
        readonly last_op_id: string;
        readonly write_checkpoint?: string;
        readonly updated_buckets: readonly BucketLine[];
        readonly removed_buckets: readonly string[];
      };
    }
  | {
      readonly data: {
        readonly bucket: string;
        readonly after: string;
        readonly next_after: string;
        readonly has_more: boolean;
        readonly data: readonly OperationLine[];
      };
    }
  | { readonly partial_checkpoint_complete: { readonly last_op_id: string; readonly priority: number } }
  | { readonly checkpoint_complete: { readonly last_op_id: string } }
  | { readonly token_expires_in: number };

interface OperationLine {
  readonly op_id: string;
  readonly op: Operation['op'];
  readonly object_type?: string;
  readonly object_id?: string;
  readonly subkey?: string;
  readonly checksum: number;
  readonly data: string | null;
}

export function operationLine({ op_id, op, type, row, subkey, checksum, data }: Operation): OperationLine {
  const named =
    type === null || row === null ? {} : { object_type: type, object_id: row, subkey: subkey ?? '' };
  return { op_id: String(op_id), op, ...named, checksum, data };
}

export type Encode = (line: SyncLine) => string | Uint8Array;

export const bsonType = 'application/vnd.powersync.bson-stream';
export const ndjsonType = 'application/x-ndjson';

/** BSON documents one after the other, or a JSON text per line. Without `rawData` rows are objects, not JSON text. */
export function encoder(binary: boolean, rawData: boolean): Encode {
  if (binary) return (line) => serialize(line);
  if (rawData) return (line) => `${JSON.stringify(line)}\n`;
  return (line) => {
    if (!('data' in line)) return `${JSON.stringify(line)}\n`;
    const data = line.data.data.map((op) => ({
      ...op,
      data: op.data === null ? null : (JSON.parse(op.data) as unknown),
    }));
    return `${JSON.stringify({ data: { ...line.data, data } })}\n`;
  };
}

/** Writes and, when the client reads slower than we send, waits until it has caught up or gone. */
export async function send(response: ServerResponse, bytes: string | Uint8Array): Promise<void> {
  if (response.destroyed || response.writableEnded || response.write(bytes)) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}
