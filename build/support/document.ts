/**
 * `npm run document -- <kind> in.json out.pdf`: makes a paper. `-` reads from standard input. The same input makes the same
 * bytes. Exit code 0: made; 1: refused, with a code, the field and the reason; 2: called wrongly, or not JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { documentKindOf, documentKinds } from './document-kinds.ts';

const help = `npm run document -- <kind> in.json out.pdf

  kind      ${Object.keys(documentKinds).join(', ')}
  in.json   everything that stands on the paper; - reads standard input
            every kind: language (de, fr, it, en), issuedAt, company, branch { name, address, phone }, clerk
            contract    number, counter, customer, drivers, vehicle, period, lines, deposit, deductible, kilometres, notes,
                        generalTerms, signature, signedAt
            invoice     kind "invoice", number, correctsNumber, issuedOn, dueOn, service, counter, customer,
                        customerReference, contractNumber, vehicle, currency, lines, payments, payment (the QR-bill), notes
            credit-note the same, with kind "credit-note", payment null, and the invoice in correctsNumber
            receipt     number, service, counter, customer (null up to CHF 400), invoiceNumber, contractNumber, currency,
                        lines, method (cash, card, twint, bank), given, notes
            reminder    step (1, 2, 3), issuedOn, payUntil, customer, contractNumber, invoice, settled, fees, currency,
                        payment
            fine-letter to the authority: number, issuedOn, place, authority, offence, rental, named, enclosures
            fine-notice to the renter: number, issuedOn, place, customer, authorityName, namedOn, driverName, offence,
                        rental, fee (null without)
            cash-report number, counter, currency, openedAt, openedBy, openingFloat, movements, closedAt, closedBy, count,
                        leftInDrawer, differenceReason, differenceLimit, otherPayments, vat, notes; no clerk
            amounts in whole Rappen, rates in hundredths of a percent, days 2026-11-20,
            moments 2026-11-20T13:30:00.000Z

  <kind> --example  prints an input to begin with
  <kind> --schema   prints the JSON schema of the input

Exit code 0 made, 1 refused (code, field and reason), 2 called wrongly or not JSON.`;

process.exitCode = await run();

async function run(): Promise<number> {
  let args;
  try {
    const flag = { type: 'boolean', default: false } as const;
    args = parseArgs({ allowPositionals: true, options: { help: flag, example: flag, schema: flag } });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`);
    return 2;
  }
  const { values, positionals } = args;
  const [name, path, out] = positionals;
  if (values.help) {
    console.log(help);
    return 0;
  }
  const kind = documentKindOf(name);
  if (kind !== null && values.example) console.log(JSON.stringify(kind.example, null, 2));
  else if (kind !== null && values.schema) {
    // What a check adds to a field's shape (an IBAN, a day) JSON schema cannot say.
    console.log(
      JSON.stringify(z.toJSONSchema(kind.schema, { io: 'input', unrepresentable: 'any' }), null, 2),
    );
  } else if (kind === null || path === undefined || out === undefined) {
    console.error(help);
    return 2;
  } else return make(kind, path, out);
  return 0;
}

async function make(
  kind: NonNullable<ReturnType<typeof documentKindOf>>,
  path: string,
  out: string,
): Promise<number> {
  let input: unknown;
  try {
    input = JSON.parse(readFileSync(path === '-' ? 0 : path, 'utf8'));
  } catch (error) {
    console.error(`${path} cannot be read: ${(error as Error).message}`);
    return 2;
  }
  const made = await kind.make(input);
  if (!made.ok) {
    const { code, field, reason, message } = made.refusal;
    console.error(`${code}: ${field === '' ? '(the whole)' : field}: ${reason} (${message})`);
    return 1;
  }
  writeFileSync(out, made.value);
  return 0;
}
