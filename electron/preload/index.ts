/**
 * The page's only door: the calls of the contract, and the port to the replica. Built as CommonJS for the sandbox; it
 * may require nothing but `electron`.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, openReplicaChannel, replicaPortMessage } from '#shared/ipc/channels.ts';

contextBridge.exposeInMainWorld('schalter', {
  call: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke(callChannel, name, input),
  /** The port arrives as a message on the window: ports cannot cross the bridge. */
  openReplica: (): void => ipcRenderer.send(openReplicaChannel),
});

ipcRenderer.on(replicaPortMessage, (event) => {
  const [port] = event.ports;
  if (port) window.postMessage(replicaPortMessage, window.location.origin, [port]);
});
