import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { invoicePaper } from '#shared/invoices/invoice-paper.ts';
import { invoiceQrBill } from '#shared/invoices/invoice-paper-qr-bill.ts';
import { qrPayload } from '#shared/qr-bill/qr-payload.ts';
import { must } from '#shared/result/result.ts';
import { invoicePaperOf } from '#renderer/app/papers/invoice-paper-of.ts';
import { issueInvoice } from '#renderer/app/billing/issue-invoice.ts';
import { type SearchHit, searchQuery } from '#sync/search/search-query.ts';
import { countPdfPages, qrCodePart, readQr, renderPdfPage } from '../../pdf/render-page.ts';
import { until } from '../counter-process.ts';
import { rent, someCustomer } from '../rent.ts';
import { type Scene, hash, readPapers, waiting } from '../scene.ts';
import type { Check } from '../step-table.ts';

/** The connections of A are really cut, at the upload and at the stream. */
export async function lineDown({ a }: Scene, check: Check): Promise<void> {
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
}

/** A finds a customer, signs a contract and issues its invoice without a line. */
export async function rentOffline({ a, count, rented }: Scene, check: Check): Promise<void> {
  const someone = await someCustomer(a.counter, 3);
  const query = searchQuery(someone.last_name.slice(0, 4), 10);
  const began = performance.now();
  const hits = query ? await a.counter.db.getAll<SearchHit>(query.sql, query.parameters) : [];
  check(
    `«${someone.last_name.slice(0, 4)}» finds the customer in ${(performance.now() - began).toFixed(1)} ms`,
    hits.some(({ id }) => id === someone.id),
  );
  const signing = performance.now();
  const { contractId, number } = await rent(a.counter, { customerId: someone.id, days: 3 });
  rented.contractId = contractId;
  rented.number = number;
  check(
    `contract ${number} is signed, durable in ${(performance.now() - signing).toFixed(1)} ms`,
    /^ZRH-A-\d\d-\d{5}$/.test(number),
  );
  const issued = must(await issueInvoice(a.counter, contractId));
  check(`invoice ${issued.number} is issued`, /^ZRH-A-\d\d-R\d{5}$/.test(issued.number));
  check('Postgres knows nothing of it yet', (await count('contracts where id = $1', [contractId])) === 0);
  await until('the light says what waits', async () => waiting(a) >= 2);
  check('the light says that it waits', a.app.light?.current.kind === 'offline');
}

/** The papers are made, and the QR code on the page says what it should. */
export async function makePapers({ a, output, rented }: Scene, check: Check): Promise<void> {
  const { contractId, number } = rented;
  await until('both papers are made', async () => (await readPapers(a.counter, contractId)).length === 2);
  rented.papers = await readPapers(a.counter, contractId);
  for (const { id, kind, sha256 } of rented.papers) {
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
}
