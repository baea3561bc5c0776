/**
 * `npm run quote -- in.json [out.json]`: prices a rental, explained line by line; the same as JSON in `out.json`.
 * `-` reads from standard input. `--example` prints an input to begin with, `--schema` the JSON schema of the input.
 * Exit code 0: priced; 1: refused, with a code and a sentence in four languages; 2: the input is not as it must be, each
 * fault with its field.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { quote } from '#shared/pricing/quote.ts';
import { exampleInput, faultsOf, quoteInputSchema } from './quote-input.ts';
import { quoteText, refusalLines } from './quote-text.ts';

const help = `npm run quote -- in.json [out.json]

  in.json   { "language": "de|fr|it|en", "request": {…}, "priceList": {…} }; - reads standard input
            request: category, pickUp and return { branch, at }, drivers [{ bornOn, licenceSince }], extras [{ id, count }],
            protections [id], kilometrePackage, drivenKilometres, customerGroup, vouchers [code],
            exchanges [{ at, category, courtesy }], added [{ at, drivers, extras, protections }]
            priceList: amounts in whole Rappen, shares in hundredths of a percent, days 2026-11-20,
            moments 2026-11-20T14:30:00+01:00, kilometres a number or "unlimited"
  out.json  the price with its lines, or the refusal, as JSON

  --example  prints an input to begin with
  --schema   prints the JSON schema of the input (defaults included)

Exit code 0 priced, 1 refused (a code, and why in four languages), 2 the input is faulty (each fault names its field).`;

process.exitCode = run();

function run(): number {
  let args;
  try {
    const flag = { type: 'boolean', default: false } as const;
    args = parseArgs({ allowPositionals: true, options: { help: flag, example: flag, schema: flag } });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`);
    return 2;
  }
  const { values, positionals } = args;
  const [path, out] = positionals;
  if (values.example) console.log(JSON.stringify(exampleInput, null, 2));
  else if (values.schema)
    console.log(JSON.stringify(z.toJSONSchema(quoteInputSchema, { io: 'input' }), null, 2));
  else if (values.help || path === undefined) console.log(help);
  else return price(path, out);
  return 0;
}

function price(path: string, out: string | undefined): number {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path === '-' ? 0 : path, 'utf8'));
  } catch (error) {
    console.error(`${path} cannot be read: ${(error as Error).message}`);
    return 2;
  }
  const input = quoteInputSchema.safeParse(json);
  if (!input.success) {
    for (const fault of faultsOf(input.error)) console.error(fault);
    return 2;
  }
  const { request, priceList, language } = input.data;
  const priced = quote(request, priceList);
  if (out !== undefined) {
    writeFileSync(out, `${JSON.stringify(priced.ok ? priced.value : priced.refusal, null, 2)}\n`);
  }
  if (priced.ok) console.log(quoteText(priced.value, language));
  else console.error(refusalLines(priced.refusal));
  return priced.ok ? 0 : 1;
}
