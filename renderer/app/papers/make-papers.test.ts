import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuse } from '#shared/result/result.ts';
import { CounterPc } from '#build/demo/counter-process.ts';
import { rent, someCustomer } from '#build/demo/rent.ts';
import { type TestBackend, startTestBackend } from '#supabase/embedded/testing.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import type { Counter } from '../counter/counter.ts';
import { makePapers } from './make-papers.ts';

let backend: TestBackend;
let pc: CounterPc;
const folder = mkdtempSync(join(tmpdir(), 'schalter-papers-'));

beforeAll(async () => {
  backend = await startTestBackend();
  pc = await CounterPc.setUp(folder, backend);
  await pc.switchOn();
  await pc.signIn(demoPeople.zurich, alpina.counters.zurichA);
});

afterAll(async () => {
  await pc.switchOff();
  await backend.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The counter with a host that does what it is told instead of making papers. */
const withHost = (counter: Counter, make: Counter['host']['documents.make']): Counter => ({
  ...counter,
  host: { ...counter.host, 'documents.make': make },
});

test('a paper that cannot be made stays due with its reason, and is made once when it can', async () => {
  // The background of the counter is stopped with it, so that this test alone makes papers.
  const { counter } = pc;
  await pc.app.signOut();
  const customer = await someCustomer(counter, 2);
  const { contractId } = await rent(counter, { customerId: customer.id, days: 1 });
  const documents = async () =>
    await counter.rows.selectFrom('documents').selectAll().where('contract_id', '=', contractId).execute();
  const jobs = async () => await counter.rows.selectFrom('paper_jobs').selectAll().execute();

  expect(await makePapers(withHost(counter, async () => refuse({ code: 'disk_full' })))).toBe(0);
  expect(await documents()).toEqual([]);
  expect(await jobs()).toMatchObject([
    { kind: 'contract', subject_id: contractId, last_error: '{"code":"disk_full"}' },
  ]);

  // Killed after the file was kept and before it was recorded: the job is still there.
  const interrupted = withHost(counter, async (input) => {
    await counter.host['documents.make'](input);
    throw new Error('killed');
  });
  expect(await makePapers(interrupted)).toBe(0);
  expect(await jobs()).toMatchObject([{ last_error: '{"code":"unexpected_Error"}' }]);

  expect(await makePapers(counter)).toBe(1);
  expect(await makePapers(counter)).toBe(0);
  expect(await jobs()).toEqual([]);
  const [document, ...others] = await documents();
  expect(others).toEqual([]);
  const [upload] = await counter.rows
    .selectFrom('document_uploads')
    .selectAll()
    .where('id', '=', document!.id)
    .execute();
  expect(upload).toMatchObject({ sha256: document!.sha256, path: document!.path, done_at: null });
});
