import type { z } from 'zod';
import { type RefusalLanguage, sayRefusal } from '../result/refusal-texts.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import type { Fault, ReasonOf } from './fault.ts';
import { fieldInWords } from './field-names.ts';
import { type WrongField, readFaults } from './read-fault.ts';
import { faultTexts } from './refusal-texts.ts';

/** A refusal for the field that is wrong: `reason` is the code of the fault, its facts stand beside it. */
export type FieldRefusal<Code extends string> = {
  readonly code: Code;
  /** As `customer.address.town`; empty for the whole. */
  readonly field: string;
  /** The English sentence, for logs and developers. Quotes single characters of the field at most, never the whole of it. */
  readonly message: string;
} & ReasonOf<Fault>;

/** Parses what came from outside, and names the first wrong field. */
export function parseFields<Schema extends z.ZodType, Code extends string>(
  schema: Schema,
  input: unknown,
  code: Code,
): Result<z.output<Schema>, FieldRefusal<Code>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const [refusal = fieldRefusal(code, { field: '', fault: { code: 'invalid' } })] = fieldRefusals(
    parsed.error,
    input,
    code,
  );
  return refuse(refusal);
}

/** Every wrong field of an input. */
export function fieldRefusals<Code extends string>(
  error: z.ZodError,
  input: unknown,
  code: Code,
): readonly FieldRefusal<Code>[] {
  return error.issues.flatMap((issue) => readFaults(issue, input).map((wrong) => fieldRefusal(code, wrong)));
}

export function fieldRefusal<Code extends string>(
  code: Code,
  { field, fault }: WrongField,
): FieldRefusal<Code> {
  const { code: reason, ...facts } = fault;
  const message = sayRefusal<Fault>(faultTexts, fault, 'en');
  // A spread loses that facts and reason belong together; `faultOf` takes it back.
  return { code, field, message, reason, ...facts } as FieldRefusal<Code>;
}

/** «Kunde, Adresse, Ort: Das ist leer; bitte ausfüllen.» */
export function sayFieldRefusal(refusal: FieldRefusal<string>, language: RefusalLanguage): string {
  return sayWithField(refusal.field, sayRefusal<Fault>(faultTexts, faultOf(refusal), language), language);
}

/** Puts the name of the field before a sentence that speaks of it. */
export function sayWithField(field: string, sentence: string, language: RefusalLanguage): string {
  if (field === '') return sentence;
  return `${fieldInWords(field, language)}${language === 'fr' ? '\u202f' : ''}: ${sentence}`;
}

function faultOf(refusal: FieldRefusal<string>): Fault {
  const { code: _code, field: _field, message: _message, reason, ...facts } = refusal;
  return { code: reason, ...facts } as Fault;
}
