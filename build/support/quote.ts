/** `npm run quote -- in.json [out.json]`: prices a rental, explained line by line; `--help` says the rest. */
import { quote } from '#shared/pricing/quote.ts';
import type { QuoteRefusal } from '#shared/pricing/quote-refusal.ts';
import { refusalText } from '#shared/pricing/refusal-texts.ts';
import type { RefusalLanguage } from '#shared/result/refusal-texts.ts';
import { runCommand, writeOutput } from './command.ts';
import { exampleInput, quoteInputSchema } from './quote-input.ts';
import { quoteText } from './quote-text.ts';
import { readInput } from './read-input.ts';
import { languageHelp, printInputRefusals, refusedLine } from './say-refused.ts';

const help = `npm run quote -- in.json [out.json] [--language de|fr|it|en]

  in.json   { "language": "de|fr|it|en", "request": {…}, "priceList": {…} }; - reads standard input
            request: category, pickUp and return { branch, at }, drivers [{ bornOn, licenceSince }], extras [{ id, count }],
            protections [id], kilometrePackage, drivenKilometres, customerGroup, vouchers [code],
            exchanges [{ at, category, courtesy }], added [{ at, drivers, extras, protections }]
            priceList: amounts in whole Rappen, shares in hundredths of a percent, days 2026-11-20,
            moments 2026-11-20T14:30:00+01:00, kilometres a number or "unlimited"
  out.json  the price with its lines, or the refusal with its sentence, as JSON; - writes it to standard output
            (there in place of the words)

  --example  prints an input to begin with
  --schema   prints the JSON schema of the input (defaults included)
  ${languageHelp}
             (the lines of the price are in the language of in.json)

Exit code 0 priced; 1 refused, or in.json is faulty: a line "code (field): sentence" on standard error for each fault;
2 for a wrong call.`;

await runCommand({
  help,
  input: () => ({ schema: quoteInputSchema, example: exampleInput }),
  run: ({ positionals: [path, out, ...more], language }) =>
    path === undefined || more.length > 0 ? null : price(path, out, language),
});

function price(path: string, out: string | undefined, language: RefusalLanguage): number {
  const input = readInput(quoteInputSchema, path);
  if (!input.ok) {
    printInputRefusals(input.refusal.all, language);
    return 1;
  }
  const { request, priceList } = input.value;
  const priced = quote(request, priceList);
  const result = priced.ok
    ? priced.value
    : {
        ...priced.refusal,
        field: fieldOfInput(priced.refusal),
        sentence: refusalText(priced.refusal, language),
      };
  const written = out === undefined ? 0 : writeOutput(out, `${JSON.stringify(result, null, 2)}\n`, language);
  if ('sentence' in result) {
    console.error(refusedLine(result, result.sentence));
    return 1;
  }
  if (out !== '-') console.log(quoteText(result, input.value.language));
  return written;
}

/** A refusal names the field as the engine knows it; whoever wrote in.json looks for it there. */
function fieldOfInput({ field }: QuoteRefusal): string {
  if (field === 'endsAt') return 'request.return.at';
  return field === 'period' ? 'request' : `request.${field}`;
}
