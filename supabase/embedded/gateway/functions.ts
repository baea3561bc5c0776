import { type Exchange, HttpProblem } from './http.ts';

export interface Functions {
  /** Passes the request on to the named function; undefined when there is none of this name. */
  forward(name: string, of: Exchange): Promise<boolean>;
  close(): Promise<void>;
}

/** `POST /functions/v1/<name>`. */
export async function handleFunction(
  name: string,
  of: Exchange,
  { functions }: { readonly functions: Functions },
): Promise<void> {
  const known = /^[a-z][a-z0-9-]{0,62}$/.test(name) && (await functions.forward(name, of));
  if (!known) throw new HttpProblem(404, { code: 'NOT_FOUND', message: 'Requested function was not found' });
}

/** Stands in until functions are run. */
export const noFunctions: Functions = {
  forward: () => Promise.resolve(false),
  close: () => Promise.resolve(),
};
