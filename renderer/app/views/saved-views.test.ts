import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CounterPc } from '#build/demo/counter-process.ts';
import { type TestBackend, startTestBackend } from '#supabase/embedded/testing.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import { customerSearch } from '../../customers/customer-search.ts';
import { invoiceSearch } from '../../invoices/invoice-search.ts';
import { removeView, renameView, saveView, viewsOf } from './saved-views.ts';
import { searchOf } from './search-of.ts';
import { checkViewName } from './view-name.ts';

test.each([
  ['  Offene   Rechnungen ', [], { ok: true, value: 'Offene Rechnungen' }],
  [' \t', [], { ok: false, refusal: { code: 'name_missing' } }],
  ['OFFENE', ['Offene'], { ok: false, refusal: { code: 'name_taken', name: 'Offene' } }],
  ['Offene 2', ['Offene'], { ok: true, value: 'Offene 2' }],
  ['x'.repeat(59) + ' y', [], { ok: true, value: 'x'.repeat(59) }],
])('the name %j beside %j', (typed, taken, answer) => {
  expect(checkViewName(typed, taken)).toEqual(answer);
});

test('a view is what is shown, without the cursor; what the list does not know is the default', () => {
  const now = { text: 'a', filters: ['companies' as const], sort: null, row: 'x' };
  expect(searchOf(customerSearch, now).search).toEqual({ ...now, row: '' });
  expect(searchOf(customerSearch, JSON.stringify(now)).key).toBe(searchOf(customerSearch, now).key);
  const odd = searchOf(invoiceSearch, '{"state":"gone","ownBranch":"yes","text":7,"more":1}');
  expect(odd).toEqual(searchOf(invoiceSearch, {}));
  expect(searchOf(invoiceSearch, 'no JSON')).toEqual(searchOf(invoiceSearch, {}));
});

let backend: TestBackend;
const folder = mkdtempSync(join(tmpdir(), 'schalter-views-'));
const pcs: CounterPc[] = [];

beforeAll(async () => {
  backend = await startTestBackend();
});

afterAll(async () => {
  for (const pc of pcs) await pc.switchOff();
  await backend.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function counterOf(who: Parameters<CounterPc['signIn']>[0], counterId: string, name: string) {
  const pc = await CounterPc.setUp(join(folder, name), backend);
  pcs.push(pc);
  await pc.switchOn();
  await pc.signIn(who, counterId);
  return pc.counter;
}

const namesOf = async (counter: Awaited<ReturnType<typeof counterOf>>, whose: string) =>
  (await viewsOf(counter.rows, whose).execute()).map(({ name }) => name);

test('a view is at every counter of its clerk and at nobody else’s; renamed and removed everywhere', async () => {
  const { zurich, owner } = demoPeople;
  const first = await counterOf(zurich, alpina.counters.zurichA, 'first');
  const saved = await saveView(first, 'invoices', 'Offene Rechnungen', { state: 'open' });
  if (!saved.ok) throw new Error('refused');
  expect(await saveView(first, 'invoices', 'offene rechnungen', {})).toMatchObject({ ok: false });
  // On another list the name is free, and the view may keep its own.
  expect(await saveView(first, 'customers', 'Offene Rechnungen', {})).toMatchObject({ ok: true });
  expect(await renameView(first, { id: saved.value, list: 'invoices' }, 'OFFENE Rechnungen')).toMatchObject({ ok: true });
  expect(await renameView(first, { id: saved.value, list: 'invoices' }, ' ')).toMatchObject({ ok: false });

  const boss = await counterOf(owner, alpina.counters.churA, 'boss');
  const mine = await saveView(boss, 'fleet', 'Werkstatt', { states: ['workshop'] });
  expect(mine.ok).toBe(true);
  await pcs[0]?.switchOff();
  pcs.shift();
  const again = await counterOf(zurich, alpina.counters.zurichB, 'again');
  await expect.poll(() => namesOf(again, zurich.id), { timeout: 20_000 }).toEqual(['OFFENE Rechnungen', 'Offene Rechnungen']);
  expect(await namesOf(again, owner.id)).toEqual([]);
  expect(await namesOf(boss, zurich.id)).toEqual([]);
  await removeView(again, saved.value);
  expect(await namesOf(again, zurich.id)).toEqual(['Offene Rechnungen']);
}, 60_000); // prettier-ignore
