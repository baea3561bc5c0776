import { type Result, ok, refuse } from '../result/result.ts';

export type TypedWholeRefusal =
  | { readonly code: 'whole_format' }
  | { readonly code: 'whole_range'; readonly smallest: number; readonly largest: number };

/** A whole number as people type it: `31846`, `31’846`, `31 846`, `-3`. */
export function parseTypedWhole(
  text: string,
  { smallest, largest }: { readonly smallest: number; readonly largest: number },
): Result<number, TypedWholeRefusal> {
  const compact = text
    .trim()
    .replaceAll(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^[−–]/, '-');
  if (!/^-?\d{1,15}$/.test(compact)) return refuse({ code: 'whole_format' });
  const value = Number(compact);
  return value >= smallest && value <= largest
    ? ok(value === 0 ? 0 : value)
    : refuse({ code: 'whole_range', smallest, largest });
}

/** `31’846`, with a true minus sign. */
export function formatWhole(value: number): string {
  return `${value < 0 ? '−' : ''}${Math.abs(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '’')}`;
}
