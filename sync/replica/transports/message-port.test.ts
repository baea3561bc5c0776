import { EventEmitter } from 'node:events';

import { describe, expect, it } from 'vitest';

import type { Message } from '../messages.ts';
import { messagePortTransport } from './message-port.ts';

/** Electron's MessagePortMain has no `addEventListener`: it emits, as in its documentation. */
class FakePortMain extends EventEmitter {
  other: FakePortMain | undefined;
  started = false;

  postMessage(data: unknown): void {
    this.other?.emit('message', { data: structuredClone(data), ports: [] });
  }

  start(): void {
    this.started = true;
  }

  close(): void {
    this.emit('close');
    this.other?.emit('close');
  }
}

const hello: Message = { kind: 'changed', tables: ['a'] };

function pairs() {
  const { port1, port2 } = new MessageChannel();
  const [main, renderer] = [new FakePortMain(), new FakePortMain()];
  main.other = renderer;
  renderer.other = main;
  return [
    { name: 'web and worker ports', one: port1, other: port2 },
    { name: "Electron's ports", one: main, other: renderer },
  ];
}

describe.each(pairs())('a transport over $name', ({ one, other }) => {
  it('keeps what comes before it is listened to, and tells of the end once', async () => {
    const [near, far] = [messagePortTransport(one), messagePortTransport(other)];
    near.send(hello);
    const first = await new Promise<Message>((resolve) => {
      far.onMessage(resolve);
    });
    expect(first).toEqual(hello);
    let ends = 0;
    const ended = new Promise<void>((resolve) => {
      far.onClose(() => {
        ends++;
        resolve();
      });
    });
    near.close();
    near.close();
    near.send(hello);
    await ended;
    expect(ends).toBe(1);
    const again = new Promise<void>((resolve) => {
      far.onClose(resolve);
    });
    await again;
  });
});
