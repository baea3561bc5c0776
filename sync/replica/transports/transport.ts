import type { Message } from '../messages.ts';

/** One line between a page and the replica host. Messages arrive whole, once, and in order. */
export interface Transport {
  /** Sends a message. Does nothing once the line is closed. Throws `too-large` beyond `maxMessageBytes`. */
  send(message: Message): void;
  /** Sets the one listener; messages that came before are handed over then. */
  onMessage(listener: (message: Message) => void): void;
  /** Called once when the line is gone, from either side; at once if it already is. */
  onClose(listener: () => void): void;
  close(): void;
}
