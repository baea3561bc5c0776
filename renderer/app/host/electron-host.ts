import { replicaPortMessage } from '#shared/ipc/channels.ts';
import { contract } from '#shared/ipc/contract.ts';
import { createClient } from '#shared/ipc/dispatch.ts';
import { messagePortTransport } from '#sync/replica/transports/message-port.ts';
import type { PageHost } from './page-host.ts';

/** What the preload puts on the window. */
export interface ElectronBridge {
  call(name: string, input: unknown): Promise<unknown>;
  openReplica(): void;
}

/** Electron's main process and its host process, as the page reaches them through the preload. */
export function electronHost(bridge: ElectronBridge, page: Window): PageHost {
  return {
    client: createClient(contract, (name, input) => bridge.call(name, input)),
    openReplica: () =>
      new Promise((resolve) => {
        const onMessage = (event: MessageEvent): void => {
          const [port] = event.ports;
          if (event.source !== page || event.data !== replicaPortMessage || !port) return;
          page.removeEventListener('message', onMessage);
          // Each port is for one who asked: another, who asked at the same time, gets the next.
          event.stopImmediatePropagation();
          resolve(messagePortTransport(port));
        };
        page.addEventListener('message', onMessage);
        bridge.openReplica();
      }),
  };
}
