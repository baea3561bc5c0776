/** `npm run qr -- in.json`; `--help` says the rest. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Rappen } from '#shared/money/rappen.ts';
import { type QrBillFault, checkQrBill } from '#shared/qr-bill/check-qr-bill.ts';
import { qrPayload } from '#shared/qr-bill/qr-payload.ts';
import { qrBillRefusalTexts } from '#shared/qr-bill/refusal-texts.ts';
import { type RefusalLanguage, sayRefusal } from '#shared/result/refusal-texts.ts';
import { sayWithField } from '#shared/validation/parse-fields.ts';
import { readInput } from './read-input.ts';
import { languageHelp, languageOf, languageOption, printInputRefusals, refusedLine } from './say-refused.ts';

const help = `npm run qr -- in.json [--language de|fr|it|en]

Prints the payload of a QR-bill (Implementation Guidelines 2.4), or why there is none: JSON with code, field, the facts and
the sentence, and on standard error a line "code (field): sentence". in.json (- reads standard input) is
  { "account": IBAN or QR-IBAN,
    "creditor": { "name", "street", "houseNumber", "postcode", "town", "country" },
    "amount": 159000 (in Rappen or cents) or null, "currency": "CHF" or "EUR",
    "debtor": as creditor, or null,
    "reference": { "type": "QRR" or "SCOR", "value": "…" } or { "type": "NON" },
    "message": "", "billingInformation": "" or "//S1/…", "alternativeSchemes": [] }
Texts that are not there are empty.

  ${languageHelp}

Exit code 0 with a payload, 1 without (the bill or the file is refused), 2 for a wrong call.`;

const party = z.strictObject({
  name: z.string(),
  street: z.string(),
  houseNumber: z.string(),
  postcode: z.string(),
  town: z.string(),
  country: z.string(),
});
const bill = z.strictObject({
  account: z.string(),
  creditor: party,
  // Any number: what it must be is the rule's to say, with its code.
  amount: z
    .number()
    .nullable()
    .transform((value) => value as Rappen | null),
  currency: z.string().transform((text) => text as 'CHF' | 'EUR'),
  debtor: party.nullable(),
  reference: z.discriminatedUnion('type', [
    z.strictObject({ type: z.enum(['QRR', 'SCOR']), value: z.string() }),
    z.strictObject({ type: z.literal('NON') }),
  ]),
  message: z.string(),
  billingInformation: z.string(),
  alternativeSchemes: z.array(z.string()),
});

process.exitCode = run();

function run(): number {
  let args;
  try {
    const flag = { type: 'boolean', default: false } as const;
    args = parseArgs({ allowPositionals: true, options: { help: flag, language: languageOption } });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`);
    return 2;
  }
  const { values, positionals } = args;
  const language = languageOf(values.language);
  const [path, ...more] = positionals;
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (path === undefined || more.length > 0 || language === null) {
    console.error(help);
    return 2;
  }
  return printPayload(path, language);
}

function printPayload(file: string, language: RefusalLanguage): number {
  const input = readInput(bill, file);
  if (!input.ok) {
    printInputRefusals(input.refusal.all, language);
    return 1;
  }
  const checked = checkQrBill(input.value);
  if (!checked.ok) {
    const { refusal } = checked;
    const text = sayRefusal<QrBillFault>(qrBillRefusalTexts, refusal, language);
    const sentence = sayWithField(refusal.field, text, language);
    console.log(JSON.stringify({ ...refusal, sentence }, null, 2));
    console.error(refusedLine(refusal, sentence));
    return 1;
  }
  // Without a line feed at the end: the payload has none.
  process.stdout.write(qrPayload(checked.value));
  return 0;
}
