import { once } from 'node:events';
import { type Server, createServer } from 'node:http';

import { type SupabaseClient, createClient } from '@supabase/supabase-js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { counterSchema } from '#sync/schema/counter-schema.ts';

import { type TestCounter, openCounter } from '../replica/host/testing/open-counter.ts';
import { type DocumentUploader, type UploaderOptions, startDocumentUploader } from './document-uploader.ts';
import { sha256Of } from './upload-document.ts';

const paper = new TextEncoder().encode('%PDF-1.7 a contract');
const path = 'company/d1.pdf';

let counter: TestCounter;
let server: Server;
let supabase: SupabaseClient;
let uploader: DocumentUploader | undefined;
let stored: Map<string, Uint8Array>;
let uploads: string[];
/** What happens to the next uploads, before Storage does as it always does. */
let plays: ('lost' | 'lost-after' | 'hang' | number)[];
let problems: string[];

beforeEach(async () => {
  counter = await openCounter(counterSchema);
  stored = new Map();
  uploads = [];
  plays = [];
  problems = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void new Response(new Uint8Array(Buffer.concat(chunks)), {
        headers: request.headers as Record<string, string>,
      })
        .formData()
        .then((form) => (form.get('') as File).bytes())
        .catch(() => undefined)
        .then((bytes) => {
          const key = decodeURIComponent(request.url ?? '').replace('/storage/v1/object/contract-pdfs/', '');
          const answer = (status: number, body: unknown): void => {
            response.writeHead(status, { 'content-type': 'application/json' });
            response.end(JSON.stringify(body));
          };
          if (request.method === 'GET') {
            const found = stored.get(key);
            if (found) response.end(found);
            else answer(400, { statusCode: '404', error: 'not_found', message: 'Object not found' });
            return undefined;
          }
          uploads.push(key);
          const play = plays.shift();
          if (play === 'hang') return undefined;
          if (play === 'lost') return request.socket.destroy();
          if (typeof play === 'number')
            return answer(play, { statusCode: String(play), message: `played ${play}` });
          if (stored.has(key))
            return answer(400, { statusCode: '409', error: 'Duplicate', message: 'exists' });
          if (bytes) stored.set(key, bytes);
          return play === 'lost-after' ? request.socket.destroy() : answer(200, { Id: '1', Key: key });
        });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  supabase = createClient(url, 'key', { auth: { persistSession: false, autoRefreshToken: false } });
});

afterEach(async () => {
  uploader?.stop();
  uploader = undefined;
  server.closeAllConnections();
  server.close();
  await counter.close();
});

async function queue(sha256?: string): Promise<void> {
  await counter.db.writeTransaction(async (tx) => {
    const hash = sha256 ?? (await sha256Of(paper));
    await tx.execute("INSERT INTO documents (id, path, sha256) VALUES ('d1', ?, ?)", [path, hash]);
    await tx.execute(
      `INSERT INTO document_uploads (id, bucket, path, sha256, mime, attempts, created_at)
       VALUES ('d1', 'contract-pdfs', ?, ?, 'application/pdf', 0, '2026-11-20T10:00:00.000Z')`,
      [path, hash],
    );
  });
}

function start(options: Partial<UploaderOptions> = {}): DocumentUploader {
  uploader = startDocumentUploader({
    db: counter.db,
    supabase,
    readDocument: async () => paper,
    onProblem: (_, { code }) => problems.push(code),
    isOnline: () => true,
    retryMs: [1, 5],
    ...options,
  });
  return uploader;
}

/** Resolves when the document is marked as stored, by whatever woke the uploader. */
async function untilDone(): Promise<void> {
  for await (const { array } of counter.db.watch("SELECT done_at FROM document_uploads WHERE id = 'd1'")) {
    if (typeof array[0]?.['done_at'] === 'string') return;
  }
}

async function rows() {
  const upload = await counter.db.get<{
    done_at: string | null;
    attempts: number;
    last_error: string | null;
  }>("SELECT done_at, attempts, last_error FROM document_uploads WHERE id = 'd1'");
  const document = await counter.db.get<{ stored_at: string | null }>(
    "SELECT stored_at FROM documents WHERE id = 'd1'",
  );
  return { ...upload, ...document };
}

describe('a document', () => {
  it('that is queued goes to Storage byte for byte, and both rows say so in one transaction', async () => {
    start();
    await queue();
    await untilDone();
    expect(stored.get(path)).toEqual(paper);
    const { done_at, stored_at, last_error } = await rows();
    expect([stored_at, last_error]).toEqual([done_at, null]);
    const transactions: unknown[] = [];
    for await (const { crud } of counter.db.getCrudTransactions())
      transactions.push(crud.map(({ op, opData }) => [op, opData]));
    expect(transactions[1]).toEqual([['PATCH', { stored_at }]]);
  });

  it.each(['lost', 'lost-after', 503, 429] as const)(
    'arrives in the end when the first try meets: %s',
    async (play) => {
      plays = [play, play];
      await queue();
      start();
      await untilDone();
      expect(stored.get(path)).toEqual(paper);
      expect(problems).toEqual([]);
    },
  );

  it('is not waited for without end', async () => {
    plays = ['hang'];
    await queue();
    // Long enough for the second try on a machine that has much to do.
    start({ timeoutMs: 500 });
    await untilDone();
    expect(uploads).toHaveLength(2);
  });

  it('that was stored before a crash is not sent over itself', async () => {
    stored.set(path, paper);
    await queue();
    start();
    await untilDone();
    expect(stored.get(path)).toEqual(paper);
    expect((await rows()).attempts).toBe(0);
  });

  it('is never written over another, nor taken for it', async () => {
    const other = new TextEncoder().encode('another');
    stored.set(path, other);
    await queue();
    await start({ retryMs: [60_000, 60_000] }).run();
    expect(stored.get(path)).toEqual(other);
    expect(await rows()).toMatchObject({
      done_at: null,
      stored_at: null,
      attempts: 1,
      last_error: 'stored-differs',
    });
    expect(problems).toEqual(['stored-differs']);
  });

  it('whose bytes are not those that were made is not sent', async () => {
    await queue('0'.repeat(64));
    await start({ retryMs: [60_000, 60_000] }).run();
    expect(uploads).toEqual([]);
    expect(await rows()).toMatchObject({ done_at: null, last_error: 'document-changed' });
    expect(problems).toEqual(['document-changed']);
  });

  it('that cannot be read, or is refused, stays and is named', async () => {
    await queue();
    const unreadable = start({
      readDocument: () => Promise.reject(new Error('no such file')),
      retryMs: [60_000, 60_000],
    });
    await unreadable.run();
    unreadable.stop();
    plays = [403];
    await start({ retryMs: [60_000, 60_000] }).run();
    expect(problems).toEqual(['document-unreadable', 'storage-refused']);
    expect(await rows()).toMatchObject({ done_at: null, attempts: 2, last_error: 'storage-refused' });
  });

  it('waits for the line', async () => {
    let online = false;
    await queue();
    await start({ isOnline: () => online }).run();
    expect(uploads).toEqual([]);
    online = true;
    await uploader?.run();
    expect(stored.get(path)).toEqual(paper);
  });
});
