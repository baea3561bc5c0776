import { expect, test } from 'vitest';
import { until } from '#build/demo/counter-process.ts';
import { testPc } from '#build/testing/test-pc.ts';
import { rent, someCustomer } from '#build/demo/rent.ts';
import { must } from '#shared/result/result.ts';
import { formatTime } from '#shared/time/format-time.ts';
import { dayOf, now } from '#shared/time/instant.ts';
import { makePapers } from '../app/papers/make-papers.ts';
import { closeFine, nameDriver } from './name-driver.ts';
import { type FineForm, recordFine } from './record-fine.ts';

const own = testPc({ prepare: `update companies set fine_fee = 4000, fine_fee_vat_kind = 'standard'` });

const address = {
  street: 'Bahnhofstrasse',
  houseNumber: '12',
  postcode: '8001',
  town: 'Zürich',
  country: 'CH',
};

/** A car that is out, and a fine of this minute for it. */
async function finedRental(): Promise<FineForm & { readonly contractId: string }> {
  const { counter } = own.pc;
  const customer = await someCustomer(counter, 1);
  const { contractId } = await rent(counter, { customerId: customer.id, days: 2 });
  const { plate, vehicle_id: vehicleId } = await counter.rows
    .selectFrom('contracts')
    .select(['plate', 'vehicle_id'])
    .where('id', '=', contractId)
    .executeTakeFirstOrThrow();
  // It left ten minutes ago: a fine names a whole minute, and the handover was just now.
  await own.uploaded();
  await own.database.query(`set session_replication_role = replica`);
  await own.database.query(
    `update handovers set handed_over_at = now() - interval '10 minutes' where contract_id = $1`,
    [contractId],
  );
  await own.database.query(`set session_replication_role = default`);
  const at = new Date(Date.now() - 5 * 60_000).toISOString();
  await until('the handover has come', async () => {
    const [out] = await counter.rows
      .selectFrom('handovers')
      .select('handed_over_at')
      .where('vehicle_id', '=', vehicleId)
      .where('contract_id', '=', contractId)
      .execute();
    return out !== undefined && out.handed_over_at < at;
  });
  const moment = now();
  return {
    contractId,
    plate,
    day: dayOf(moment),
    time: formatTime(at as typeof moment),
    hour: null,
    vehicleId: null,
    authority: { name: 'Stadtpolizei Zürich', addition: 'Ordnungsbussen', address },
    reference: 'OB 2026-118',
    place: 'Badenerstrasse 120',
    offence: 'Höchstgeschwindigkeit um 4 km/h überschritten',
    receivedOn: dayOf(moment),
  };
}

test('a fine leads to its driver, who is named once, with both letters and the bill for the handling', async () => {
  const { counter } = own.pc;
  const { contractId, ...form } = await finedRental();
  const { fineId, number } = must(await recordFine(counter, form));
  expect(number).toMatch(/^ZRH-A-\d\d-B00001$/);
  const fine = () =>
    counter.rows.selectFrom('fines').selectAll().where('id', '=', fineId).executeTakeFirstOrThrow();
  const kept = await fine();
  expect(kept).toMatchObject({ status: 'resolved', contract_id: contractId });
  expect(kept.driver_name).not.toBe('');

  const person = { role: 'driver', name: kept.driver_name, address } as const;
  expect(await nameDriver(counter, fineId, { ...person, address: { ...address, town: '' } })).toMatchObject({
    refusal: { code: 'address_missing' },
  });
  const { fee } = must(await nameDriver(counter, fineId, person));
  expect(await nameDriver(counter, fineId, person)).toMatchObject({ refusal: { code: 'already_named' } });
  await own.uploaded();
  const { rows } = await own.database.query(
    `select f.status, f.named ->> 'town' as town, i.total::int, i.vat_total::int as vat
       from fines f join invoices i on i.id = f.invoice_id where f.id = $1`,
    [fineId],
  );
  expect(rows).toEqual([{ status: 'billed', town: 'Zürich', total: 4_000, vat: 300 }]);
  expect(fee?.number).toMatch(/-R\d{5}$/);

  await makePapers(counter);
  const due = await counter.rows.selectFrom('paper_jobs').select(['kind', 'last_error']).execute();
  expect(due).toEqual([]);
  const made = await counter.rows
    .selectFrom('documents')
    .select('kind')
    .where('subject_id', '=', fineId)
    .execute();
  expect(made.map(({ kind }) => kind).sort()).toEqual(['fine_letter', 'fine_notice']);
  await closeFine(counter, fineId);
  expect((await fine()).status).toBe('closed');
  await own.uploaded();
});

test('what cannot be is refused; a car that stood at the company is kept as received', async () => {
  const { counter } = own.pc;
  const plates = await counter.rows.selectFrom('vehicles').select(['id', 'plate']).execute();
  const out = await counter.rows.selectFrom('handovers').select('vehicle_id').execute();
  const idle = plates.find(({ id }) => !out.some(({ vehicle_id: used }) => used === id));
  const moment = now();
  const at = new Date(Date.now() - 60_000).toISOString() as typeof moment;
  const form: FineForm = {
    plate: idle?.plate ?? '',
    day: dayOf(at),
    time: formatTime(at),
    hour: null,
    vehicleId: null,
    authority: { name: 'Kantonspolizei', addition: '', address },
    reference: 'X 1',
    place: 'A1',
    offence: 'Zu schnell',
    receivedOn: dayOf(moment),
  };
  const refused = async (changes: Partial<FineForm>) => {
    const answer = await recordFine(counter, { ...form, ...changes });
    return answer.ok
      ? 'ok'
      : answer.refusal.code === 'fine'
        ? answer.refusal.because.code
        : answer.refusal.code;
  };
  expect(await refused({ plate: 'XX 1' })).toBe('fine_plate');
  expect(await refused({ time: '25:00' })).toBe('fine_time');
  expect(await refused({ reference: ' ' })).toBe('field_missing');
  const letterbox = { ...form.authority, address: { ...address, postcode: '' } };
  expect(await refused({ authority: letterbox })).toBe('field_missing');
  expect(await refused({ receivedOn: '2020-01-01' as FineForm['receivedOn'] })).toBe('received_before');
  const { fineId } = must(await recordFine(counter, form));
  const kept = await counter.rows
    .selectFrom('fines')
    .select(['status', 'vehicle_id', 'contract_id'])
    .where('id', '=', fineId)
    .executeTakeFirstOrThrow();
  expect(kept).toEqual({ status: 'received', vehicle_id: idle?.id, contract_id: null });
  expect(await nameDriver(counter, fineId, { role: 'driver', name: 'X Y', address })).toMatchObject({
    refusal: { code: 'fine_unresolved' },
  });
  await own.uploaded();
});
