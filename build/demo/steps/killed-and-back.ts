import { createClient } from '@supabase/supabase-js';
import { must } from '#shared/result/result.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import { until } from '../counter-process.ts';
import { type Scene, contractNumber, hash, readPapers, waiting } from '../scene.ts';
import type { Check } from '../step-table.ts';

/** SIGKILL leaves everything that was written. */
export async function killHost({ a, rented }: Scene, check: Check): Promise<void> {
  const { contractId, number, papers } = rented;
  const before = a.pid;
  await a.killHost();
  await a.switchOn();
  check(
    'it opens at the desk, without a line and without a sign-in',
    a.app.state.kind === 'open' && a.pid !== before,
  );
  const contract = await a.counter.rows
    .selectFrom('contracts')
    .selectAll()
    .where('id', '=', contractId)
    .executeTakeFirst();
  check(`contract ${number} is there, signed`, contract?.number === number && contract.status === 'out');
  const again = await readPapers(a.counter, contractId);
  check('both papers are recorded', JSON.stringify(again) === JSON.stringify(papers));
  for (const { id, sha256, kind } of papers) {
    const bytes = must(await a.counter.host['documents.read']({ id }));
    check(`the ${kind} PDF has the same SHA-256`, hash(bytes) === sha256);
  }
  const queue = await a.counter.db.get<{ n: number }>('SELECT count(DISTINCT tx_id) AS n FROM ps_crud');
  check(`${queue.n} transactions wait in the queue`, queue.n === 4);
  const uploads = await a.counter.rows
    .selectFrom('document_uploads')
    .select('id')
    .where('done_at', 'is', null)
    .execute();
  check('both papers wait for Storage', uploads.length === 2);
}

/** What waited arrives once: rows in Postgres and at B, files in Storage. */
export async function lineBack({ a, b, other, backend, count, rented }: Scene, check: Check): Promise<void> {
  const { contractId, number, papers } = rented;
  await a.restoreLine();
  await until('A is in step', async () => a.app.light?.current.kind === 'in-step' && waiting(a) === 0);
  check(
    'the contract is in Postgres once, with its number',
    (await count('contracts where number = $1', [number])) === 1,
  );
  await until('B has it', async () => (await contractNumber(b.counter, contractId)) === number);
  check('B shows it', (await contractNumber(b.counter, contractId)) === number);
  check('the other company still does not', (await contractNumber(other.counter, contractId)) === null);
  await until(
    'both papers are stored',
    async () =>
      (await count('documents where contract_id = $1 and stored_at is not null', [contractId])) === 2,
  );
  const reader = createClient(backend.supabaseUrl, backend.anonKey, { auth: { persistSession: false } });
  await reader.auth.signInWithPassword(demoPeople.owner);
  for (const { id, kind, sha256 } of papers) {
    const file = await reader.storage.from('contract-pdfs').download(`${alpina.id}/${id}.pdf`);
    const bytes = new Uint8Array((await file.data?.arrayBuffer()) ?? new ArrayBuffer(0));
    check(`the ${kind} PDF is in Storage under the company, with the same SHA-256`, hash(bytes) === sha256);
  }
  await reader.auth.signInWithPassword(demoPeople.lagoOwner);
  const theirs = await reader.storage.from('contract-pdfs').download(`${alpina.id}/${papers[0]?.id}.pdf`);
  check('the other company cannot download it', theirs.data === null && theirs.error !== null);
  await reader.auth.signOut();
}
