import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import { until } from '#build/demo/counter-process.ts';
import { testPc } from '#build/testing/test-pc.ts';
import { rent } from '#build/demo/rent.ts';
import { type CustomerForm, readCustomer } from '#shared/parties/customer-form.ts';
import { proposeMerge } from '#shared/parties/merge-customers.ts';
import { must } from '#shared/result/result.ts';
import { isoDay } from '#shared/time/instant.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import { findLikely } from '../app/search/find-known.ts';
import { sortedRows } from '../ui/table/sorted-rows.ts';
import { customerColumns } from './customer-columns.tsx';
import { contractsOf, customerList, invoicesOf, mergedIds, openDuplicates } from './customer-queries.ts';
import { keepBoth, mergeCustomers } from './merge-customers.ts';
import { addCustomer, changeCustomer } from './save-customer.ts';

const own = testPc();

function person(changes: Partial<CustomerForm> = {}): CustomerForm {
  const read = readCustomer({
    kind: 'person',
    firstName: 'Seraina',
    lastName: 'Caviezel',
    companyName: '',
    street: 'Obere Gasse',
    buildingNumber: '12a',
    postalCode: '7000',
    town: 'Chur',
    country: 'CH',
    phone: '079 214 88 03',
    email: '',
    language: 'de',
    bornOn: '1984-05-17',
    licenceNumber: '003 784 562 001',
    licenceCategory: 'B',
    licenceSince: '2004-06-01',
    licenceExpiresOn: null,
    licenceCountry: 'CH',
    customerGroup: '',
    note: '',
    ...changes,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.value;
}

const stored = async (id: string) =>
  (await own.database.query<Record<string, unknown>>('select * from customers where id = $1', [id])).rows[0];

test('a new customer arrives at the server, and a change only with what changed', async () => {
  const id = must(await addCustomer(own.pc.counter, person(), false));
  await own.uploaded();
  expect(await stored(id)).toMatchObject({ last_name: 'Caviezel', phone: '+41792148803', merged_into: null });
  // Somebody else writes a note while the form is open, and whether it arrives before or after makes no difference.
  await own.database.query("update customers set note = 'von anderswo' where id = $1", [id]);
  must(await changeCustomer(own.pc.counter, id, person(), person({ email: 'seraina@example.ch' })));
  await own.uploaded();
  expect(await stored(id)).toMatchObject({ email: 'seraina@example.ch', note: 'von anderswo' });
});

test('who is known by their licence, or by name and birth date, is not added twice by mistake', async () => {
  const one = person({ lastName: 'Maissen', licenceNumber: '111 222 333', bornOn: isoDay('1970-01-02') });
  const id = must(await addCustomer(own.pc.counter, one, false));
  const same = [
    { ...one, lastName: 'Maissen-Meier', licenceNumber: '111222333', bornOn: null },
    { ...one, firstName: ' seraina', licenceNumber: '' },
  ];
  for (const form of same) {
    expect(await addCustomer(own.pc.counter, form, false)).toEqual({
      ok: false,
      refusal: { code: 'customer_known', customerId: id },
    });
  }
  expect((await addCustomer(own.pc.counter, { ...one, licenceNumber: '9', bornOn: null }, false)).ok).toBe(
    true,
  );
});

test('who has the same name and is reached in the same way, or lives in the same street, is likely the same person', async () => {
  const { rows } = own.pc.counter;
  const one = person({
    firstName: 'Flurina',
    lastName: 'Camenisch',
    licenceNumber: '222 333 444',
    email: 'f@camenisch.ch',
    bornOn: isoDay('1988-08-08'),
    street: 'Via Nova',
    postalCode: '7130',
    phone: '081 925 10 10',
  });
  const id = must(await addCustomer(own.pc.counter, one, false));
  const nothing = { bornOn: null, licenceNumber: '', street: '', postalCode: '', phone: '', email: '' };
  const likely = async (typed: object) => await findLikely(rows, { ...one, ...nothing, ...typed });
  expect(await likely({ phone: '+41 81 925 10 10' })).toBe(id);
  expect(await likely({ email: 'F@Camenisch.ch ' })).toBe(id);
  expect(await likely({ firstName: ' flurina', street: 'via nova', postalCode: '7130' })).toBe(id);
  expect(await likely({ lastName: 'Anders', licenceNumber: '222333444' })).toBe(id);
  // A name alone, an empty telephone, another street, another birth date: no.
  expect(await likely({})).toBeNull();
  expect(await likely({ street: 'Via Nova', postalCode: '8000' })).toBeNull();
  expect(await likely({ lastName: 'Camenischin', phone: one.phone })).toBeNull();
  expect(await likely({ phone: one.phone, bornOn: isoDay('1961-01-01') })).toBeNull();
});

test('a duplicate is merged: what was chosen is kept, the other stays for its contracts, the conflict is settled', async () => {
  const { rows } = own.pc.counter;
  const form = person({ lastName: 'Quadranscha', licenceNumber: '555 001', bornOn: isoDay('1980-03-04') });
  const first = must(await addCustomer(own.pc.counter, { ...form, email: '', note: 'Stammgast' }, false));
  const again = {
    ...form,
    town: 'Ilanz',
    postalCode: '7130',
    email: 'd@example.ch',
    note: 'zahlt mit Karte',
  };
  const second = must(await addCustomer(own.pc.counter, again, true));
  const { contractId } = await rent(own.pc.counter, { customerId: second, days: 1 });
  await own.uploaded();
  await until('the conflict has come', async () => (await openDuplicates(rows, first).execute()).length > 0);
  expect(
    await customerList(rows, {
      text: 'quadransch',
      filters: ['duplicates'],
      atMost: 50,
      sort: null,
    }).execute(),
  ).toHaveLength(2);

  const refused = async (changes: object) => {
    const choices = proposeMerge(form, again);
    const answer = await mergeCustomers(own.pc.counter, {
      keptId: first,
      otherId: second,
      choices,
      reason: 'gleicher Ausweis',
      ...changes,
    });
    return answer.ok ? 'ok' : answer.refusal.code;
  };
  expect(await refused({ reason: ' ' })).toBe('merge_reason_missing');
  expect(await refused({ otherId: first })).toBe('merge_same');
  const choices = { ...proposeMerge({ ...form, email: '' }, again), address: 'other' as const };
  expect(choices.email).toBe('other');
  expect(await refused({ choices })).toBe('ok');
  expect(await refused({})).toBe('merge_gone');

  await own.uploaded();
  expect(await stored(first)).toMatchObject({
    town: 'Ilanz',
    email: 'd@example.ch',
    note: 'Stammgast\nzahlt mit Karte',
    merged_into: null,
  });
  expect(await stored(second)).toMatchObject({ merged_into: first, town: 'Ilanz' });
  const { rows: conflicts } = await own.database.query(
    `select settled_reason, settled_by from conflicts where kind = 'duplicate_customer' and customer_id = any ($1)`,
    [[first, second]],
  );
  expect(conflicts).toEqual([{ settled_reason: 'gleicher Ausweis', settled_by: demoPeople.zurich.id }]);
  const ids = (await mergedIds(rows, first).execute()).map(({ id }) => id);
  expect(ids.toSorted()).toEqual([first, second].toSorted());
  expect((await contractsOf(rows, ids).execute()).map(({ id }) => id)).toEqual([contractId]);
  expect(await invoicesOf(rows, ids).execute()).toEqual([]);
  expect(
    await customerList(rows, { text: 'quadransch', filters: ['persons'], atMost: 50, sort: null }).execute(),
  ).toHaveLength(1);
});

test('two people who look the same may both stay, with a reason', async () => {
  const form = person({ lastName: 'Zwilling', licenceNumber: '777', bornOn: isoDay('1990-01-01') });
  const keptId = must(await addCustomer(own.pc.counter, form, false));
  const otherId = must(await addCustomer(own.pc.counter, { ...form, licenceNumber: '778' }, true));
  await own.uploaded();
  const open = () => openDuplicates(own.pc.counter.rows, keptId).execute();
  await until('the conflict has come', async () => (await open()).length === 1);
  expect((await keepBoth(own.pc.counter, { keptId, otherId, reason: '' })).ok).toBe(false);
  must(await keepBoth(own.pc.counter, { keptId, otherId, reason: 'Zwillinge' }));
  await own.uploaded();
  expect(await open()).toEqual([]);
  expect(await stored(otherId)).toMatchObject({ merged_into: null });
});

test('filters find companies, and those who owe', async () => {
  const { rows } = own.pc.counter;
  const list = (filters: Parameters<typeof customerList>[1]['filters'], text = '') =>
    customerList(rows, { text, filters, atMost: 1_000, sort: null }).execute();
  const companies = await list(['companies']);
  expect(companies.length).toBeGreaterThan(0);
  expect(companies.every(({ kind }) => kind === 'company')).toBe(true);
  const { rows: owing } = await own.database.query<{ id: string }>(
    `select distinct i.customer_id as id from invoices i where i.kind = 'invoice' and i.company_id = $1
      and i.issued_at is not null and i.total > coalesce((select sum(case p.kind when 'payment' then p.amount when 'refund'
        then -p.amount else 0 end) from payments p where p.invoice_id = i.id), 0)
      + coalesce((select sum(n.total) from invoices n where n.corrects_id = i.id and n.issued_at is not null), 0)`,
    [alpina.id],
  );
  const found = (await list(['open_bills'])).map(({ id }) => id);
  expect(found.toSorted()).toEqual(owing.map(({ id }) => id).toSorted());
});

test.each(['name', 'street', 'town', 'phone', 'email'])(
  'the first by %s are the first of all, not of the newest',
  async (key) => {
    const { rows } = own.pc.counter;
    const columns = customerColumns(((text: string) => text) as unknown as TFunction);
    const sortBy = columns.find((column) => column.key === key)?.sortBy;
    if (!sortBy) throw new Error(`no column ${key}`);
    const wish = { text: '', filters: [], atMost: 1_000 } as const;
    const all = await customerList(rows, { ...wish, sort: null }).execute();
    expect(all.length).toBeGreaterThan(30);
    for (const isDescending of [false, true]) {
      const sort = { key, isDescending };
      const first = await customerList(rows, { ...wish, atMost: 12, sort }).execute();
      expect(sortedRows(columns, first, sort, 'de').map(sortBy)).toEqual(
        sortedRows(columns, all, sort, 'de').slice(0, 12).map(sortBy),
      );
    }
  },
);
