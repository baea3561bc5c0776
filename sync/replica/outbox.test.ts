import { beforeEach, expect, test } from 'vitest';
import type { Message, Single } from './messages.ts';
import { Outbox } from './outbox.ts';

const told = (table: string): Single => ({ kind: 'changed', tables: [table] });

let sent: Message[];
let unsent: Single[];
let outbox: Outbox<Single>;

beforeEach(() => {
  sent = [];
  unsent = [];
  outbox = new Outbox<Single>({
    send(message) {
      if (JSON.stringify(message).includes('too large')) throw new Error('too large');
      sent.push(message);
    },
    onUnsent: (message) => unsent.push(message),
  });
});

test('one message goes as it is, several as one in their order, and none twice', () => {
  expect([outbox.add(told('a'))]).toEqual([true]);
  outbox.flush();
  expect([outbox.add(told('b')), outbox.add(told('c'))]).toEqual([true, false]);
  outbox.flush();
  outbox.flush();
  expect(sent).toEqual([told('a'), { kind: 'bundle', messages: [told('b'), told('c')] }]);
});

test('of several of which one cannot be sent the others are, and that one is told', () => {
  for (const table of ['a', 'too large', 'b']) outbox.add(told(table));
  outbox.flush();
  expect(sent).toEqual([told('a'), told('b')]);
  expect(unsent).toEqual([told('too large')]);
});

test('what was cleared is not sent', () => {
  outbox.add(told('a'));
  outbox.clear();
  outbox.flush();
  expect(outbox.add(told('b'))).toBe(true);
  outbox.flush();
  expect(sent).toEqual([told('b')]);
});
