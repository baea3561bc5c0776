/** `npm run qr -- in.json`; `--help` says the rest. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Rappen } from '#shared/money/rappen.ts';
import { checkQrBill } from '#shared/qr-bill/check-qr-bill.ts';
import { qrPayload } from '#shared/qr-bill/qr-payload.ts';
import { parseJson } from './parse-json.ts';
import { qrRefusalTexts } from './qr-text.ts';

const help = `npm run qr -- in.json

Prints the payload of a QR-bill (Implementation Guidelines 2.4), or why there is none: JSON with code, field and a sentence
in German, French, Italian and English. in.json is
  { "account": IBAN or QR-IBAN,
    "creditor": { "name", "street", "houseNumber", "postcode", "town", "country" },
    "amount": 159000 (in Rappen or cents) or null, "currency": "CHF" or "EUR",
    "debtor": as creditor, or null,
    "reference": { "type": "QRR" or "SCOR", "value": "…" } or { "type": "NON" },
    "message": "", "billingInformation": "" or "//S1/…", "alternativeSchemes": [] }
Texts that are not there are empty.

Exit code 0 with a payload, 1 without, 2 for a wrong call.`;

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

const [path, ...more] = process.argv.slice(2);
if (path === '--help') console.log(help);
else if (path === undefined || more.length > 0) {
  console.error(help);
  process.exitCode = 2;
} else process.exitCode = printPayload(path);

function printPayload(file: string): number {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
  const parsed = parseJson(bill, text);
  if (!parsed.ok) {
    console.error(`${file}: ${parsed.refusal.field}: ${parsed.refusal.message}`);
    return 1;
  }
  const checked = checkQrBill(parsed.value);
  if (!checked.ok) {
    console.log(JSON.stringify({ ...checked.refusal, text: qrRefusalTexts(checked.refusal) }, null, 2));
    return 1;
  }
  // Without a line feed at the end: the payload has none.
  process.stdout.write(qrPayload(checked.value));
  return 0;
}
