import { ipcMain } from 'electron';
import { openReplicaChannel, replicaPortMessage } from '#shared/ipc/channels.ts';
import { isOwnPageFrame } from './answer-calls.ts';
import type { HostProcess } from './host-process.ts';

/** Gives our own page a new line to the replica whenever it asks for one: at its start, and when the old one broke. */
export function handOverReplica(hostProcess: Pick<HostProcess, 'openReplica'>): void {
  ipcMain.on(openReplicaChannel, (event) => {
    if (!isOwnPageFrame(event)) return;
    event.senderFrame?.postMessage(replicaPortMessage, null, [hostProcess.openReplica()]);
  });
}
