/** `npm run verify-audit -- export.json`; `--help` says the rest. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Json } from '#shared/audit/canonical-json.ts';
import { type ChainRefusal, verifyChain } from '#shared/audit/verify-chain.ts';
import { unreachable } from '#shared/result/result.ts';
import { type Instant, instant } from '#shared/time/instant.ts';
import { parseJson } from './parse-json.ts';

const help = `npm run verify-audit -- export.json

Follows the audit chain of every counter and names the first link that does not hold. export.json is
  { "keys":  [{ "id", "counterId", "publicKey": 64 hexadecimal digits (Ed25519) }],
    "heads": [{ "counterId", "sequence", "hash" }]     the last link of each counter, from another source
    "links": [{ "counterId", "userId", "sequence", "kind", "subjectId", "contentHash",
                "occurredAt": "2026-11-20T13:30:00.000Z", "previousHash", "hash",
                "keyId", "signature": 128 hexadecimal digits, "content": what was signed, may be left out }] }
with the links by counter, and by sequence within it. Hashes are SHA-256 over canonical JSON (RFC 8785), 64 hexadecimal
digits in small letters; a signature is over "schalter audit link 1", a line feed, and the link's hash.

Exit code 0 when every chain holds, 1 when one does not or the file is refused, 2 for a wrong call.`;

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'is not 64 hexadecimal digits in small letters');
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
        .refine(isInstant, 'is no moment as 2026-11-20T13:30:00.000Z')
        .transform((text) => text as Instant),
      previousHash: hash,
      hash,
      keyId: name,
      signature: z.string().regex(/^[0-9a-f]{128}$/, 'is not 128 hexadecimal digits in small letters'),
      content: z
        .json()
        .transform((value): Json => value)
        .optional(),
    }),
  ),
});

const [path, ...more] = process.argv.slice(2);
process.exitCode =
  path === '--help' ? say(help, 0) : path === undefined || more.length > 0 ? say(help, 2) : verify(path);

function verify(file: string): number {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return say(error instanceof Error ? error.message : String(error), 1);
  }
  const parsed = parseJson(auditExport, text);
  if (!parsed.ok) return say(`${file}: ${parsed.refusal.field}: ${parsed.refusal.message}`, 1);
  const verified = verifyChain(parsed.value);
  if (!verified.ok) return say(breakText(verified.refusal), 1);
  const { links, counters, contents } = verified.value;
  return say(`Every chain holds: ${links} links of ${counters} counters; ${contents} contents compared.`, 0);
}

function say(text: string, code: number): number {
  if (code === 0) console.log(text);
  else console.error(text);
  return code;
}

function breakText(broken: ChainRefusal): string {
  const { position, counterId } = broken;
  return `links.${position} (number ${broken.sequence} of counter ${counterId}) does not hold: ${whyText(broken)} [${broken.code}]`;
}

function whyText(broken: ChainRefusal): string {
  switch (broken.code) {
    case 'order':
      return 'it is not in the order of counters.';
    case 'sequence_gap':
      return `it should be number ${broken.expected}; a link was removed, put in or moved.`;
    case 'previous_hash_differs':
      return 'it does not name the link before it.';
    case 'hash_differs':
      return 'its facts are not those that were hashed.';
    case 'key_unknown':
      return `its key ${broken.keyId} is not a known key of this counter.`;
    case 'signature_wrong':
      return 'its signature is not that of the counter’s key.';
    case 'content_hash_differs':
      return 'its content is not what was signed or issued.';
    case 'head_missing':
      return 'no other source says that this counter’s chain ends here.';
    case 'head_differs':
      return `the counter’s chain should end with number ${broken.expected}, and with another hash or number than here.`;
    default:
      return unreachable(broken);
  }
}

function isInstant(text: string): boolean {
  try {
    return instant(text) === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
