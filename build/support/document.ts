/**
 * `npm run document -- <kind> in.json out.pdf`: makes a paper. `-` reads from standard input. The same input makes the same
 * bytes. Exit code 0: made; 1: refused, with a code, the field and a sentence; 2: called wrongly.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import type { RefusalLanguage } from '#shared/result/refusal-texts.ts';
import { sayFieldRefusal } from '#shared/validation/parse-fields.ts';
import { documentKindOf, documentKinds } from './document-kinds.ts';
import { readJson } from './read-input.ts';
import { languageHelp, languageOf, languageOption, printInputRefusals, refusedLine } from './say-refused.ts';

const help = `npm run document -- <kind> in.json out.pdf [--language de|fr|it|en]

  kind      ${Object.keys(documentKinds).join(', ')}
  in.json   everything that stands on the paper; - reads standard input
            every kind: language (de, fr, it, en), issuedAt, company, branch { name, address, phone }, clerk
            contract    number, counter, customer, drivers, vehicle, period, lines, deposit, deductible, kilometres, notes,
                        generalTerms, signature, signedAt
            handover    direction (out, in), contractNumber, counter, customer, vehicle, state, stateOut (null when out),
                        damages, photos { image { type, base64 }, damage, caption, takenAt }, notes, renter (present,
                        key_box), signature, signedAt
            amendment   number, contractNumber, contractSignedAt, position, counter, customer, changes [{ what, before,
                        now }], lines, totalBefore, notes, signature, signedAt
            invoice     kind "invoice", number, correctsNumber, issuedOn, dueOn, service, counter, customer,
                        customerReference, contractNumber, vehicle, currency, lines, payments, payment (the QR-bill), notes
            credit-note the same, with kind "credit-note", payment null, the invoice in correctsNumber, and, when part of an
                        invoice is credited, its share of the VAT in vat
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

  ${languageHelp}

Exit code 0 made, 1 refused (a line "code (field): sentence" on standard error), 2 for a wrong call.`;

process.exitCode = await run();

async function run(): Promise<number> {
  let args;
  try {
    const flag = { type: 'boolean', default: false } as const;
    const options = { help: flag, example: flag, schema: flag, language: languageOption };
    args = parseArgs({ allowPositionals: true, options });
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
  const language = languageOf(values.language);
  if (kind !== null && values.example) console.log(JSON.stringify(kind.example, null, 2));
  else if (kind !== null && values.schema) {
    // What a check adds to a field's shape (an IBAN, a day) JSON schema cannot say.
    console.log(
      JSON.stringify(z.toJSONSchema(kind.schema, { io: 'input', unrepresentable: 'any' }), null, 2),
    );
  } else if (kind === null || path === undefined || out === undefined || language === null) {
    console.error(help);
    return 2;
  } else return make(kind, path, out, language);
  return 0;
}

async function make(
  kind: NonNullable<ReturnType<typeof documentKindOf>>,
  path: string,
  out: string,
  language: RefusalLanguage,
): Promise<number> {
  const input = readJson(path);
  if (!input.ok) {
    printInputRefusals([input.refusal], language);
    return 1;
  }
  const made = await kind.make(input.value);
  if (!made.ok) {
    console.error(refusedLine(made.refusal, sayFieldRefusal(made.refusal, language)));
    return 1;
  }
  writeFileSync(out, made.value);
  return 0;
}
