import { expect, test } from 'vitest';
import { correctionOf } from './correction-of.ts';
import { readRefused } from './refused-payload.ts';

const op = (kind: string, table: string, data: object | null = {}) => ({
  op: kind,
  table,
  id: `${table}-1`,
  data,
});
const of = (...ops: readonly object[]) => correctionOf(readRefused(JSON.stringify(ops)));

test.each([
  ['somebody new', [op('PUT', 'customers')], { kind: 'customer', customerId: 'customers-1', isNew: true }],
  [
    'a change to somebody',
    [op('PATCH', 'customers')],
    { kind: 'customer', customerId: 'customers-1', isNew: false },
  ],
  [
    'a merge is no entry',
    [op('PATCH', 'customers', { merged_into: 'x' })],
    { kind: 'none', advice: 'master' },
  ],
  [
    'a reservation with its renter',
    [op('PUT', 'customers'), op('PUT', 'contracts', { status: 'reserved' }), op('PUT', 'contract_lines')],
    { kind: 'reservation', reservationId: 'contracts-1', isNew: true },
  ],
  [
    'a reservation that was moved',
    [op('PATCH', 'contracts', { starts_at: 'x' }), op('DELETE', 'contract_lines', null)],
    { kind: 'reservation', reservationId: 'contracts-1', isNew: false },
  ],
  [
    'one that was given up',
    [op('PATCH', 'contracts', { status: 'void' })],
    { kind: 'none', advice: 'contract' },
  ],
  [
    'a signed contract',
    [
      op('PUT', 'contracts', { status: 'quote' }),
      op('PUT', 'handovers'),
      op('PATCH', 'contracts', { status: 'out' }),
    ],
    { kind: 'none', advice: 'contract' },
  ],
  ['money', [op('PUT', 'payments'), op('PUT', 'audit_events')], { kind: 'none', advice: 'money' }],
  ['a paper', [op('PUT', 'documents')], { kind: 'none', advice: 'paper' }],
  ['a rate', [op('PATCH', 'rates')], { kind: 'none', advice: 'master' }],
  ['what cannot be read', [op('UNREADABLE', 'customers')], { kind: 'none', advice: 'other' }],
])('%s', (_what, ops, correction) => {
  expect(of(...ops)).toEqual(correction);
});

test('what the server kept back is known to be missing', () => {
  const [refused] =
    readRefused(
      '[{"op":"PUT","table":"customers","id":"a","data":{"town":"Chur","note":{"omitted_bytes":20000}}}]',
    ) ?? [];
  expect(refused).toMatchObject({ data: { town: 'Chur' }, isShortened: true });
  expect(readRefused('{')).toBeNull();
  expect(readRefused('[]')).toBeNull();
});
