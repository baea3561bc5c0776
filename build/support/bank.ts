/** `npm run bank -- file.xml …`; `--help` says the rest. */
import { parseArgs } from 'node:util';
import type { BankFileRefusal } from '#shared/bank-files/bank-file-refusal.ts';
import { PaymentMatcher } from '#shared/bank-files/match-payments.ts';
import type { OpenInvoice } from '#shared/bank-files/open-invoice.ts';
import { type CamtSummary, readCamt } from '#shared/bank-files/read-camt.ts';
import { sayBankFileRefusal } from '#shared/bank-files/refusal-texts.ts';
import type { QrReferenceRefusal } from '#shared/numbering/qr-reference.ts';
import { qrReferenceRefusalTexts } from '#shared/numbering/refusal-texts.ts';
import { type RefusalLanguage, sayRefusal } from '#shared/result/refusal-texts.ts';
import { type Result, refuse } from '#shared/result/result.ts';
import { openInvoices } from './bank-invoices.ts';
import { withSentences } from './bank-sentences.ts';
import { type FileRefusal, sayInputRefusal } from './input-refusal.ts';
import { readInput, unreadable } from './read-input.ts';
import { textPieces } from './read-text.ts';
import { languageHelp, languageOf, languageOption, printInputRefusals, refusedLine } from './say-refused.ts';

const help = `npm run bank -- file.xml [more.xml …] [--invoices invoices.json] [--bank-prefix 210000]
                [--language de|fr|it|en]

Reads camt.053 and camt.054 (versions .04 and .08) and prints JSON:
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

  ${languageHelp}

Exit code 0 when all files were read, 1 when a file or invoices.json is refused, 2 for a wrong call.`;

process.exitCode = await run();

async function run(): Promise<number> {
  let args;
  try {
    args = parseArgs({
      allowPositionals: true,
      options: {
        invoices: { type: 'string' },
        'bank-prefix': { type: 'string', default: '' },
        language: languageOption,
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`);
    return 2;
  }
  const { values, positionals } = args;
  const language = languageOf(values.language);
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (positionals.length === 0 || language === null) {
    console.error(help);
    return 2;
  }
  const prefix = values['bank-prefix'];
  if (!/^\d{0,12}$/.test(prefix)) {
    // With another prefix every reference would be somebody else's, and nobody would know why.
    const refusal = { code: 'qrr_prefix' } as const;
    const sentence = sayRefusal<QrReferenceRefusal>(qrReferenceRefusalTexts, refusal, language);
    console.error(refusedLine({ ...refusal, field: 'bank-prefix' }, sentence));
    return 2;
  }
  let open: readonly OpenInvoice[] = [];
  if (values.invoices !== undefined) {
    const input = readInput(openInvoices, values.invoices);
    if (!input.ok) {
      printInputRefusals(input.refusal.all, language);
      return 1;
    }
    open = input.value;
  }
  return match(positionals, new PaymentMatcher(open, prefix), language);
}

async function match(
  paths: readonly string[],
  matcher: PaymentMatcher,
  language: RefusalLanguage,
): Promise<number> {
  const files: ({ readonly file: string } & CamtSummary)[] = [];
  for (const [at, file] of paths.entries()) {
    const read = await readFile(file, at, matcher);
    if (!read.ok) {
      const { refusal } = read;
      const sentence =
        'path' in refusal ? sayBankFileRefusal(refusal, language) : sayInputRefusal(refusal, language);
      console.log(JSON.stringify({ file, refusal: { ...refusal, sentence } }, null, 2));
      const field = 'path' in refusal ? refusal.path : '';
      console.error(refusedLine({ code: refusal.code, field }, sentence));
      return 1;
    }
    files.push({ file, ...read.value });
  }
  console.log(JSON.stringify({ files, ...withSentences(matcher.finish(), language) }, null, 2));
  return 0;
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
