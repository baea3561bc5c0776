import type { z } from 'zod';
import { sayRefusal } from '../result/refusal-texts.ts';
import type { Fault } from './fault.ts';
import { faultTexts } from './refusal-texts.ts';

/**
 * For a zod check: `.refine(isDay, because({ code: 'day' }))`. The fault travels in the issue, with its facts; the message
 * is its English sentence, for logs and developers. It ends the checks, of what the field is part of too: rules that join
 * several fields compute with them, and would break on a wrong one.
 */
export function because(fault: Fault): {
  readonly abort: true;
  readonly error: string;
  readonly params: { readonly fault: Fault };
} {
  return { abort: true, error: sayRefusal<Fault>(faultTexts, fault, 'en'), params: { fault } };
}

/** The same for `superRefine` and `transform`. What is checked after it would only find the same fault again, or break. */
export function refuseField(
  context: Pick<z.RefinementCtx, 'addIssue'>,
  path: readonly (string | number)[],
  fault: Fault,
): void {
  const { error: message, params } = because(fault);
  context.addIssue({ code: 'custom', path: [...path], message, params, continue: false });
}
