import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestBackend, startTestBackend } from '../embedded/testing.ts';
import { alpina, demoPeople, lago } from '../seeds/demo-people.ts';
import { type Operation, type Person, signedIn } from './person.ts';

let backend: TestBackend;
let sql: pg.Pool;
let anna: Person;
let refusalId = '';

beforeAll(async () => {
  backend = await startTestBackend();
  sql = new pg.Pool({ connectionString: backend.databaseUrl, max: 2 });
  anna = await signedIn(backend, demoPeople.zurich, alpina.counters.zurichA);
  await anna.sendOne([{ op: 'PATCH', table: 'customers', id: crypto.randomUUID(), data: { town: 'Chur' } }]);
  const { rows } = await sql.query<{ id: string }>('select id from refused_changes');
  refusalId = rows[0]?.id ?? '';
});

afterAll(async () => {
  await sql?.end();
  await backend?.stop();
});

const handed = (to: string, more: object = {}): Operation => ({
  op: 'PATCH',
  table: 'refused_changes',
  id: refusalId,
  data: {
    handed_to: to,
    handed_by: demoPeople.zurich.id,
    handed_at: '2026-11-29T10:00:00.000Z',
    handed_note: 'Der Kunde wartet bis morgen.',
    ...more,
  },
});

test('is handed to somebody who may write, and on to the next', async () => {
  expect(await anna.sendOne([handed(demoPeople.manager.id)])).toMatchObject({ outcome: 'applied' });
  expect(await anna.sendOne([handed(demoPeople.owner.id)])).toMatchObject({ outcome: 'applied' });
  const { rows } = await sql.query('select handed_to, handed_note from refused_changes where id = $1', [
    refusalId,
  ]);
  expect(rows).toEqual([{ handed_to: demoPeople.owner.id, handed_note: 'Der Kunde wartet bis morgen.' }]);
});

test.each([
  ['who only looks', demoPeople.viewer.id, 'addressee_cannot'],
  ['of another company', demoPeople.lagoOwner.id, 'addressee_cannot'],
  ['who does not exist', crypto.randomUUID(), 'addressee_cannot'],
])('is not handed to somebody %s', async (_who, id, code) => {
  expect(await anna.sendOne([handed(id)])).toMatchObject({ outcome: 'refused', code });
});

test('is not handed over without a word, nor by halves', async () => {
  expect(await anna.sendOne([handed(demoPeople.manager.id, { handed_note: '' })])).toMatchObject({
    outcome: 'refused',
    code: 'rule_broken',
  });
  expect(await anna.sendOne([handed(demoPeople.manager.id, { handed_at: null })])).toMatchObject({
    outcome: 'refused',
    code: 'rule_broken',
  });
});

test.each([
  ['who only looks', demoPeople.viewer, alpina.counters.zurichA],
  ['who works in another branch', demoPeople.chur, alpina.counters.churA],
])('is not handed over by somebody %s', async (_who, person, counterId) => {
  const other = await signedIn(backend, person, counterId);
  expect(await other.sendOne([handed(demoPeople.manager.id)])).toMatchObject({
    outcome: 'refused',
    code: 'not_allowed',
  });
});

test('is not there for another company', async () => {
  const stranger = await signedIn(backend, demoPeople.lagoStaff, lago.counters.luganoA);
  expect(await stranger.sendOne([handed(demoPeople.lagoOwner.id)])).toMatchObject({
    outcome: 'refused',
    code: 'row_missing',
  });
});

test('what is settled is handed to nobody any more', async () => {
  const settled = {
    settled_at: '2026-11-29T11:00:00.000Z',
    settled_by: demoPeople.zurich.id,
    settled_note: 'x',
  };
  expect(
    await anna.sendOne([{ op: 'PATCH', table: 'refused_changes', id: refusalId, data: settled }]),
  ).toMatchObject({ outcome: 'applied' });
  expect(await anna.sendOne([handed(demoPeople.manager.id)])).toMatchObject({
    outcome: 'refused',
    code: 'already_settled',
  });
});
