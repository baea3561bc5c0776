import { type Result, ok, refuse } from '#shared/result/result.ts';

export type ViewNameRefusal =
  | { readonly code: 'name_missing' }
  /** Another view of this list bears it already, whatever the capitals. */
  | { readonly code: 'name_taken'; readonly name: string };

export const viewNameAtMost = 60;

/** The name that a view is to bear, as it is kept; `taken` are those of the other views of its list. */
export function checkViewName(typed: string, taken: readonly string[]): Result<string, ViewNameRefusal> {
  const name = typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim().slice(0, viewNameAtMost).trim();
  if (name === '') return refuse({ code: 'name_missing' });
  const known = taken.find((one) => one.toLowerCase() === name.toLowerCase());
  return known === undefined ? ok(name) : refuse({ code: 'name_taken', name: known });
}
