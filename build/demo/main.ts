/**
 * `npm run demo`: the first rental, end to end and without a window, on the embedded backend. Three counter PCs with host
 * processes and lines of their own. Prints what was checked and how long it took, leaves the papers in `demo-output/`,
 * and ends with 0 only when everything held.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { qrPayload } from '#shared/qr-bill/qr-payload.ts';
import { invoicePaper } from '#shared/invoices/invoice-paper.ts';
import { invoiceQrBill } from '#shared/invoices/invoice-paper-qr-bill.ts';
import { must } from '#shared/result/result.ts';
import { now } from '#shared/time/instant.ts';
import type { Counter } from '#renderer/app/counter/counter.ts';
import { invoicePaperOf } from '#renderer/app/papers/invoice-paper-of.ts';
import { issueInvoice } from '#renderer/contracts/issue-invoice.ts';
import { freeVehicles } from '#renderer/check-out/vehicle-queries.ts';
import { startTestBackend } from '#supabase/embedded/testing.ts';
import { alpina, demoPeople, lago } from '#supabase/seeds/demo-people.ts';
import { type SearchHit, searchQuery } from '#sync/search/search-query.ts';
import { countPdfPages, qrCodePart, readQr, renderPdfPage } from '../pdf/render-page.ts';
import { askStream } from './ask-stream.ts';
import { CounterPc, until } from './counter-process.ts';
import { rent, someCustomer } from './rent.ts';
import { Steps } from './steps.ts';

const output = join(process.cwd(), 'demo-output');
const folder = mkdtempSync(join(tmpdir(), 'schalter-demo-'));
const steps = new Steps();
const cleanUp: (() => Promise<unknown>)[] = [];

try {
  await demo();
} finally {
  for (const end of cleanUp.toReversed()) await end().catch((error: unknown) => console.error(error));
  rmSync(folder, { recursive: true, force: true });
}
steps.print();
console.log(steps.failed ? '\nThe demo failed.' : `\nEverything held. The papers are in ${output}.`);
process.exit(steps.failed ? 1 : 0);

async function demo(): Promise<void> {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const backend = await startTestBackend();
  cleanUp.push(() => backend.stop());
  const sql = new pg.Pool({ connectionString: backend.databaseUrl, max: 4 });
  cleanUp.push(() => sql.end());
  const count = async (text: string, values: readonly unknown[]): Promise<number> =>
    (await sql.query<{ n: number }>(`select count(*)::int as n from ${text}`, [...values])).rows[0]?.n ?? -1;

  const setUp = async (name: string): Promise<CounterPc> => {
    const pc = await CounterPc.setUp(join(folder, name), backend);
    cleanUp.push(() => pc.switchOff());
    return pc;
  };
  const [a, b, other] = [await setUp('a'), await setUp('b'), await setUp('other')];
  const allRows = async (
    counter: Counter,
    table: 'customers' | 'vehicles' | 'contracts',
    companyId: string,
  ) =>
    (await counter.rows.selectFrom(table).select('id').where('company_id', '=', companyId).execute()).length;

  await steps.run('A (Zürich) and B (Chur) sign in and sync', async (check) => {
    for (const [pc, who, counterId] of [
      [a, demoPeople.zurich, alpina.counters.zurichA],
      [b, demoPeople.chur, alpina.counters.churA],
    ] as const) {
      await pc.switchOn();
      check(`${who.email} is asked to sign in`, pc.app.state.kind === 'signed-out');
      await pc.signIn(who, counterId);
      for (const table of ['customers', 'vehicles', 'contracts'] as const) {
        const expected = await count(`${table} where company_id = $1`, [alpina.id]);
        const here = await allRows(pc.counter, table, alpina.id);
        check(`${here} ${table} in the replica, as in Postgres`, here === expected && here > 0);
      }
    }
    check('the light is green', a.app.light?.current.kind === 'in-step');
  });

  await steps.run('A counter of another company sees nothing of theirs', async (check) => {
    await other.switchOn();
    await other.signIn(demoPeople.lagoStaff, lago.counters.luganoA);
    for (const table of ['customers', 'vehicles', 'contracts'] as const) {
      check(`no ${table} of the first company`, (await allRows(other.counter, table, alpina.id)) === 0);
      check(`its own ${table}`, (await allRows(other.counter, table, lago.id)) > 0);
    }
    const thief = createClient(backend.supabaseUrl, backend.anonKey, { auth: { persistSession: false } });
    const { data } = await thief.auth.signInWithPassword(demoPeople.lagoStaff);
    const token = data.session?.access_token ?? '';
    const forged = { company_id: alpina.id, counter_id: alpina.counters.zurichA };
    const asked = await askStream(backend.powersyncUrl, token, forged);
    check(
      `asked directly with a forged company, the stream sends ${asked.rows.length} rows, none of the first company`,
      asked.rows.length > 0 && asked.rows.every((row) => !row.includes(alpina.id)),
    );
    const [head, payload = '', sign] = token.split('.');
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    const rewritten = Buffer.from(JSON.stringify(Object.assign({}, claims, forged))).toString('base64url');
    const refused = await askStream(backend.powersyncUrl, [head, rewritten, sign].join('.'), {});
    check('a token with a rewritten company is refused by the stream (401)', refused.status === 401);
    const atTheirCounter = await thief.rpc('apply_changes', {
      client_id: 'thief',
      counter_id: alpina.counters.zurichA,
      transactions: [],
    });
    check('the RPC refuses the first company’s counter (42501)', atTheirCounter.error?.code === '42501');
    const id = uuidv7();
    const written = await thief.rpc('apply_changes', {
      client_id: 'thief',
      counter_id: lago.counters.luganoA,
      transactions: [
        {
          tx_id: 1,
          ops: [
            {
              op: 'PUT',
              table: 'customers',
              id,
              data: { company_id: alpina.id, kind: 'person', last_name: 'Dieb' },
            },
          ],
        },
      ],
    });
    check(
      'the RPC refuses a row with a forged company (not_allowed)',
      JSON.stringify(written.data).includes('"not_allowed"') &&
        (await count('customers where id = $1', [id])) === 0,
    );
    await thief.auth.signOut();
  });

  let contractId = '';
  let number = '';
  await steps.run('The line goes down for A', async (check) => {
    await a.cutLine();
    for (const url of [a.api.url, a.stream.url]) {
      check(
        `nothing answers at ${url}`,
        await fetch(url).then(
          () => false,
          () => true,
        ),
      );
    }
    await until('A knows that it is offline', async () => a.app.light?.current.kind === 'offline');
    check('A says so', a.app.light?.current.kind === 'offline');
  });

  await steps.run('A rents to a walk-in without a line', async (check) => {
    const someone = await someCustomer(a.counter, 3);
    const query = searchQuery(someone.last_name.slice(0, 4), 10);
    const began = performance.now();
    const hits = query ? await a.counter.db.getAll<SearchHit>(query.sql, query.parameters) : [];
    check(
      `«${someone.last_name.slice(0, 4)}» finds the customer in ${(performance.now() - began).toFixed(1)} ms`,
      hits.some(({ id }) => id === someone.id),
    );
    const signing = performance.now();
    const signed = await rent(a.counter, { customerId: someone.id, days: 3 });
    ({ contractId, number } = signed);
    check(
      `contract ${number} is signed, durable in ${(performance.now() - signing).toFixed(1)} ms`,
      /^ZRH-A-\d\d-\d{5}$/.test(number),
    );
    const issued = must(await issueInvoice(a.counter, contractId));
    check(`invoice ${issued.number} is issued`, /^ZRH-A-\d\d-R\d{5}$/.test(issued.number));
    check('Postgres knows nothing of it yet', (await count('contracts where id = $1', [contractId])) === 0);
    await until('the light says what waits', async () => waiting(a) >= 2);
    check('the light says that it waits', a.app.light?.current.kind === 'offline');
  });

  let papers: readonly { readonly id: string; readonly kind: string; readonly sha256: string }[] = [];
  const readPapers = async (counter: Counter) =>
    await counter.rows
      .selectFrom('documents')
      .select(['id', 'kind', 'sha256'])
      .where('contract_id', '=', contractId)
      .orderBy('kind')
      .execute();
  await steps.run('A makes the contract PDF and the invoice with QR-bill', async (check) => {
    await until('both papers are made', async () => (await readPapers(a.counter)).length === 2);
    papers = await readPapers(a.counter);
    for (const { id, kind, sha256 } of papers) {
      const bytes = must(await a.counter.host['documents.read']({ id }));
      const path = join(output, kind === 'contract' ? `${number}.pdf` : `${number}-invoice.pdf`);
      writeFileSync(path, bytes);
      check(`${kind}: ${Math.round(bytes.length / 1024)} kB, SHA-256 as recorded`, hash(bytes) === sha256);
      if (kind !== 'invoice') continue;
      const page = await renderPdfPage(bytes, await countPdfPages(bytes), 300, qrCodePart);
      const invoice = await a.counter.rows
        .selectFrom('invoices')
        .select('id')
        .where('contract_id', '=', contractId)
        .executeTakeFirstOrThrow();
      const paper = invoicePaper.parse(await invoicePaperOf(a.counter.rows, invoice.id));
      const expected = qrPayload(must(invoiceQrBill(paper))).split('\n');
      const read = readQr(page)?.split(/\r?\n/) ?? [];
      const differing = expected.findIndex((line, index) => line !== read[index]);
      check(
        `the QR code read back from the page equals the payload, ${expected.length} lines`,
        differing === -1 && expected.length === read.length,
      );
    }
  });

  await steps.run('A’s host is killed with SIGKILL and comes back', async (check) => {
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
    const again = await readPapers(a.counter);
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
  });

  await steps.run('The line comes back: everything arrives, once', async (check) => {
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
  });

  await steps.run('The answer is lost between the server’s commit and the counter', async (check) => {
    const lost = a.api.loseNextAnswerTo('/rpc/apply_changes');
    const someone = await someCustomer(a.counter, 5);
    const signed = await rent(a.counter, { customerId: someone.id, days: 7 });
    await lost;
    check('the server has committed', (await count('contracts where id = $1', [signed.contractId])) === 1);
    await until(
      'A has sent it again',
      async () => waiting(a) === 0 && a.app.light?.current.kind === 'in-step',
    );
    check('the contract is there once', (await count('contracts where number = $1', [signed.number])) === 1);
    check(
      'its lines are there once',
      (await count('contract_lines where contract_id = $1', [signed.contractId])) === 2,
    );
    check(
      'A shows it once',
      (
        await a.counter.rows
          .selectFrom('contracts')
          .select('id')
          .where('number', '=', signed.number)
          .execute()
      ).length === 1,
    );
    check('nothing was refused', (await count('refused_changes where company_id = $1', [alpina.id])) === 0);
  });

  await steps.run('Both offline give the same vehicle to two customers', async (check) => {
    const [vehicle] = await freeVehicles(a.counter.rows, alpina.branches.chur).execute();
    if (!vehicle) throw new Error('no vehicle is free in Chur');
    await a.cutLine();
    await b.cutLine();
    const one = await rent(a.counter, {
      customerId: (await someCustomer(a.counter, 7)).id,
      vehicleId: vehicle.id,
      days: 2,
    });
    const two = await rent(b.counter, {
      customerId: (await someCustomer(b.counter, 8)).id,
      vehicleId: vehicle.id,
      days: 4,
    });
    await a.restoreLine();
    await b.restoreLine();
    const ids = [one.contractId, two.contractId];
    await until(
      'both contracts are in Postgres',
      async () => (await count('contracts where id = any($1)', [ids])) === 2,
    );
    check(
      `${one.number} and ${two.number} both stand`,
      (await count(`contracts where id = any($1) and status = 'out'`, [ids])) === 2,
    );
    check('one conflict was raised', (await count('conflicts where vehicle_id = $1', [vehicle.id])) === 1);
    for (const [name, pc] of [
      ['A', a],
      ['B', b],
    ] as const) {
      const seen = async () =>
        await pc.counter.rows
          .selectFrom('conflicts')
          .select(['kind', 'contract_id', 'other_contract_id'])
          .where('vehicle_id', '=', vehicle.id)
          .execute();
      await until(`${name} shows the conflict`, async () => (await seen()).length === 1);
      const [conflict] = await seen();
      check(
        `${name} shows the conflict of both contracts`,
        conflict?.kind === 'double_check_out' &&
          ids.includes(conflict.contract_id) &&
          ids.includes(conflict.other_contract_id ?? ''),
      );
    }
  });

  await steps.run('What breaks a rule is refused, and stays in the inbox with its payload', async (check) => {
    const paymentId = uuidv7();
    const at = now();
    const { place } = a.counter;
    await a.counter.rows
      .insertInto('payments')
      .values({
        id: paymentId,
        company_id: place.companyId,
        branch_id: place.branchId,
        counter_id: place.counterId,
        clerk_id: place.clerkId,
        contract_id: contractId,
        kind: 'payment',
        method: 'cash',
        currency: 'CHF',
        amount: -500 as never,
        paid_at: at,
        reference: '',
        created_at: at,
      })
      .execute();
    const inbox = async (counter: Counter, word: string) =>
      (await counter.rows.selectFrom('refused_changes').selectAll().execute()).find(({ payload }) =>
        payload.includes(word),
      );
    await until(
      'the refusal of the negative amount is in A’s inbox',
      async () => (await inbox(a.counter, paymentId)) !== undefined,
    );
    const negative = await inbox(a.counter, paymentId);
    check(
      `a negative amount: ${negative?.code}, payload kept`,
      negative?.code === 'rule_broken' && negative.payload.includes('-500'),
    );
    await until(
      'the payment is gone from A',
      async () =>
        (await a.counter.rows.selectFrom('payments').select('id').where('id', '=', paymentId).execute())
          .length === 0,
    );
    check('the payment is in no table', (await count('payments where id = $1', [paymentId])) === 0);

    const viewer = await setUp('viewer');
    await viewer.switchOn();
    await viewer.signIn(demoPeople.viewer, alpina.counters.zurichB);
    const customerId = uuidv7();
    const [template] = await viewer.counter.rows.selectFrom('customers').selectAll().limit(1).execute();
    if (!template) throw new Error('no customers');
    await viewer.counter.rows
      .insertInto('customers')
      .values({ ...template, id: customerId, last_name: 'Unbefugt', created_at: now() })
      .execute();
    await until(
      'the refusal is in the viewer’s inbox',
      async () => (await inbox(viewer.counter, customerId)) !== undefined,
    );
    const refused = await inbox(viewer.counter, customerId);
    check(
      `a viewer writing: ${refused?.code}, payload kept`,
      refused?.code === 'not_allowed' && refused.payload.includes('Unbefugt'),
    );
    check('the customer is in no table', (await count('customers where id = $1', [customerId])) === 0);
    await until('the queue is empty', async () => waiting(viewer) === 0);
    check('the queue is empty: a refusal blocks nothing', waiting(viewer) === 0);
  });
}

/** How many local transactions wait, as the light says. */
function waiting({ app }: CounterPc): number {
  const light = app.light?.current;
  if (light?.kind === 'waiting') return light.count;
  return light && 'waiting' in light ? light.waiting : 0;
}

async function contractNumber(counter: Counter, id: string): Promise<string | null> {
  const row = await counter.rows
    .selectFrom('contracts')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.number ?? null;
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
