import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { callChannel } from '#shared/ipc/channels.ts';
import { refuse } from '#shared/result/result.ts';
import type { AnswerCall } from './answer-contract.ts';
import { isOwnPage } from './secure-session.ts';

/** Answers the calls of the contract that come from our own page's top frame; anybody else gets a refusal. */
export function answerCalls(answer: AnswerCall): void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown) => {
    if (!isOwnPageFrame(event)) return refuse({ code: 'unknown_call' });
    return await answer(name, input);
  });
}

/**
 * An own frame is the top one, on our origin: a frame inside the page, or a page that navigated away, is not. Ask at
 * once: after a pause the frame may be another.
 */
export function isOwnPageFrame(event: Pick<IpcMainInvokeEvent | IpcMainEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOwnPage(frame.url);
}
