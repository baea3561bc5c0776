import { z } from 'zod';

/*
 * What a list keeps in its address. Each has a default, and what cannot be read is the default: an address may be old, and a link
 * need not name anything.
 */

/** What was typed to narrow a list. */
export const textSearch = z.string().max(100).default('').catch('');

/** Switches that are on. */
export function someOf<const Name extends string>(names: readonly [Name, ...Name[]]) {
  return z.array(z.enum(names)).default([]).catch([]);
}

/** One of some, the first where nothing is said. */
export function oneOf<const Name extends string>(names: readonly [Name, ...Name[]]) {
  return z.enum(names).default(names[0]).catch(names[0]);
}

/** A switch, off where nothing is said. */
export const flagSearch = z.boolean().default(false).catch(false);

/** By which column and how; null as the list comes. */
export const sortSearch = z
  .object({ key: z.string().max(50), isDescending: z.boolean() })
  .nullable()
  .default(null)
  .catch(null);

/** The row that was opened last: the cursor stands there again. */
export const rowSearch = z.string().max(50).default('').catch('');

/** For a list with nothing but its order. */
export const plainSearch = z.object({ sort: sortSearch, row: rowSearch });
