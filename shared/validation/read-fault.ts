import type { z } from 'zod';
import type { Fault, FieldType } from './fault.ts';
import { faultTexts } from './refusal-texts.ts';

/** One thing that is wrong with an input: where (`customer.address.town`, empty for the whole), and why. */
export interface WrongField {
  readonly field: string;
  readonly fault: Fault;
}

const types: Readonly<Record<string, FieldType>> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  boolean: 'boolean',
  array: 'list',
  tuple: 'list',
  object: 'object',
  record: 'object',
};

/**
 * Reads an issue of zod: our own checks put their fault into it (`because`), zod's own codes are given ours. One issue may
 * tell of several fields that there are not.
 */
export function readFaults(issue: z.core.$ZodIssue, input: unknown): readonly WrongField[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => ({
      field: [...path, name].join('.'),
      fault: { code: 'unknown_field', name },
    }));
  }
  return [{ field: path.join('.'), fault: faultOf(issue, valueAt(input, path)) }];
}

function faultOf(issue: z.core.$ZodIssue, value: unknown): Fault {
  if (issue.code === 'custom')
    return isFault(issue.params?.['fault']) ? issue.params['fault'] : { code: 'invalid' };
  // Nobody who left a field out wants to hear of which type it should have been.
  if (value === undefined || value === null) return { code: 'missing' };
  switch (issue.code) {
    case 'invalid_type': {
      const expected = types[issue.expected];
      return expected === undefined ? { code: 'invalid' } : { code: 'wrong_type', expected };
    }
    case 'too_big':
      return tooBig(issue, value);
    case 'too_small':
      return tooSmall(issue);
    case 'invalid_value':
      return { code: 'not_one_of', values: issue.values.map(String) };
    case 'invalid_format':
      return formatFault(issue.format);
    case 'invalid_union':
      return unionFault(issue);
    default:
      return { code: 'invalid' };
  }
}

function tooBig(issue: z.core.$ZodIssueTooBig, value: unknown): Fault {
  const limit = Number(issue.maximum);
  if (issue.origin === 'string') {
    return {
      code: 'too_long',
      limit,
      actual: typeof value === 'string' ? Array.from(value).length : limit + 1,
    };
  }
  return { code: issue.origin === 'array' ? 'too_many' : 'too_large', limit };
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): Fault {
  const limit = Number(issue.minimum);
  if (issue.origin !== 'string' && issue.origin !== 'array') return { code: 'too_small', limit };
  if (limit === 1) return { code: 'empty' };
  return { code: issue.origin === 'string' ? 'too_short' : 'too_few', limit };
}

function formatFault(format: string): Fault {
  if (format === 'date') return { code: 'day' };
  if (format === 'datetime') return { code: 'moment' };
  return { code: format === 'email' ? 'email' : 'invalid' };
}

/** A choice by a discriminator or between literals can be listed; between other shapes there is no one sentence. */
function unionFault(issue: z.core.$ZodIssueInvalidUnion): Fault {
  if ('options' in issue && Array.isArray(issue.options)) {
    return { code: 'not_one_of', values: issue.options.map(String) };
  }
  const values = issue.errors.map(([first]) => (first?.code === 'invalid_value' ? first.values : null));
  if (values.length === 0 || values.includes(null)) return { code: 'invalid' };
  return { code: 'not_one_of', values: values.flatMap((some) => some ?? []).map(String) };
}

function isFault(value: unknown): value is Fault {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    Object.hasOwn(faultTexts, value.code)
  );
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return value;
}
