import { closeSync, openSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { type RefusalLanguage, refusalLanguages } from '#shared/result/refusal-texts.ts';
import { languageOf, languageOption, printInputRefusals } from './say-refused.ts';

/** How a command was called. */
export interface Call {
  readonly positionals: readonly string[];
  /** The command's own options, empty where they were not given. */
  readonly options: Readonly<Record<string, string | undefined>>;
  /** In which refusals are said. */
  readonly language: RefusalLanguage;
}

export interface Command {
  readonly help: string;
  /** Names of its own options; all take a value. */
  readonly options?: readonly string[];
  /** An input to begin with, and what an input must be; `null` when the call names none. */
  input(positionals: readonly string[]): { readonly schema: z.ZodType; readonly example: unknown } | null;
  /** The exit code; `null` for a wrong call. */
  run(call: Call): number | null | Promise<number | null>;
}

/**
 * What all five commands do alike: `--help`, `--example`, `--schema`, `--language`, and what a wrong call is answered with.
 * Sets the exit code: 0 done, 1 refused, 2 called wrongly.
 */
export async function runCommand(command: Command): Promise<void> {
  process.stdout.on('error', (error) => {
    if (!isCutShort(error)) throw error;
  });
  process.exitCode = await exitCodeOf(command);
}

async function exitCodeOf(command: Command): Promise<number> {
  let args;
  try {
    const flag = { type: 'boolean', default: false } as const;
    const own = Object.fromEntries(
      (command.options ?? []).map((name) => [name, { type: 'string' } as const]),
    );
    args = parseArgs({
      allowPositionals: true,
      options: { ...own, help: flag, example: flag, schema: flag, language: languageOption },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${command.help}`);
    return 2;
  }
  const { positionals } = args;
  const { help, example, schema, language: named, ...options } = args.values;
  const language = languageOf(named);
  if (help) {
    console.log(command.help);
    return 0;
  }
  let code: number | null = null;
  if (example || schema) {
    const input = command.input(positionals);
    if (input !== null) {
      console.log(JSON.stringify(example ? input.example : jsonSchema(input.schema), null, 2));
      return 0;
    }
  } else if (language === null) {
    console.error(`--language takes ${refusalLanguages.join(', ')}, not "${named}"\n`);
  } else {
    code = await command.run({ positionals, options, language });
  }
  if (code === null) console.error(command.help);
  return code ?? 2;
}

/** What a check adds to a field's shape (an IBAN, a day) JSON schema cannot say. */
function jsonSchema(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}

/** Writes to a file, or to standard output for `-`. Prints why not; returns the exit code. */
export function writeOutput(out: string, content: string | Uint8Array, language: RefusalLanguage): 0 | 1 {
  if (out === '-') {
    process.stdout.write(content);
    return 0;
  }
  try {
    writeFileSync(out, content);
    return 0;
  } catch (error) {
    return unwritable(out, error, language);
  }
}

/** The same for what is too large to be held as a whole. */
export async function writePieces(
  out: string,
  pieces: Iterable<string>,
  language: RefusalLanguage,
): Promise<0 | 1> {
  if (out === '-') {
    await pipeline(Readable.from(pieces), process.stdout, { end: false }).catch((error: unknown) => {
      if (!isCutShort(error)) throw error;
    });
    return 0;
  }
  try {
    const file = openSync(out, 'w');
    try {
      for (const piece of pieces) writeFileSync(file, piece);
    } finally {
      closeSync(file);
    }
    return 0;
  } catch (error) {
    return unwritable(out, error, language);
  }
}

function unwritable(file: string, error: unknown, language: RefusalLanguage): 1 {
  if (!(error instanceof Error && 'code' in error)) throw error;
  printInputRefusals([{ code: 'file_unwritable', field: '', file, message: error.message }], language);
  return 1;
}

/** Whoever reads only the first lines (`| head`) has what they wanted. */
function isCutShort(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'EPIPE' || error.code === 'ERR_STREAM_PREMATURE_CLOSE')
  );
}
