/** Main to the host process. A `replica` message carries the port to serve. */
export type ToHost =
  | { readonly kind: 'replica' }
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown };

export interface FromHost {
  readonly id: number;
  readonly answer: unknown;
}
