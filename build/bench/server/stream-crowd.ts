/** A worker: so many counters on the stream at once, out of the way of the server they ask. Looks for marks in what comes. */
import { parentPort, workerData } from 'node:worker_threads';

export interface CrowdOrder {
  readonly url: string;
  readonly token: string;
  readonly counters: number;
}

export type CrowdNews =
  /** All have their first checkpoint complete. */
  | { readonly kind: 'synced'; readonly milliseconds: number; readonly bytes: number }
  /** Every counter has the row with this mark; when each got it. */
  | { readonly kind: 'seen'; readonly mark: string; readonly at: readonly number[] }
  | { readonly kind: 'failed'; readonly message: string };

/** Not followed by a digit, so that mark-1 is not found in mark-10. */
const markOf = /bench-mark-\d+(?=\D)/gu;

const { url, token, counters } = workerData as CrowdOrder;
const seen = new Map<string, number[]>();
let complete = 0;
let bytes = 0;
const began = performance.now();
const tell = (news: CrowdNews): void => parentPort?.postMessage(news);

// Not all in one instant: a real crowd comes in over a second or two after the line is back.
const abreast = 50;
try {
  for (let first = 0; first < counters; first += abreast) {
    const some = Array.from({ length: Math.min(abreast, counters - first) }, (_, index) =>
      open(first + index),
    );
    await Promise.all(some);
  }
} catch (error) {
  tell({ kind: 'failed', message: String(error) });
}

/** Resolves when the first checkpoint is complete, and goes on reading. */
async function open(index: number): Promise<void> {
  const response = await fetch(`${url}/sync/stream`, {
    method: 'POST',
    headers: { authorization: `Token ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      buckets: [],
      include_checksum: true,
      raw_data: true,
      client_id: `crowd-${index}`,
    }),
  });
  if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`);
  const first = Promise.withResolvers<void>();
  follow(response.body, () => first.resolve()).catch((error: unknown) => first.reject(error as Error));
  await first.promise;
}

async function follow(body: ReadableStream<Uint8Array>, onComplete: () => void): Promise<void> {
  const decoder = new TextDecoder();
  let isComplete = false;
  let rest = '';
  const mine = new Set<string>();
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    // A little of what came before, in case a word was cut in two.
    const text = rest + decoder.decode(chunk, { stream: true });
    rest = text.slice(-40);
    if (!isComplete && text.includes('"checkpoint_complete"')) {
      isComplete = true;
      complete += 1;
      onComplete();
      if (complete === counters) tell({ kind: 'synced', milliseconds: performance.now() - began, bytes });
    }
    for (const [mark] of text.matchAll(markOf)) {
      if (mine.has(mark)) continue;
      mine.add(mark);
      const at = seen.get(mark) ?? [];
      at.push(performance.timeOrigin + performance.now());
      seen.set(mark, at);
      if (at.length === counters) tell({ kind: 'seen', mark, at });
    }
  }
}
