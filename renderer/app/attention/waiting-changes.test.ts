import { expect, test } from 'vitest';
import { waitingChanges } from './waiting-changes.ts';

const op = (txId: number, type: string, data: object, how = 'PUT') => ({
  tx_id: txId,
  data: JSON.stringify({ op: how, type, id: `${type} ${txId}`, data }),
});

test('each transaction is told once: what it is, about whom, by whom and since when', () => {
  const at = '2026-11-20T13:30:00.000Z';
  const told = waitingChanges(
    [
      op(4, 'customers', { first_name: 'Anna', last_name: 'Brunner', created_at: at }),
      op(4, 'contracts', { number: 'ZRH-A-26-00012', customer_name: 'Brunner, Anna', clerk_id: 'me' }),
      op(4, 'contracts', { status: 'out', signed_at: at }, 'PATCH'),
      op(5, 'documents', { created_at: '2026-11-20 13:30:02.000Z' }),
      op(6, 'handovers', { kind: 'check_in', clerk_id: 'gone' }),
      op(6, 'invoices', { kind: 'invoice', number: 'ZRH-A-26-R00003' }),
    ],
    new Set(['me', 'you']),
  );
  expect(told).toEqual([
    {
      txId: 4,
      kind: 'contract',
      about: 'Anna Brunner · ZRH-A-26-00012 · Brunner, Anna',
      at,
      writerId: 'me',
    },
    { txId: 5, kind: 'paper', about: '', at: '2026-11-20T13:30:02.000Z', writerId: null },
    { txId: 6, kind: 'checkIn', about: 'ZRH-A-26-R00003', at: null, writerId: null },
  ]);
});

test.each([
  ['reservation', 'contracts', { status: 'reserved', signed_at: null }],
  ['creditNote', 'invoices', { kind: 'credit_note' }],
  ['invoice', 'invoices', { kind: 'invoice' }],
  ['payment', 'payments', { amount: 5 }],
  ['bank', 'bank_entries', {}],
  ['cash', 'cash_movements', {}],
  ['vehicle', 'vehicle_holds', {}],
  ['settings', 'rates', {}],
  ['decision', 'conflicts', {}],
  ['other', 'something_new', {}],
])('%s', (kind, table, data) => {
  expect(waitingChanges([op(1, table, data)], new Set())[0]?.kind).toBe(kind);
});

test('what is taken away has no columns', () => {
  const gone = { tx_id: 1, data: JSON.stringify({ op: 'DELETE', type: 'vehicle_holds', id: 'x' }) };
  expect(waitingChanges([gone], new Set())).toEqual([
    { txId: 1, kind: 'vehicle', about: '', at: null, writerId: null },
  ]);
});
