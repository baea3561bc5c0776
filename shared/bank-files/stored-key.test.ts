import { expect, test } from 'vitest';
import type { BankPayment } from './bank-payment.ts';
import { readCamt } from './read-camt.ts';
import { StoredKeys, formatStoredKey, parseStoredKey } from './stored-key.ts';
import { type CamtSketch, camtText } from './testing-camt.ts';

async function keysOf(sketch: CamtSketch) {
  const payments: BankPayment[] = [];
  for await (const item of readCamt([camtText(sketch)]))
    if (item.kind === 'payment') payments.push(item.payment);
  const keys = new StoredKeys();
  return payments.map((payment) => keys.of(payment));
}

const ref = '210000000003139471430009017';
const entry = {
  amount: '59.00',
  servicerRef: 'B1',
  details: [{ amount: '59.00', ref, payer: 'A. Brunner' }],
};

test('a booking is the same in camt.054 and in camt.053 of another day', async () => {
  const [first] = await keysOf({ message: 'camt.054', messageId: 'M1', entries: [entry] });
  const [second] = await keysOf({
    message: 'camt.053',
    messageId: 'M9',
    statementId: 'S9',
    entries: [entry],
  });
  expect(second).toEqual(first);
});

test('without the reference of the bank it is alike, and the same only in the same message', async () => {
  const { servicerRef: _, ...bare } = entry;
  const [first] = await keysOf({ messageId: 'M1', entries: [bare] });
  const [again] = await keysOf({ messageId: 'M1', entries: [bare] });
  const [other] = await keysOf({ messageId: 'M2', entries: [bare] });
  expect(again).toEqual(first);
  expect(other?.same).not.toBe(first?.same);
  expect(other?.alike).toBe(first?.alike);
});

test('two equal payments in one file are two', async () => {
  const keys = await keysOf({ entries: [entry, entry] });
  expect(new Set(keys.map(formatStoredKey)).size).toBe(2);
  expect(keys.map((key) => parseStoredKey(formatStoredKey(key)))).toEqual(keys);
  expect(parseStoredKey('of an earlier version')).toBeNull();
});
