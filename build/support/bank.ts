/** `npm run bank -- file.xml … [--invoices invoices.json] [--bank-prefix 210000]`; `--help` says the rest. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { BankFileRefusal } from '#shared/bank-files/bank-file-refusal.ts';
import { PaymentMatcher } from '#shared/bank-files/match-payments.ts';
import type { OpenInvoice } from '#shared/bank-files/open-invoice.ts';
import { type CamtSummary, readCamt } from '#shared/bank-files/read-camt.ts';
import { type Rappen, rappen } from '#shared/money/rappen.ts';
import { checkCreditorReference } from '#shared/numbering/creditor-reference.ts';
import { checkQrReference } from '#shared/numbering/qr-reference.ts';
import type { Result } from '#shared/result/result.ts';
import { type IsoDay, isoDay } from '#shared/time/instant.ts';
import { parseJson } from './parse-json.ts';
import { textPieces } from './read-text.ts';

const help = `npm run bank -- file.xml [more.xml …] [--invoices invoices.json] [--bank-prefix 210000]

Reads camt.053 and camt.054 (versions .04 and .08) and prints JSON:
  files      what was read: message, version, statements, entries
  read       payments and other movements = matched + leftOver + ignored + refused
  matched    with invoiceId, outcome (exact, part, over, reversal), openBefore, openAfter
  leftOver   with the reason and the likeliest invoices
  ignored    with the reason (debit, duplicate, not_booked, zero, reversed_debit)
  refused    entries that cannot be taken: code, path, line
  notes      batches whose sum or count is not that of their details; their payments are above
Amounts are in Rappen.

invoices.json is a list of
  { "id": "…", "number": "ZRH-A-26-R00017", "reference": "21 00000 …" or "RF…" or null, "open": 23700,
    "currency": "CHF" or "EUR", "customerName": "Annalena Brunner", "issuedOn": "2026-11-01" }

Exit code 0 when all files were read, 1 when a file or invoices.json is refused, 2 for a wrong call.`;

const invoices = z
  .array(
    z.strictObject({
      id: z.string().min(1),
      number: z.string().min(1),
      reference: z
        .string()
        .refine(
          (text) => checkQrReference(text).ok || checkCreditorReference(text).ok,
          'is no QRR and no SCOR',
        )
        .nullable(),
      open: z.int().transform((value): Rappen => rappen(value)),
      currency: z.enum(['CHF', 'EUR']),
      customerName: z.string(),
      issuedOn: z.iso.date().transform((text): IsoDay => isoDay(text)),
    }),
  )
  .superRefine((list, context) => {
    for (const key of ['id', 'reference'] as const) {
      const seen = new Set<string>();
      for (const [at, invoice] of list.entries()) {
        const value = invoice[key]?.replaceAll(' ', '').toUpperCase();
        if (value === undefined) continue;
        if (seen.has(value)) {
          context.addIssue({ code: 'custom', path: [at, key], message: 'stands twice in the list' });
        }
        seen.add(value);
      }
    }
  });

try {
  process.exitCode = await main();
} catch (error) {
  // No such file, an option that there is none of, bytes that are not UTF-8: said in one line, not as a stack.
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (code === null || !(error instanceof Error)) throw error;
  console.error(`${code}: ${error.message}`);
  process.exitCode = code.startsWith('ERR_PARSE_ARGS') ? 2 : 1;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      invoices: { type: 'string' },
      'bank-prefix': { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (positionals.length === 0) {
    console.error(help);
    return 2;
  }
  let open: readonly OpenInvoice[] = [];
  if (values.invoices !== undefined) {
    const parsed = parseJson(invoices, readFileSync(values.invoices, 'utf8'));
    if (!parsed.ok) {
      console.error(`${values.invoices}: ${parsed.refusal.field}: ${parsed.refusal.message}`);
      return 1;
    }
    open = parsed.value;
  }
  const matcher = new PaymentMatcher(open, values['bank-prefix']);
  const files: ({ readonly file: string } & CamtSummary)[] = [];
  for (const [at, file] of positionals.entries()) {
    const read = await readFile(file, at, matcher);
    if (!read.ok) {
      console.log(JSON.stringify({ file, refusal: read.refusal }, null, 2));
      return 1;
    }
    files.push({ file, ...read.value });
  }
  console.log(JSON.stringify({ files, ...matcher.finish() }, null, 2));
  return 0;
}

async function readFile(
  path: string,
  at: number,
  matcher: PaymentMatcher,
): Promise<Result<CamtSummary, BankFileRefusal>> {
  const reading = readCamt(textPieces(path));
  for (;;) {
    const next = await reading.next();
    if (next.done === true) return next.value;
    matcher.take(next.value, at);
  }
}
