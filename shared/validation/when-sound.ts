import type { z } from 'zod';

/**
 * For a `refine` that looks at several fields of an object: it is checked where these are sound, whatever is wrong with others. By
 * itself zod checks an object as a whole only when none of its fields is wrong, and somebody would mend one field to be told of
 * the next.
 * @param fields those that the check reads; of the others it knows nothing
 */
export function whenSound(...fields: readonly string[]): (payload: z.core.ParsePayload) => boolean {
  return ({ issues }) => !issues.some(({ path }) => fields.includes(String(path?.[0])));
}
