import type { z } from 'zod';
import type { Refusal, Result } from '../result/result.ts';

/** One call that a renderer may make: what it must send, and (as a type) what it gets. */
export interface Call<Input extends z.ZodType, Output> {
  readonly input: Input;
  /** Only a type: never present at run time. */
  readonly output?: Output;
}

export type Contract = Readonly<Record<string, Call<z.ZodType, unknown>>>;

export type InputOf<C> = C extends Call<infer Input, unknown> ? z.input<Input> : never;
export type ParsedInputOf<C> = C extends Call<infer Input, unknown> ? z.output<Input> : never;
export type OutputOf<C> = C extends { readonly output?: infer Output } ? NonNullable<Output> : never;

/** `call<Answer>()(inputSchema)`: two steps, so that the answer is named and the input inferred. */
export function call<Output>() {
  return <Input extends z.ZodType>(input: Input): Call<Input, Output> => ({ input });
}

/** What every call may be refused with beside its own refusals. */
export type CallRefusal =
  /** The message was not of the form that the contract names. `field` is a path like `paper.lines.0.amount`. */
  | { readonly code: 'bad_message'; readonly field: string; readonly reason: string }
  | { readonly code: 'unknown_call' }
  /** A bug on the host's side: it is in the log under this trace id. */
  | { readonly code: 'host_failed'; readonly traceId: string };

/** The answer on the wire: a result whose refusal is the call's own or one that any call can meet. */
export type Answer<Value, Own extends Refusal = never> = Result<Value, Own | CallRefusal>;

/** What the renderer holds: every call of the contract as a function. */
export type Client<C extends Contract> = {
  readonly [Name in keyof C]: (input: InputOf<C[Name]>) => Promise<OutputOf<C[Name]>>;
};

/** What the host implements: the same calls with parsed input; refusals of the message itself are the dispatcher's. */
export type Handlers<C extends Contract> = {
  readonly [Name in keyof C]: (input: ParsedInputOf<C[Name]>) => Promise<OutputOf<C[Name]>>;
};
