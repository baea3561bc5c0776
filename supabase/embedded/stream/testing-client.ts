import { setTimeout } from 'node:timers/promises';
import type { SyncLine } from './lines.ts';

export interface StreamClientOptions {
  readonly url: string;
  readonly token: string;
  readonly clientId?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly streams?: unknown;
}

/** The default streams, and the past of the branches in which these counters stand. */
export function withBranchesOf(counterIds: readonly string[]): unknown {
  return {
    include_defaults: true,
    subscriptions: counterIds.map((id) => ({ stream: 'branch', parameters: { counter_id: id } })),
  };
}

/**
 * A counter's end of the stream without a counter: reads the lines, keeps the rows, and checks every checksum as the
 * PowerSync core does. Keeps what it has over `disconnect` and `connect`, as a replica does.
 */
export class StreamClient {
  readonly lines: SyncLine[] = [];
  /** Completed checkpoints so far. */
  completed = 0;
  writeCheckpoint: string | undefined;
  ended: Promise<void> = Promise.resolve();
  /** Why reading stopped by itself, such as a wrong checksum. */
  failure: unknown;
  readonly #options: StreamClientOptions;
  readonly #buckets = new Map<string, Bucket>();
  #checkpoint: { buckets: Map<string, number>; writeCheckpoint: string | undefined } | undefined;
  #abort = new AbortController();
  #changed = Promise.withResolvers<void>();

  constructor(options: StreamClientOptions) {
    this.#options = options;
  }

  async connect(token = this.#options.token): Promise<void> {
    this.#abort = new AbortController();
    const response = await this.post(token);
    if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`);
    this.failure = undefined;
    this.ended = this.#follow(response.body);
  }

  post(token: string): Promise<Response> {
    const { url, clientId, parameters, streams } = this.#options;
    return fetch(`${url}/sync/stream`, {
      method: 'POST',
      headers: { authorization: `Token ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        buckets: [...this.#buckets].map(([name, { after }]) => ({ name, after })),
        include_checksum: true,
        raw_data: true,
        client_id: clientId ?? 'test',
        parameters,
        streams,
      }),
      signal: this.#abort.signal,
    });
  }

  async disconnect(): Promise<void> {
    this.#abort.abort();
    await this.ended;
  }

  /** All rows of a table, by id, as parsed JSON. Only meaningful after a completed checkpoint. */
  rows(table: string): Map<string, Record<string, unknown>> {
    const found = new Map<string, Record<string, unknown>>();
    for (const { rows } of this.#buckets.values()) {
      for (const { type, id, data } of rows.values()) {
        if (type === table) found.set(id, JSON.parse(data) as Record<string, unknown>);
      }
    }
    return found;
  }

  tables(): Set<string> {
    return new Set(
      [...this.#buckets.values()].flatMap(({ rows }) => [...rows.values()].map(({ type }) => type)),
    );
  }

  /** Resolves when a line has made the condition true. */
  async until(condition: () => boolean, milliseconds = 10_000): Promise<void> {
    const late = new AbortController();
    const timeout = setTimeout(milliseconds, 'late' as const, { signal: late.signal }).catch(
      () => 'late' as const,
    );
    try {
      while (!condition()) {
        if (this.failure instanceof Error) throw this.failure;
        if ((await Promise.race([this.#changed.promise, timeout])) === 'late')
          throw new Error('the stream did not get there in time');
      }
    } finally {
      late.abort();
    }
  }

  /** Asks for a write checkpoint and waits until the stream has reached it: everything committed before is here. */
  async catchUp(token = this.#options.token): Promise<void> {
    const { url, clientId } = this.#options;
    const ask = (): Promise<Response> =>
      fetch(`${url}/write-checkpoint2.json?client_id=${clientId ?? 'test'}`, {
        headers: { authorization: `Token ${token}` },
      });
    let response = await ask();
    // The database did not answer in time, on a machine that does much else: asked again, as PowerSync does.
    while (response.status === 503) response = await ask();
    const { data } = (await response.json()) as { data: { write_checkpoint: string } };
    await this.until(() => Number(this.writeCheckpoint ?? 0) >= Number(data.write_checkpoint));
  }

  async #follow(body: ReadableStream<Uint8Array>): Promise<void> {
    try {
      await this.#read(body);
      this.failure = new Error('the stream has ended');
    } catch (error) {
      this.failure = error;
    }
    this.#changed.resolve();
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of body) {
      rest += decoder.decode(chunk, { stream: true });
      const texts = rest.split('\n');
      rest = texts.pop() ?? '';
      for (const text of texts) this.#take(JSON.parse(text) as SyncLine);
      this.#changed.resolve();
      this.#changed = Promise.withResolvers();
    }
  }

  #take(line: SyncLine): void {
    if (!('data' in line)) this.lines.push(line);
    if ('checkpoint' in line) {
      const { buckets, write_checkpoint: writeCheckpoint } = line.checkpoint;
      this.#checkpoint = {
        buckets: new Map(buckets.map(({ bucket, checksum }) => [bucket, checksum])),
        writeCheckpoint,
      };
      for (const name of this.#buckets.keys())
        if (!this.#checkpoint.buckets.has(name)) this.#buckets.delete(name);
    } else if ('checkpoint_diff' in line) {
      if (!this.#checkpoint) throw new Error('a difference to nothing');
      const {
        updated_buckets: updated,
        removed_buckets: removed,
        write_checkpoint: number,
      } = line.checkpoint_diff;
      for (const name of removed) {
        this.#checkpoint.buckets.delete(name);
        this.#buckets.delete(name);
      }
      for (const { bucket, checksum } of updated) this.#checkpoint.buckets.set(bucket, checksum);
      this.#checkpoint.writeCheckpoint = number;
    } else if ('data' in line) this.#apply(line.data);
    else if ('checkpoint_complete' in line) this.#complete();
  }

  #apply({
    bucket: name,
    after,
    next_after: next,
    data,
  }: Extract<SyncLine, { data: unknown }>['data']): void {
    const bucket = this.#buckets.get(name) ?? { after: '0', checksum: 0, rows: new Map() };
    if (bucket.after !== after)
      throw new Error(`${name}: rows after ${after} came where ${bucket.after} was`);
    this.#buckets.set(name, bucket);
    for (const {
      op,
      object_type: type = '',
      object_id: id = '',
      subkey = '',
      checksum,
      data: json,
    } of data) {
      bucket.checksum = op === 'CLEAR' ? checksum : (bucket.checksum + checksum) % 2 ** 32;
      const key = `${type}/${id}/${subkey}`;
      if (op === 'CLEAR') bucket.rows.clear();
      else if (op === 'PUT') bucket.rows.set(key, { type, id, data: json ?? '{}' });
      else if (op === 'REMOVE') bucket.rows.delete(key);
    }
    bucket.after = next;
  }

  #complete(): void {
    for (const [name, checksum] of this.#checkpoint?.buckets ?? []) {
      const mine = this.#buckets.get(name)?.checksum ?? 0;
      if (mine !== checksum) throw new Error(`${name}: checksum ${mine} instead of ${checksum}`);
    }
    this.completed += 1;
    this.writeCheckpoint = this.#checkpoint?.writeCheckpoint;
  }
}

interface Bucket {
  after: string;
  checksum: number;
  readonly rows: Map<string, { readonly type: string; readonly id: string; readonly data: string }>;
}
