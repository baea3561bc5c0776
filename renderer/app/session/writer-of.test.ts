import { expect, test } from 'vitest';
import type { OutgoingOperation } from '#sync/connector/transactions.ts';
import type { Shift } from './shifts.ts';
import { writerOf } from './writer-of.ts';

const shifts: readonly Shift[] = [
  { from: 1, userId: 'anna', mayWrite: true },
  { from: 10, userId: 'beat', mayWrite: false },
  { from: 20, userId: 'carla', mayWrite: true },
];
const kept = new Set(['anna', 'beat', 'carla']);

function op(table: string, data: OutgoingOperation['data'] = {}): OutgoingOperation {
  return { op: 'PATCH', table, id: 'x', data };
}

test.each([
  ['who worked here then', 9, [op('vehicles')], 'anna'],
  ['also the first of the next shift', 10, [op('vehicles')], 'beat'],
  [
    'whom the rows name comes first: a command may end after the change',
    21,
    [op('contracts', { clerk_id: 'anna' })],
    'anna',
  ],
  [
    'the first that is named',
    21,
    [op('vehicles'), op('conflicts', { settled_by: 'anna' }), op('contracts', { clerk_id: 'carla' })],
    'anna',
  ],
  ['nobody who is not of this machine', 9, [op('contracts', { clerk_id: 'dora' })], 'anna'],
  ['a paper is the machine’s work: never a viewer’s', 12, [op('documents')], 'anna'],
  ['as is what became of a photo', 12, [op('photos', { stored_at: 'now' })], 'anna'],
  ['a photo itself is somebody’s', 12, [op('photos', { path: 'p' })], 'beat'],
  ['a removal is somebody’s', 12, [op('photos', null)], 'beat'],
] as const)('%s', (_what, txId, ops, writer) => {
  expect(writerOf({ tx_id: txId, ops }, shifts, kept)).toBe(writer);
});

test('before the first shift that is known nobody knows', () => {
  expect(writerOf({ tx_id: 3, ops: [op('vehicles')] }, shifts.slice(1), kept)).toBeNull();
  expect(writerOf({ tx_id: 12, ops: [op('documents')] }, shifts.slice(1), kept)).toBeNull();
});
