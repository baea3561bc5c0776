import { z } from 'zod';
import type { Json } from '#shared/audit/canonical-json.ts';
import { type Instant, instant } from '#shared/time/instant.ts';
import { because } from '#shared/validation/because.ts';

const hash = hexadecimal(64);
const name = z.string().min(1).max(200);
const sequence = z.int().min(1);
/** What `npm run verify-audit` reads. */
export const auditExport = z.strictObject({
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
        .unknown()
        .refine((value) => value === undefined || isJson(value, deepest), because({ code: 'invalid' }))
        .optional(),
    }),
  ),
});

/** No paper is nested deeper; what is, would run out of stack where it is hashed. */
const deepest = 100;

function isJson(value: unknown, depth: number): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth === 0) return false;
  return Object.values(value).every((inner) => isJson(inner, depth - 1));
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
