import { uuidv7 } from 'uuidv7';
import { refuse } from '../result/result.ts';
import type { CallRefusal, Client, Contract, Handlers } from './call.ts';

/** Called for a handler that threw. Gets no input: it may hold personal data. */
export type OnFailure = (name: string, error: unknown, traceId: string) => void;

/**
 * Answers one message from a renderer: finds the call, parses the input, runs the handler. Trusts nothing: an unknown
 * name or a wrong input is a refusal, a handler that throws is logged under a trace id and says no more than that.
 */
export function createDispatcher<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  onFailure: OnFailure,
) {
  return async (name: unknown, input: unknown): Promise<unknown> => {
    if (typeof name !== 'string' || !Object.hasOwn(contract, name)) {
      return refuse<CallRefusal>({ code: 'unknown_call' });
    }
    const key: keyof C = name;
    const parsed = contract[key]?.input.safeParse(input);
    if (!parsed?.success) {
      const issue = parsed?.error.issues[0];
      return refuse<CallRefusal>({
        code: 'bad_message',
        field: issue?.path.map(String).join('.') || '(input)',
        reason: issue?.message ?? 'invalid',
      });
    }
    try {
      const handler: (parsedInput: never) => Promise<unknown> = handlers[key];
      return await handler(parsed.data as never);
    } catch (error) {
      const traceId = uuidv7();
      onFailure(name, error, traceId);
      return refuse<CallRefusal>({ code: 'host_failed', traceId });
    }
  };
}

/** Makes the functions of a client from one `send`. Only the names of the contract exist. */
export function createClient<C extends Contract>(
  contract: C,
  send: (name: string, input: unknown) => Promise<unknown>,
): Client<C> {
  const calls = Object.keys(contract).map((name) => [name, (input: unknown) => send(name, input)] as const);
  return Object.fromEntries(calls) as unknown as Client<C>;
}
