/** `npm run bank -- file.xml …`; `--help` says the rest. */
import type { BankFileRefusal } from '#shared/bank-files/bank-file-refusal.ts';
import { PaymentMatcher } from '#shared/bank-files/match-payments.ts';
import type { OpenInvoice } from '#shared/bank-files/open-invoice.ts';
import { type CamtSummary, readCamt } from '#shared/bank-files/read-camt.ts';
import { sayBankFileRefusal } from '#shared/bank-files/refusal-texts.ts';
import type { QrReferenceRefusal } from '#shared/numbering/qr-reference.ts';
import { qrReferenceRefusalTexts } from '#shared/numbering/refusal-texts.ts';
import { type RefusalLanguage, sayRefusal } from '#shared/result/refusal-texts.ts';
import { type Result, refuse } from '#shared/result/result.ts';
import { exampleInvoices, openInvoices } from './bank-invoices.ts';
import { withSentences } from './bank-sentences.ts';
import { type Call, runCommand, writeOutput, writePieces } from './command.ts';
import { type FileRefusal, sayInputRefusal } from './input-refusal.ts';
import { jsonPieces } from './json-pieces.ts';
import { readInput, unreadable } from './read-input.ts';
import { textPieces } from './read-text.ts';
import { languageHelp, printInputRefusals, refusedLine } from './say-refused.ts';

const help = `npm run bank -- file.xml [more.xml …] [--invoices invoices.json] [--bank-prefix 210000]
                [--out out.json] [--language de|fr|it|en]

Reads camt.053 and camt.054 (versions .04 and .08; - reads standard input) and writes JSON to out.json, or to standard output:
  files      what was read: message, version, statements, entries
  read       payments and other movements = matched + leftOver + ignored + refused
  matched    with invoiceId, outcome (exact, part, over, reversal), openBefore, openAfter
  leftOver   with the reason and the likeliest invoices; maybe_duplicate when one just like it stands in another file
             and the bank gives no reference by which to tell
  ignored    with the reason (debit, duplicate, not_booked, zero, reversed_debit)
  refused    entries that cannot be taken: code, path, line
  notes      batches whose sum or count is not that of their details; their payments are above
Each reason and refusal has its sentence. Amounts are in Rappen.
A file that is refused as a whole: code, path, line and sentence as JSON, and a line "code (path): sentence" on standard
error.

invoices.json is a list of
  { "id": "…", "number": "ZRH-A-26-R00017", "reference": "21 00000 …" or "RF…" or null, "open": 23700,
    "currency": "CHF" or "EUR", "customerName": "Annalena Brunner", "issuedOn": "2026-11-01" }

  --example  prints an invoices.json to begin with
  --schema   prints the JSON schema of invoices.json
  ${languageHelp}

Exit code 0 when all files were read, 1 when a file or invoices.json is refused, 2 for a wrong call.`;

await runCommand({
  help,
  options: ['invoices', 'bank-prefix', 'out'],
  input: () => ({ schema: openInvoices, example: exampleInvoices }),
  run: ({ positionals, options, language }) =>
    positionals.length === 0 ? null : readAll(positionals, options, language),
});

async function readAll(
  paths: readonly string[],
  options: Call['options'],
  language: RefusalLanguage,
): Promise<number> {
  const { invoices, 'bank-prefix': prefix = '', out = '-' } = options;
  if (!/^\d{0,12}$/.test(prefix)) {
    // With another prefix every reference would be somebody else's, and nobody would know why.
    const refusal = { code: 'qrr_prefix' } as const;
    const sentence = sayRefusal<QrReferenceRefusal>(qrReferenceRefusalTexts, refusal, language);
    console.error(refusedLine({ ...refusal, field: 'bank-prefix' }, sentence));
    return 2;
  }
  let open: readonly OpenInvoice[] = [];
  if (invoices !== undefined) {
    const input = readInput(openInvoices, invoices);
    if (!input.ok) {
      printInputRefusals(input.refusal.all, language);
      return 1;
    }
    open = input.value;
  }
  return match(paths, new PaymentMatcher(open, prefix), out, language);
}

async function match(
  paths: readonly string[],
  matcher: PaymentMatcher,
  out: string,
  language: RefusalLanguage,
): Promise<number> {
  const files: ({ readonly file: string } & CamtSummary)[] = [];
  for (const [at, file] of paths.entries()) {
    const read = await readFile(file, at, matcher);
    if (!read.ok) {
      const { refusal } = read;
      const sentence =
        'path' in refusal ? sayBankFileRefusal(refusal, language) : sayInputRefusal(refusal, language);
      writeOutput(out, `${JSON.stringify({ file, refusal: { ...refusal, sentence } }, null, 2)}\n`, language);
      const field = 'path' in refusal ? refusal.path : '';
      console.error(refusedLine({ code: refusal.code, field }, sentence));
      return 1;
    }
    files.push({ file, ...read.value });
  }
  const all = { files, ...withSentences(matcher.finish(), language) };
  return writePieces(out, jsonPieces(all), language);
}

async function readFile(
  path: string,
  at: number,
  matcher: PaymentMatcher,
): Promise<Result<CamtSummary, BankFileRefusal | FileRefusal>> {
  const reading = readCamt(textPieces(path));
  try {
    for (;;) {
      const next = await reading.next();
      if (next.done === true) return next.value;
      matcher.take(next.value, at);
    }
  } catch (error) {
    return refuse(unreadable(path, error));
  }
}
