import type { PowerSyncDatabase } from '@powersync/web';
import type { Rows } from '#renderer/app/counter/counter.ts';

/** On the clock that all pages of one browser share. */
export function sharedNow(): number {
  return performance.timeOrigin + performance.now();
}

/** Changes a customer's note as a screen would; returns when the commit was on the disk. */
export async function writeNote(rows: Rows, customerId: string, note: string): Promise<number> {
  await rows.updateTable('customers').set({ note }).where('id', '=', customerId).execute();
  return sharedNow();
}

/** When a screen that watches the customer first got the note. */
export function noteArrives(rows: Rows, customerId: string, note: string): Promise<number> {
  const stop = new AbortController();
  const query = rows.selectFrom('customers').select('note').where('id', '=', customerId);
  return new Promise((resolve, reject) => {
    rows.watch(
      query,
      {
        onResult: ([row]) => {
          if (row?.note !== note) return;
          stop.abort();
          resolve(sharedNow());
        },
        onError: reject,
      },
      // As in the screens' `useRows`.
      { signal: stop.signal, throttleMs: 16 },
    );
  });
}

/** Resolves when nothing waits to be uploaded any more. */
export async function queueIsEmpty(db: PowerSyncDatabase): Promise<number> {
  const stop = new AbortController();
  try {
    const watched = db.watch('SELECT count(*) AS n FROM ps_crud', [], {
      signal: stop.signal,
      throttleMs: 10,
    });
    for await (const result of watched) if (result.array[0]?.['n'] === 0) return sharedNow();
    throw new Error('the queue was no longer watched');
  } finally {
    stop.abort();
  }
}
