/** `npm run document -- <kind> in.json out.pdf`: makes a paper, the same bytes of the same input; `--help` says the rest. */
import type { RefusalLanguage } from '#shared/result/refusal-texts.ts';
import { sayFieldRefusal } from '#shared/validation/parse-fields.ts';
import { runCommand, writeOutput } from './command.ts';
import { documentKindOf, documentKinds } from './document-kinds.ts';
import { readJson } from './read-input.ts';
import { languageHelp, printInputRefusals, refusedLine } from './say-refused.ts';

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

  out.pdf   the paper; - writes to standard output

  <kind> --example  prints an input to begin with
  <kind> --schema   prints the JSON schema of the input

  ${languageHelp}

Exit code 0 made, 1 refused (a line "code (field): sentence" on standard error), 2 for a wrong call.`;

await runCommand({
  help,
  input: ([name]) => documentKindOf(name),
  run({ positionals: [name, path, out, ...more], language }) {
    const kind = documentKindOf(name);
    if (kind === null || path === undefined || out === undefined || more.length > 0) return null;
    return make(kind, path, out, language);
  },
});

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
  return writeOutput(out, made.value, language);
}
