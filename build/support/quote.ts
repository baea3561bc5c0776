/**
 * `npm run quote -- in.json [out.json]`: prices a rental, explained line by line; the same as JSON in `out.json`.
 * `-` reads from standard input. `--example` prints an input to begin with, `--schema` the JSON schema of the input.
 * Exit code 0: priced; 1: refused, or the input is not as it must be, each with code, field and sentence; 2: called wrongly.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { quote } from '#shared/pricing/quote.ts';
import { refusalText } from '#shared/pricing/refusal-texts.ts';
import type { RefusalLanguage } from '#shared/result/refusal-texts.ts';
import { exampleInput, quoteInputSchema } from './quote-input.ts';
import { quoteText } from './quote-text.ts';
import { readInput } from './read-input.ts';
import { languageHelp, languageOf, languageOption, printInputRefusals, refusedLine } from './say-refused.ts';

const help = `npm run quote -- in.json [out.json] [--language de|fr|it|en]

  in.json   { "language": "de|fr|it|en", "request": {…}, "priceList": {…} }; - reads standard input
            request: category, pickUp and return { branch, at }, drivers [{ bornOn, licenceSince }], extras [{ id, count }],
            protections [id], kilometrePackage, drivenKilometres, customerGroup, vouchers [code],
            exchanges [{ at, category, courtesy }], added [{ at, drivers, extras, protections }]
            priceList: amounts in whole Rappen, shares in hundredths of a percent, days 2026-11-20,
            moments 2026-11-20T14:30:00+01:00, kilometres a number or "unlimited"
  out.json  the price with its lines, or the refusal with its sentence, as JSON

  --example  prints an input to begin with
  --schema   prints the JSON schema of the input (defaults included)
  ${languageHelp}
             (the lines of the price are in the language of in.json)

Exit code 0 priced; 1 refused, or in.json is faulty: a line "code (field): sentence" on standard error for each fault;
2 for a wrong call.`;

process.exitCode = run();

function run(): number {
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
  const [path, out, ...more] = positionals;
  const language = languageOf(values.language);
  if (values.help) console.log(help);
  else if (values.example) console.log(JSON.stringify(exampleInput, null, 2));
  else if (values.schema)
    console.log(JSON.stringify(z.toJSONSchema(quoteInputSchema, { io: 'input' }), null, 2));
  else if (path === undefined || more.length > 0 || language === null) {
    console.error(help);
    return 2;
  } else return price(path, out, language);
  return 0;
}

function price(path: string, out: string | undefined, language: RefusalLanguage): number {
  const input = readInput(quoteInputSchema, path);
  if (!input.ok) {
    printInputRefusals(input.refusal.all, language);
    return 1;
  }
  const { request, priceList } = input.value;
  const priced = quote(request, priceList);
  if (priced.ok) {
    if (out !== undefined) writeFileSync(out, `${JSON.stringify(priced.value, null, 2)}\n`);
    console.log(quoteText(priced.value, input.value.language));
    return 0;
  }
  const sentence = refusalText(priced.refusal, language);
  if (out !== undefined) {
    writeFileSync(out, `${JSON.stringify({ ...priced.refusal, sentence }, null, 2)}\n`);
  }
  console.error(refusedLine(priced.refusal, sentence));
  return 1;
}
