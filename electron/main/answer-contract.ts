import { uuidv7 } from 'uuidv7';
import type { CallRefusal } from '#shared/ipc/call.ts';
import { documentsContract } from '#shared/ipc/contract.ts';
import type { OnFailure } from '#shared/ipc/dispatch.ts';
import { refuse } from '#shared/result/result.ts';
import type { HostProcess } from './host-process.ts';

export type AnswerCall = (name: unknown, input: unknown) => Promise<unknown>;

/**
 * The whole contract from main: calls about papers go to the host process, whose dispatcher checks them; all others are
 * answered here. When the host process ends before it answers, the call is refused like any that fails.
 */
export function answerContract(
  answerHere: AnswerCall,
  hostProcess: Pick<HostProcess, 'ask'>,
  onFailure: OnFailure,
): AnswerCall {
  return async (name, input) => {
    if (typeof name !== 'string' || !Object.hasOwn(documentsContract, name))
      return await answerHere(name, input);
    try {
      return await hostProcess.ask(name, input);
    } catch (error) {
      const traceId = uuidv7();
      onFailure(name, error, traceId);
      return refuse<CallRefusal>({ code: 'host_failed', traceId });
    }
  };
}
