import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { fieldRefusals } from '#shared/validation/parse-fields.ts';
import type { FileRefusal, InputRefusal } from './input-refusal.ts';

/** Several wrong fields are several refusals. */
export interface InputRefusals {
  readonly code: 'input';
  readonly all: readonly InputRefusal[];
}

/** Reads and parses the JSON input of a command, and names every wrong field. `-` is standard input. */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  file: string,
): Result<z.output<Schema>, InputRefusals> {
  const json = readJson(file);
  if (!json.ok) return refuse({ code: 'input', all: [json.refusal] });
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  return refuse({ code: 'input', all: fieldRefusals(parsed.error, json.value, 'json_field') });
}

/** The JSON of a file, of whatever form. */
export function readJson(file: string): Result<unknown, FileRefusal> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    return refuse(unreadable(file, error));
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return ok(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) {
      return refuse({ code: 'json_format', field: '', file, message: error.message });
    }
    return refuse(unreadable(file, error));
  }
}

/** What Node says of a file that cannot be read, or is not UTF-8; anything else is a bug and thrown on. */
export function unreadable(file: string, error: unknown): FileRefusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (code === null || !(error instanceof Error)) throw error;
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return { code: 'file_encoding', field: '', file };
  return { code: 'file_unreadable', field: '', file, message: error.message };
}
