import type { z } from 'zod';
import { type Result, ok, refuse } from '#shared/result/result.ts';

export interface JsonRefusal {
  readonly code: 'json_format' | 'json_field';
  /** The first field that is wrong, as `3.issuedOn`; empty for the text as a whole. */
  readonly field: string;
  readonly message: string;
}

/** Parses the JSON of a command's input, and names the first wrong field. */
export function parseJson<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
): Result<z.output<Schema>, JsonRefusal> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse({
      code: 'json_format',
      field: '',
      message: error instanceof Error ? error.message : 'no JSON',
    });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  return refuse({ code: 'json_field', field, message: issue?.message ?? 'is not valid' });
}
