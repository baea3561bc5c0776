/** `npm run qr -- in.json`; `--help` says the rest. */
import { type QrBillFault, checkQrBill } from '#shared/qr-bill/check-qr-bill.ts';
import { qrPayload } from '#shared/qr-bill/qr-payload.ts';
import { qrBillRefusalTexts } from '#shared/qr-bill/refusal-texts.ts';
import { type RefusalLanguage, sayRefusal } from '#shared/result/refusal-texts.ts';
import { sayWithField } from '#shared/validation/parse-fields.ts';
import { runCommand, writeOutput } from './command.ts';
import { exampleBill, qrBillInput } from './qr-input.ts';
import { readInput } from './read-input.ts';
import { languageHelp, printInputRefusals, refusedLine } from './say-refused.ts';

const help = `npm run qr -- in.json [out.txt] [--language de|fr|it|en]

Prints the payload of a QR-bill (Implementation Guidelines 2.4), or why there is none: JSON with code, field, the facts and
the sentence, and on standard error a line "code (field): sentence". in.json (- reads standard input) is
  { "account": IBAN or QR-IBAN,
    "creditor": { "name", "street", "houseNumber", "postcode", "town", "country" },
    "amount": 159000 (in Rappen or cents) or null, "currency": "CHF" or "EUR",
    "debtor": as creditor, or null,
    "reference": { "type": "QRR" or "SCOR", "value": "…" } or { "type": "NON" },
    "message": "", "billingInformation": "" or "//S1/…", "alternativeSchemes": [] }
Texts that are not there are empty. out.txt takes the payload or the JSON; without it, or with -, standard output does.

  --example  prints an input to begin with
  --schema   prints the JSON schema of the input
  ${languageHelp}

Exit code 0 with a payload, 1 without (the bill or the file is refused), 2 for a wrong call.`;

await runCommand({
  help,
  input: () => ({ schema: qrBillInput, example: exampleBill }),
  run: ({ positionals: [path, out = '-', ...more], language }) =>
    path === undefined || more.length > 0 ? null : writePayload(path, out, language),
});

function writePayload(file: string, out: string, language: RefusalLanguage): number {
  const input = readInput(qrBillInput, file);
  if (!input.ok) {
    printInputRefusals(input.refusal.all, language);
    return 1;
  }
  const checked = checkQrBill(input.value);
  // Without a line feed at the end: the payload has none.
  if (checked.ok) return writeOutput(out, qrPayload(checked.value), language);
  const { refusal } = checked;
  const text = sayRefusal<QrBillFault>(qrBillRefusalTexts, refusal, language);
  const sentence = sayWithField(refusal.field, text, language);
  writeOutput(out, `${JSON.stringify({ ...refusal, sentence }, null, 2)}\n`, language);
  console.error(refusedLine(refusal, sentence));
  return 1;
}
