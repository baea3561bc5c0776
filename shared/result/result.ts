/** The outcome of something that may be refused. Refusals are values with a code; bugs are exceptions. */
export type Result<Value, Refused extends Refusal = Refusal> = Ok<Value> | Refused_<Refused>;

/** What a refusal always carries: a stable code. Further facts (field, limit, actual) sit beside it. */
export interface Refusal {
  readonly code: string;
}

export interface Ok<Value> {
  readonly ok: true;
  readonly value: Value;
}

interface Refused_<R extends Refusal> {
  readonly ok: false;
  readonly refusal: R;
}

export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value };
}

export function refuse<const R extends Refusal>(refusal: R): Refused_<R> {
  return { ok: false, refusal };
}

/** For places where a refusal would be a bug: throws with the code, never with the facts (they may be personal). */
export function must<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Error(`unexpected refusal: ${result.refusal.code}`);
}

/** Closes an exhaustive switch: a new case that nobody handles does not compile. */
export function unreachable(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
