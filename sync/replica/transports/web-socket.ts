import { decodeFrame, encodeFrame } from '../codec.ts';
import type { Message } from '../messages.ts';
import { LineState } from './line-state.ts';
import type { Transport } from './transport.ts';

/** A browser's WebSocket, Node's, or one of the package `ws` on the server. */
export interface WebSocketLike {
  binaryType: string;
  readonly readyState: number;
  send(data: Uint8Array<ArrayBuffer>): void;
  close(): void;
  addEventListener(event: 'open' | 'close' | 'error', listener: () => void): void;
  addEventListener(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

const connecting = 0;

/**
 * A transport over a WebSocket, for both sides. What is sent before the socket is open waits for it. A frame that is not
 * ours closes the socket: nobody who sends such a thing is a page of this product.
 *
 * On the server give `ws` a `maxPayload` of `maxMessageBytes`.
 */
export function webSocketTransport(socket: WebSocketLike): Transport {
  const line = new LineState();
  let waiting: Message[] | undefined = socket.readyState === connecting ? [] : undefined;
  socket.binaryType = 'arraybuffer';

  const close = (): void => {
    if (line.end()) socket.close();
  };
  socket.addEventListener('open', () => {
    const messages = waiting ?? [];
    waiting = undefined;
    for (const message of messages) socket.send(encodeFrame(message));
  });
  socket.addEventListener('message', ({ data }) => {
    if (line.closed) return;
    let message: Message;
    try {
      message = decodeFrame(new Uint8Array(data as ArrayBuffer));
    } catch {
      close();
      return;
    }
    line.deliver(message);
  });
  socket.addEventListener('close', () => {
    line.end();
  });
  socket.addEventListener('error', close);

  return {
    send: (message) => {
      if (line.closed) return;
      if (waiting) waiting.push(message);
      else socket.send(encodeFrame(message));
    },
    onMessage: (listener) => line.listen(listener),
    onClose: (listener) => line.onClose(listener),
    close,
  };
}
