import type { SupabaseClient } from '@supabase/supabase-js';
import { startDocumentUploader } from '#sync/attachments/document-uploader.ts';
import { makePapers } from '../papers/make-papers.ts';
import type { Counter } from './counter.ts';
import { startReporting } from './report-counter.ts';
import { tellKey } from './tell-key.ts';

export interface Background {
  /** Resolves when what was under way has ended. */
  stop(): Promise<void>;
}

/** What a counter does while nobody looks: makes the papers that are due, brings them to Storage, tells its key and what it runs. */
export function startBackground(counter: Counter, supabase: SupabaseClient): Background {
  const ended = new AbortController();
  let running: Promise<unknown> = Promise.resolve();
  const work = async (): Promise<void> => {
    if (!ended.signal.aborted) await makePapers(counter);
  };
  counter.db.watchWithCallback(
    'SELECT count(*) FROM paper_jobs WHERE last_error IS NULL',
    [],
    {
      onResult: () => {
        // One after the other: a job that two runs find is made once.
        running = running.then(work).catch(() => undefined);
      },
    },
    { signal: ended.signal, throttleMs: 10 },
  );
  // Not waited for: without a line it may take long, and the next start tells it, too.
  void tellKey(counter, supabase).catch(() => undefined);
  const stopReporting = startReporting(counter, supabase);
  const uploader = startDocumentUploader({
    db: counter.db,
    supabase,
    readDocument: async (id) => {
      const paper = await counter.host['documents.read']({ id });
      if (paper.ok) return paper.value;
      throw new Error(`the paper cannot be read: ${paper.refusal.code}`);
    },
  });
  return {
    async stop() {
      ended.abort();
      stopReporting();
      uploader.stop();
      await running;
    },
  };
}
