import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillFirstRelease, fillSecondRelease } from './fill-releases.ts';
import { type OldDatabase, openOldDatabase } from './old-database.ts';

/** What was signed before handovers kept their list vouches for what it did, to the byte. */
let old: OldDatabase;

beforeAll(async () => {
  old = await openOldDatabase('20261120090700');
  await fillFirstRelease(old.sql);
  await old.migrateTo('20261120105100');
  await fillSecondRelease(old.sql);
  await old.migrateTo('20261129220000');
});

afterAll(() => old?.close());

async function contents(): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await old.sql.query<{ what: string; content: unknown }>(
    `select s.kind || ' ' || s.id as what, private.audit_content(s.kind, s.id) as content
     from (select 'contract.signed' as kind, id from contracts where signed_at is not null
       union all select 'handover.signed', id from handovers
       union all select 'amendment.signed', id from amendments
       union all select 'invoice.issued', id from invoices
       union all select 'cash_session.closed', id from cash_sessions) s`,
  );
  return new Map(rows.map(({ what, content }) => [what, content]));
}

test('a list that is kept from now on is vouched for, and nothing else changes', async () => {
  const before = await contents();
  expect([...before.keys()].filter((what) => what.startsWith('handover.signed')).length).toBeGreaterThan(1);
  expect(
    [...before].filter(([what, content]) => what.startsWith('contract.signed') && content !== null),
  ).not.toEqual([]);
  await old.migrateTo('20261129230000');
  const after = await contents();
  expect(after).toEqual(before);

  const { rows } = await old.sql.query<{ id: string; contract_id: string }>(
    `select h.id, h.contract_id from handovers h join contracts c on c.id = h.contract_id and c.vehicle_id = h.vehicle_id
     where h.kind = 'check_out' and private.audit_content('contract.signed', c.id) is not null`,
  );
  const [{ id, contract_id: contract } = { id: '', contract_id: '' }] = rows;
  const seen = [{ id: 'as it was seen' }];
  await old.sql.query('update handovers set damages = $2 where id = $1', [id, JSON.stringify(seen)]);
  const changed = new Set([`handover.signed ${id}`, `contract.signed ${contract}`]);
  const expected = [...before].map(([what, content]) => [
    what,
    changed.has(what) ? { ...(content as object), sketch: seen } : content,
  ]);
  expect(await contents()).toEqual(new Map(expected as [string, unknown][]));
});
