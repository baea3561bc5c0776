/** `npm run verify-audit -- export.json`; `--help` says the rest. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Json } from '#shared/audit/canonical-json.ts';
import { sayChainRefusal } from '#shared/audit/refusal-texts.ts';
import { verifyChain } from '#shared/audit/verify-chain.ts';
import type { RefusalLanguage } from '#shared/result/refusal-texts.ts';
import { type Instant, instant } from '#shared/time/instant.ts';
import { because } from '#shared/validation/because.ts';
import { readInput } from './read-input.ts';
import { languageHelp, languageOf, languageOption, printInputRefusals, refusedLine } from './say-refused.ts';

const help = `npm run verify-audit -- export.json [--language de|fr|it|en]

Follows the audit chain of every counter and names the first link that does not hold, in a line "code (field): sentence" on
standard error. export.json (- reads standard input) is
  { "keys":  [{ "id", "counterId", "publicKey": 64 hexadecimal digits (Ed25519) }],
    "heads": [{ "counterId", "sequence", "hash" }]     the last link of each counter, from another source
    "links": [{ "counterId", "userId", "sequence", "kind", "subjectId", "contentHash",
                "occurredAt": "2026-11-20T13:30:00.000Z", "previousHash", "hash",
                "keyId", "signature": 128 hexadecimal digits, "content": what was signed, may be left out }] }
with the links by counter, and by sequence within it. Hashes are SHA-256 over canonical JSON (RFC 8785), 64 hexadecimal
digits in small letters; a signature is over "schalter audit link 1", a line feed, and the link's hash.

  ${languageHelp}

Exit code 0 when every chain holds, 1 when one does not or the file is refused, 2 for a wrong call.`;

const hash = hexadecimal(64);
const name = z.string().min(1);
const sequence = z.int().min(1);
const auditExport = z.strictObject({
  keys: z.array(z.strictObject({ id: name, counterId: name, publicKey: hash })),
  heads: z.array(z.strictObject({ counterId: name, sequence, hash })),
  links: z.array(
    z.strictObject({
      counterId: name,
      userId: name,
      sequence,
      kind: name,
      subjectId: name,
      contentHash: hash,
      // As it was hashed: another way to write the same moment would give another hash.
      occurredAt: z
        .string()
        .refine(isInstant, because({ code: 'instant' }))
        .transform((text) => text as Instant),
      previousHash: hash,
      hash,
      keyId: name,
      signature: hexadecimal(128),
      content: z
        .json()
        .transform((value): Json => value)
        .optional(),
    }),
  ),
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
  return verify(path, language);
}

function verify(file: string, language: RefusalLanguage): number {
  const input = readInput(auditExport, file);
  if (!input.ok) {
    printInputRefusals(input.refusal.all, language);
    return 1;
  }
  const verified = verifyChain(input.value);
  if (!verified.ok) {
    const { refusal } = verified;
    const field = `links.${refusal.position}`;
    console.error(refusedLine({ code: refusal.code, field }, sayChainRefusal(refusal, language)));
    return 1;
  }
  const { links, counters, contents } = verified.value;
  console.log(`Every chain holds: ${links} links of ${counters} counters; ${contents} contents compared.`);
  return 0;
}

function isInstant(text: string): boolean {
  try {
    return instant(text) === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function hexadecimal(digits: number) {
  return z
    .string()
    .refine(
      (text) => text.length === digits && /^[0-9a-f]*$/.test(text),
      because({ code: 'hexadecimal', digits }),
    );
}
