import type { Message } from '../messages.ts';
import { LineState } from './line-state.ts';
import type { Transport } from './transport.ts';

/** A browser's MessagePort, or that of Node's worker_threads. */
interface EventTargetPort {
  postMessage(message: unknown): void;
  addEventListener(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(event: 'close', listener: () => void): void;
  start(): void;
  close(): void;
}

/** Electron's MessagePortMain, as main and utility processes have it. */
interface EmitterPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

export type PortLike = EventTargetPort | EmitterPort;

/** A transport over any of the three kinds of message port. Messages travel by structured clone. */
export function messagePortTransport(port: PortLike): Transport {
  const line = new LineState();
  const deliver = (event: { readonly data: unknown }): void => line.deliver(event.data as Message);
  const end = (): void => {
    line.end();
  };
  if ('addEventListener' in port) {
    port.addEventListener('message', deliver);
    port.addEventListener('close', end);
  } else {
    port.on('message', deliver);
    port.on('close', end);
  }
  port.start();
  return {
    send: (message) => {
      if (!line.closed) port.postMessage(message);
    },
    onMessage: (listener) => line.listen(listener),
    onClose: (listener) => line.onClose(listener),
    close: () => {
      if (line.end()) port.close();
    },
  };
}
