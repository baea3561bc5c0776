/** `npm run verify-audit -- export.json`; `--help` says the rest. */
import { sayChainRefusal } from '#shared/audit/refusal-texts.ts';
import { soundExport } from '#shared/audit/testing-chains.ts';
import { verifyChain } from '#shared/audit/verify-chain.ts';
import type { RefusalLanguage } from '#shared/result/refusal-texts.ts';
import { auditExport } from './audit-export.ts';
import { runCommand, writeOutput } from './command.ts';
import { readInput } from './read-input.ts';
import { languageHelp, printInputRefusals, refusedLine } from './say-refused.ts';

const help = `npm run verify-audit -- export.json [out.json] [--language de|fr|it|en]

Follows the audit chain of every counter and names the first link that does not hold, in a line "code (field): sentence" on
standard error. export.json (- reads standard input) is
  { "keys":  [{ "id", "counterId", "publicKey": 64 hexadecimal digits (Ed25519) }],
    "heads": [{ "counterId", "sequence", "hash" }]     the last link of each counter, from another source
    "links": [{ "counterId", "userId", "sequence", "kind", "subjectId", "contentHash",
                "occurredAt": "2026-11-20T13:30:00.000Z", "previousHash", "hash",
                "keyId", "signature": 128 hexadecimal digits, "content": what was signed, may be left out }] }
with the links by counter, and by sequence within it. Hashes are SHA-256 over canonical JSON (RFC 8785), 64 hexadecimal
digits in small letters; a signature is over "schalter audit link 1", a line feed, and the link's hash.
out.json takes the counts, or the refusal with its sentence, as JSON; - writes it to standard output in place of the words.

  --example  prints an input to begin with
  --schema   prints the JSON schema of the input
  ${languageHelp}

Exit code 0 when every chain holds, 1 when one does not or the file is refused, 2 for a wrong call.`;

await runCommand({
  help,
  input: () => ({ schema: auditExport, example: soundExport([2]) }),
  run: ({ positionals: [path, out, ...more], language }) =>
    path === undefined || more.length > 0 ? null : verify(path, out, language),
});

function verify(file: string, out: string | undefined, language: RefusalLanguage): number {
  const input = readInput(auditExport, file);
  if (!input.ok) {
    printInputRefusals(input.refusal.all, language);
    return 1;
  }
  const verified = verifyChain(input.value);
  const result = verified.ok
    ? verified.value
    : { ...verified.refusal, sentence: sayChainRefusal(verified.refusal, language) };
  const written = out === undefined ? 0 : writeOutput(out, `${JSON.stringify(result, null, 2)}\n`, language);
  if (!verified.ok) {
    const { code, position } = verified.refusal;
    console.error(
      refusedLine({ code, field: `links.${position}` }, sayChainRefusal(verified.refusal, language)),
    );
    return 1;
  }
  const { links, counters, contents } = verified.value;
  if (out !== '-') {
    console.log(`Every chain holds: ${links} links of ${counters} counters; ${contents} contents compared.`);
  }
  return written;
}
