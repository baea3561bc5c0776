import type { z } from 'zod';

/**
 * What of a list a view shows: its search as the list reads it today, without the row of the cursor; and a text by which two of
 * them are told apart.
 * @param found search parameters, or their JSON as the row of a view has it; what cannot be read is the default
 */
export function searchOf<Search extends object>(
  schema: z.ZodType<Search>,
  found: object | string,
): { readonly search: Search; readonly key: string } {
  const { row: _, ...kept } = (typeof found === 'string' ? parsed(found) : found) as {
    readonly row?: string;
  };
  const search = schema.parse(kept);
  return { search, key: JSON.stringify(search) };
}

function parsed(json: string): object {
  try {
    const read: unknown = JSON.parse(json);
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    return {};
  }
}
