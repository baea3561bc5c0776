import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { PaymentMatcher } from '#shared/bank-files/match-payments.ts';
import { readCamt } from '#shared/bank-files/read-camt.ts';
import { type CamtEntrySketch, camtChunks } from '#shared/bank-files/testing-camt.ts';
import { rappen } from '#shared/money/rappen.ts';
import { qrReference } from '#shared/numbering/qr-reference.ts';
import { must } from '#shared/result/result.ts';
import { isoDay } from '#shared/time/instant.ts';
import { textPieces } from '../../support/read-text.ts';
import { type Report, value } from '../report.ts';

const entries = 100_000;
const megabyte = 1024 * 1024;
const referenceOf = (running: number): string =>
  must(qrReference({ bankPrefix: '210000', counterNo: 7, year: 2026, running }));

/** A bank's file of more than 50 MB: read and matched, and read alone with an eye on the memory. */
export async function bank(report: Report, folder: string): Promise<void> {
  const path = join(folder, 'bench-camt.054.xml');
  writeFile(path);
  const size = Math.round(statSync(path).size / megabyte);
  const invoices = Array.from({ length: entries }, (_, at) => ({
    id: `i${at}`,
    number: `ZRH-A-26-R${String(at + 1).padStart(5, '0')}`,
    reference: referenceOf(at + 1),
    open: rappen(23_700),
    currency: 'CHF' as const,
    customerName: 'Annalena Brunner',
    issuedOn: isoDay('2026-11-01'),
  }));

  const before = process.memoryUsage().rss;
  let highest = before;
  let read = 0;
  for await (const item of readCamt(textPieces(path))) {
    if (item.kind === 'payment') read += 1;
    if (read % 1000 === 0) highest = Math.max(highest, process.memoryUsage().rss);
  }

  const began = performance.now();
  const matcher = new PaymentMatcher(invoices, '210000');
  for await (const item of readCamt(textPieces(path))) matcher.take(item, 0);
  const { matched } = matcher.finish();
  const seconds = (performance.now() - began) / 1000;
  rmSync(path);
  if (read !== entries || matched.length !== entries)
    throw new Error(`${matched.length} of ${read} payments matched`);

  const note = `a camt.054 of ${size} MB with ${entries} entries, from the disk`;
  report.add({
    name: 'bank',
    what: '100,000 bank entries read and matched',
    measured: value('s', seconds),
    budget: { atMost: 5 },
    note: `${note}, each with the reference of one of as many invoices`,
  });
  report.add({
    name: 'bank',
    what: 'memory added while that file is read',
    measured: value('MB', (highest - before) / megabyte),
    note: `${note}; beyond what the process held before`,
  });
}

function writeFile(path: string): void {
  const file = openSync(path, 'w');
  let text = '';
  for (const chunk of camtChunks({ entries: sketches() })) {
    text += chunk;
    if (text.length < megabyte) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
}

function* sketches(): Generator<CamtEntrySketch> {
  for (let at = 1; at <= entries; at += 1) {
    const details = [
      { amount: '237.00', servicerRef: `D${at}`, payer: 'Annalena Brunner', ref: referenceOf(at) },
    ];
    yield { amount: '237.00', servicerRef: `E${at}`, details };
  }
}
