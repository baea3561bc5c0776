import { createClient } from '@supabase/supabase-js';
import { expect, test } from 'vitest';
import type { Identity } from '#shared/clerks/identity.ts';
import type { HostClient, Servers } from '#shared/ipc/contract.ts';
import { ok } from '#shared/result/result.ts';
import type { OutgoingTransaction } from '#sync/connector/transactions.ts';
import { applyChanges } from '#sync/connector/apply-changes.ts';
import { routeByClerk } from './find-route.ts';

const servers: Servers = { supabaseUrl: 'http://127.0.0.1:1', supabaseKey: 'k', powersyncUrl: '' };
const supabase = createClient(servers.supabaseUrl, servers.supabaseKey);
const own = { supabase, tokens: { current: async () => null, renewed: async () => null } };
const written = (tx_id: number, clerk: string | null): OutgoingTransaction => ({
  tx_id,
  ops: [{ op: 'PUT', table: 'contracts', id: 'x', data: clerk === null ? {} : { clerk_id: clerk } }],
});
let sent: unknown[] = [];

function routes(present: Identity['role'], kept: readonly string[]) {
  const host = {
    'clerks.read': async () =>
      ok({ clerks: kept.map((userId) => ({ userId })), presentId: 'me', present: null }),
    'clerks.send': async (input: unknown) => {
      sent.push(input);
      return ok({ status: 200, body: '[{"tx_id":1,"outcome":"applied"}]' });
    },
  } as unknown as HostClient;
  const identity: Identity = { userId: 'me', companyId: 'c', role: present, email: '' };
  // Nothing of shifts is known: only the rows say who wrote.
  const db = { getOptional: async () => null } as never;
  return routeByClerk({ db, host, servers, present: identity, own });
}

test('what one clerk wrote goes together, and with their session before that of who is here', async () => {
  const route = await routes('staff', ['me', 'anna'])([
    written(1, 'anna'),
    written(2, 'anna'),
    written(3, 'me'),
    written(4, 'anna'),
  ]);
  expect(route.count).toBe(2);
  expect(route.via).toHaveLength(2);
  expect(route.via[1]).toBe(own);
  sent = [];
  const [absent] = route.via;
  if (!absent) throw new Error('no session');
  const answer = await applyChanges({
    supabase: absent.supabase,
    clientId: 'client',
    counterId: 'counter',
    transactions: [written(1, 'anna')],
    timeoutMs: 5_000,
  });
  expect(answer).toEqual({ kind: 'outcomes', outcomes: [{ tx_id: 1, outcome: 'applied' }] });
  expect(sent).toMatchObject([{ userId: 'anna', body: expect.stringContaining('"client_id":"client"') }]);
});

test.each([
  ['own work goes with the own session alone', 'staff', ['me'], 'me', [own]],
  ['work of somebody who is not kept here goes with the own', 'staff', ['me'], 'anna', [own]],
  ['work of nobody knows whom goes with the own', 'staff', ['me'], null, [own]],
  ['a viewer stands in for nobody: it waits', 'viewer', ['me'], 'anna', []],
  ['nor for nobody knows whom', 'viewer', ['me'], null, []],
  ['what a viewer wrote is refused by the server, not here', 'viewer', ['me'], 'me', [own]],
] as const)('%s', async (_what, role, kept, clerk, via) => {
  expect((await routes(role, kept)([written(1, clerk)])).via).toEqual(via);
});
