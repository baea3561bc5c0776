import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { testPc } from '#build/testing/test-pc.ts';
import { rent, signature, someCustomer } from '#build/demo/rent.ts';
import { samplePhoto } from '#build/pdf/sample-photos.ts';
import { wholeAudit } from '#build/support/read-audit.ts';
import { perMille } from '#shared/fleet/per-mille.ts';
import { verifyChain } from '#shared/audit/verify-chain.ts';
import { formatTime } from '#shared/time/format-time.ts';
import { must } from '#shared/result/result.ts';
import { type Instant, addDays, atWallClock, dayOf, instant, isoDay, now } from '#shared/time/instant.ts';
import { alpina } from '#supabase/seeds/demo-people.ts';
import { contractOut } from '../app/contracts/contract-out.ts';
import { freeVehicles } from '../app/fleet/free-vehicles.ts';
import { handoverPaperOf } from '../app/papers/handover-paper-of.ts';
import { makePapers } from '../app/papers/make-papers.ts';
import { returns } from '../desk/desk-queries.ts';
import { returnVehicle } from '../check-in/return-vehicle.ts';
import { fineRegisterOf } from '../fines/fine-register-of.ts';
import { type Shown, changeContract, pricesOf } from './change-contract.ts';
import type { ChangeForm, Exchange } from './change-form.ts';
import { gatherChange } from './gather-change.ts';
import { clashesOfChange, proposeChange } from './propose-change.ts';

const own = testPc({ prepare: 'update companies set fuel_per_eighth = 1200, fuel_service = 2000' });
const words = { hold: () => '', transfer: () => '' };

let customers = 10;
interface Rented {
  readonly contractId: string;
  readonly vehicleId: string;
  readonly odometerKm: number;
  readonly due: Instant;
}
/** A rental of two days that has just begun. */
async function rented(): Promise<Rented> {
  const { counter } = own.pc;
  const customer = await someCustomer(counter, ++customers);
  const { contractId } = await rent(counter, { customerId: customer.id, days: 2 });
  const out = await counter.rows
    .selectFrom('handovers')
    .innerJoin('contracts', 'contracts.id', 'handovers.contract_id')
    .select(['handovers.vehicle_id', 'handovers.odometer_km', 'contracts.ends_at'])
    .where('contracts.id', '=', contractId)
    .executeTakeFirstOrThrow();
  return { contractId, vehicleId: out.vehicle_id, odometerKm: out.odometer_km, due: instant(out.ends_at) };
}

const nothing = (contractId: string): ChangeForm => ({
  contractId,
  until: null,
  returnBranchId: null,
  extras: [],
  protections: [],
  driver: null,
  exchange: null,
  signature,
  signedName: 'Annalena Brunner',
});
const later = (due: Instant, days: number): Instant =>
  atWallClock(addDays(dayOf(due), days), formatTime(due));

/** What the clerk shows, and the renter signs. */
async function shown(form: ChangeForm) {
  const { counter } = own.pc;
  const nextId = form.exchange?.vehicleId ?? null;
  const prices = nextId === null ? null : await pricesOf(counter, nextId);
  const gathered = (await gatherChange(counter.rows, form.contractId, nextId, { prices, at: now(), words }))!;
  return { gathered, proposal: proposeChange(form, gathered) };
}
async function change(form: ChangeForm, as?: Partial<Shown>) {
  const { proposal } = await shown(form);
  const agreed = proposal.ok ? proposal.value : { follows: '', after: 0 as Shown['after'] };
  return await changeContract(own.pc.counter, form, { ...agreed, ...as }, { words, draftId: null });
}
/** A free vehicle of another category than the one that is out. */
async function otherVehicle(vehicleId: string) {
  const { rows, place } = own.pc.counter;
  const { category_id: its } = await rows
    .selectFrom('vehicles')
    .select('category_id')
    .where('id', '=', vehicleId)
    .executeTakeFirstOrThrow();
  const free = await freeVehicles(rows, place.branchId).execute();
  return free.find(({ category_id: id }) => id !== its)!;
}
const exchangeFor = (vehicle: { id: string; odometer_km: number }, odometerKm: number): Exchange => ({
  vehicleId: vehicle.id,
  reason: 'Panne',
  courtesy: false,
  back: { odometerKm: odometerKm + 120, fuelEighths: 5, keys: 1 },
  notes: 'Warnlampe leuchtet',
  found: [],
  repaired: [],
  out: { odometerKm: vehicle.odometer_km + 2, fuelEighths: 8, keys: 1 },
});
const back = async (rental: Rented, odometerKm: number, fuelEighths: number) =>
  must(
    await returnVehicle(
      own.pc.counter,
      {
        contractId: rental.contractId,
        at: now(),
        odometerKm,
        fuelEighths,
        cleanliness: 'used',
        keys: 1,
        accessories: [],
        found: [],
        repaired: [],
        drivenKilometres: null,
        notes: '',
        renter: 'present',
        signature,
        signedName: 'Annalena Brunner',
        method: 'card',
      },
      null,
    ),
  );
const ask = async (sql: string, ...values: readonly unknown[]) =>
  (await own.database.query<Record<string, unknown>>(sql, [...values])).rows;

test('a rental that is extended is due later, here at once and on the server, at the price that was shown', async () => {
  const rental = await rented();
  const { rows, place } = own.pc.counter;
  const until = later(rental.due, 3);
  const form = { ...nothing(rental.contractId), until };
  const { proposal } = await shown(form);
  const { number } = must(await change(form));
  expect(number).toMatch(/^ZRH-A-\d\d-N\d{5}$/);
  const due = async (before: Instant) =>
    (await returns(rows, place.branchId, before).execute()).find(({ id }) => id === rental.contractId);
  expect(await due(rental.due)).toBeUndefined();
  expect(await due(later(until, 1))).toMatchObject({ due_at: until, agreed: must(proposal).after });
  await own.uploaded();
  const [held] = await ask(
    `select c.due_at, c.ends_at, c.agreed_total::int as agreed, a.total::int as total, a.total_before::int as before, c.total::int as signed, a.position
      from contracts c join amendments a on a.contract_id = c.id where c.id = $1`,
    rental.contractId,
  );
  expect(held).toMatchObject({
    due_at: new Date(until),
    ends_at: new Date(rental.due),
    agreed: must(proposal).after,
    total: must(proposal).after,
    position: 1,
  });
  expect(held!['before']).toBe(held!['signed']);
  expect(held!['agreed'] as number).toBeGreaterThan(held!['signed'] as number);
  await makePapers(own.pc.counter);
  const papers = await rows
    .selectFrom('documents')
    .select('kind')
    .where('contract_id', '=', rental.contractId)
    .execute();
  expect(papers.map(({ kind }) => kind)).toContain('amendment');
});

test('an exchange frees the first car, and the return with the second bills both: kilometres together, fuel each', async () => {
  const rental = await rented();
  const { counter } = own.pc;
  const other = await otherVehicle(rental.vehicleId);
  const form = { ...nothing(rental.contractId), exchange: exchangeFor(other, rental.odometerKm) };
  const { proposal } = await shown(form);
  must(await change(form));
  const isFree = async (id: string) =>
    (await freeVehicles(counter.rows, counter.place.branchId).execute()).some((one) => one.id === id);
  expect([await isFree(rental.vehicleId), await isFree(other.id)]).toEqual([true, false]);
  expect(await contractOut(counter.rows, other.id).executeTakeFirst()).toMatchObject({
    id: rental.contractId,
  });
  await own.uploaded();
  expect(
    await ask(
      `select v.odometer_km, v.fuel_eighths from vehicles v where v.id in ($1, $2) order by v.odometer_km = $3`,
      rental.vehicleId,
      other.id,
      rental.odometerKm + 120,
    ),
  ).toEqual([
    { odometer_km: other.odometer_km + 2, fuel_eighths: 8 },
    { odometer_km: rental.odometerKm + 120, fuel_eighths: 5 },
  ]);

  // Who had which car when: a fine is found by the handovers, with either plate.
  const { plate } = await counter.rows
    .selectFrom('vehicles')
    .select('plate')
    .where('id', '=', rental.vehicleId)
    .executeTakeFirstOrThrow();
  const legsOf = async (of: string) =>
    (await fineRegisterOf(counter.rows, of)).rentals.find(
      ({ contractId }) => contractId === rental.contractId,
    )?.legs;
  const [first, second] = [await legsOf(plate), await legsOf(other.plate)];
  expect(first).toMatchObject([{ vehicleId: rental.vehicleId, backAt: expect.any(String) }]);
  expect(second).toMatchObject([{ vehicleId: other.id, outAt: first![0]!.backAt, backAt: null }]);

  // 9’000 km with the second, less two eighths than it went out with; the first lacked two.
  await back(rental, other.odometer_km + 9_002, 6);
  await own.uploaded();
  const lines = await ask(
    `select l.label, l.amount::int from invoice_lines l join invoices i on i.id = l.invoice_id
      where i.contract_id = $1 order by l.position`,
    rental.contractId,
  );
  const fuel = lines.filter(({ label }) => /Treibstoff|Betankung|Ladung/.test(String(label)));
  expect(fuel.filter(({ label }) => String(label).startsWith('Fehlende'))).toHaveLength(2);
  expect(lines.some(({ label }) => /Mehrkilometer/.test(String(label)))).toBe(true);
  const quoted = must(proposal).terms.price.quote.lines.filter(({ amount }) => amount > 0);
  expect(lines.map(({ amount }) => amount)).toEqual(
    expect.arrayContaining(quoted.map(({ amount }) => amount)),
  );
  expect(await ask('select status from contracts where id = $1', rental.contractId)).toEqual([
    { status: 'closed' },
  ]);
  expect(
    await ask(
      'select kind, amendment_id is not null as exchanged from handovers where contract_id = $1 order by handed_over_at, kind',
      rental.contractId,
    ),
  ).toEqual([
    { kind: 'check_out', exchanged: false },
    { kind: 'check_out', exchanged: true },
    { kind: 'check_in', exchanged: true },
    { kind: 'check_in', exchanged: false },
  ]);
});

test('what is found on the car that comes back is in its file and on its report, with its photo; the new car shows its own', async () => {
  const rental = await rented();
  const { counter } = own.pc;
  const other = await otherVehicle(rental.vehicleId);
  const insertKnown = async (vehicleId: string, note: string): Promise<string> => {
    const id = uuidv7();
    await own.database.query(
      `insert into damages (id, company_id, vehicle_id, view, x, y, kind, size, note, found_at)
        values ($1, $2, $3, 'rear', 400, 500, 'dent', 'small', $4, now() - interval '30 days')`,
      [id, alpina.id, vehicleId, note],
    );
    return id;
  };
  const mended = await insertKnown(rental.vehicleId, 'alte Beule');
  const ofOther = await insertKnown(other.id, 'Beule des neuen Wagens');
  const watched = counter.db.watch('SELECT id FROM damages WHERE id IN (?, ?)', [mended, ofOther]);
  for await (const found of watched) if (found.rows?.length === 2) break;

  const photo = samplePhoto(3);
  const photoId = uuidv7();
  const kept = must(await counter.host['photos.keep']({ id: photoId, image: { ...photo, type: 'jpeg' } }));
  const scratch = {
    damage: {
      id: uuidv7(),
      view: 'left' as const,
      position: { x: perMille(500), y: perMille(500) },
      kind: 'scratch' as const,
      size: 'medium' as const,
      note: 'bis auf die Grundierung',
      // Marked a while before it was signed.
      foundAt: instant(new Date(Date.now() - 600_000).toISOString()),
      photoIds: [],
    },
    photos: [{ id: photoId, sha256: kept.sha256, size: kept.size, takenAt: now() }],
  };
  const exchange: Exchange = {
    ...exchangeFor(other, rental.odometerKm),
    found: [scratch],
    repaired: [mended],
  };
  const form = { ...nothing(rental.contractId), exchange };
  const { gathered } = await shown(form);
  expect([gathered.known, gathered.knownOfNext].map((some) => some.map(({ id }) => id))).toEqual([
    [mended],
    [ofOther],
  ]);
  const twice = { ...exchange, found: [scratch, scratch] };
  expect(await change({ ...form, exchange: twice })).toMatchObject({
    refusal: { code: 'handover_damage_twice' },
  });
  must(await change(form));
  await own.uploaded();
  expect(
    await ask(
      `select d.id, d.vehicle_id, d.contract_id, h.kind, d.found_at = h.handed_over_at as "foundThen",
          h.amendment_id is not null as exchanged
        from damages d join handovers h on h.id = d.handover_id where d.contract_id = $1`,
      rental.contractId,
    ),
  ).toEqual([
    {
      id: scratch.damage.id,
      vehicle_id: rental.vehicleId,
      contract_id: rental.contractId,
      kind: 'check_in',
      foundThen: true,
      exchanged: true,
    },
  ]);
  expect(await ask('select repaired_at is not null as mended from damages where id = $1', mended)).toEqual([
    { mended: true },
  ]);
  expect(await ask('select damage_id, vehicle_id from photos where id = $1', photoId)).toEqual([
    { damage_id: scratch.damage.id, vehicle_id: rental.vehicleId },
  ]);
  // The picture itself goes up, as a paper does.
  await expect
    .poll(
      async () => await ask('select stored_at is not null as stored from photos where id = $1', photoId),
      { timeout: 20_000 },
    )
    .toEqual([{ stored: true }]);

  // What is mended leaves the counters: a report that is drawn later has only what was kept.
  const left = counter.db.watch('SELECT id FROM damages WHERE id = ?', [mended]);
  for await (const found of left) if (found.rows?.length === 0) break;

  // The reports of both cars: new and mended on the one, known on the other.
  const reports = await counter.rows
    .selectFrom('handovers')
    .select(['id', 'kind'])
    .where('contract_id', '=', rental.contractId)
    .where('amendment_id', 'is not', null)
    .execute();
  const reportOf = async (kind: 'check_in' | 'check_out') =>
    await handoverPaperOf(counter, reports.find((one) => one.kind === kind)?.id ?? '');
  const [backReport, outReport] = [await reportOf('check_in'), await reportOf('check_out')];
  expect(backReport.damages.map(({ note, status }) => [note, status])).toEqual([
    ['alte Beule', 'repaired'],
    ['bis auf die Grundierung', 'new'],
  ]);
  expect(backReport.photos).toMatchObject([{ damage: 2 }]);
  expect(outReport.damages.map(({ note, status }) => [note, status])).toEqual([
    ['Beule des neuen Wagens', 'known'],
  ]);
  await makePapers(counter);
  expect(await counter.rows.selectFrom('paper_jobs').select('last_error').execute()).toEqual([]);
  expect(verifyChain(await wholeAudit(own.database, alpina.id))).toMatchObject({ ok: true });
});

test('who joins, what is taken along and where it goes back stand in a second amendment, and the whole chain is proved', async () => {
  const rental = await rented();
  const { rows } = own.pc.counter;
  must(await change({ ...nothing(rental.contractId), until: later(rental.due, 1) }));
  const elsewhere = await rows
    .selectFrom('branches')
    .select('id')
    .where('id', '<>', own.pc.counter.place.branchId)
    .orderBy('code')
    .executeTakeFirstOrThrow();
  const { signed } = (await shown(nothing(rental.contractId))).gathered;
  const { list } = signed!.terms.price;
  const driver = {
    id: uuidv7(),
    firstName: 'Beat',
    lastName: 'Frei',
    bornOn: isoDay('1980-02-03'),
    licenceNumber: '004711000815',
    licenceCategory: 'B',
    licenceSince: isoDay('1999-04-05'),
    licenceExpiresOn: null,
    licenceCountry: 'CH',
  };
  const form = {
    ...nothing(rental.contractId),
    returnBranchId: elsewhere.id,
    driver,
    extras: list.extras.slice(0, 4).map(({ id }) => ({ id, count: 1 })),
    protections: list.protections.slice(0, 1).map(({ id }) => id),
  };
  must(await change(form));
  await own.uploaded();
  expect(
    await ask(
      `select position, jsonb_array_length(changes) as changes, changes::text like '%1980%' as tells from amendments where contract_id = $1 order by position`,
      rental.contractId,
    ),
  ).toEqual([
    { position: 1, changes: 1, tells: false },
    // Four extras take two lines.
    { position: 2, changes: 5, tells: false },
  ]);
  expect(await ask('select due_branch_id from contracts where id = $1', rental.contractId)).toEqual([
    { due_branch_id: elsewhere.id },
  ]);
  // Its paper has room for all of it.
  await makePapers(own.pc.counter);
  expect(await rows.selectFrom('paper_jobs').select('last_error').execute()).toEqual([]);
  const audit = await wholeAudit(own.database, alpina.id);
  expect(verifyChain(audit)).toMatchObject({ ok: true });
  await own.database.query('begin');
  await own.database.query('set local session_replication_role = replica');
  await own.database.query(
    `update amendments set total = total - 100 where contract_id = $1 and position = 2`,
    [rental.contractId],
  );
  const cheaper = await wholeAudit(own.database, alpina.id);
  await own.database.query('rollback');
  expect(verifyChain(cheaper)).toMatchObject({ ok: false, refusal: { code: 'content_hash_differs' } });
});

test('what cannot be is refused, and nothing is written', async () => {
  const rental = await rented();
  const form = nothing(rental.contractId);
  const refused = async (changes: Partial<ChangeForm>, as?: Partial<Shown>) => {
    const answer = await change({ ...form, ...changes }, as);
    return answer.ok ? 'ok' : answer.refusal.code;
  };
  const until = later(rental.due, 1);
  const other = await otherVehicle(rental.vehicleId);
  const exchange = exchangeFor(other, rental.odometerKm);
  expect(await refused({})).toBe('nothing_to_amend');
  expect(await refused({ until: rental.due })).toBe('not_longer');
  expect(await refused({ until, signature: null })).toBe('signature_missing');
  expect(await refused({ until }, { follows: 'f'.repeat(64) })).toBe('amendment_stale');
  expect(await refused({ until }, { after: 1 as Shown['after'] })).toBe('price_differs');
  expect(await refused({ exchange: { ...exchange, reason: ' ' } })).toBe('reason_missing');
  expect(await refused({ exchange: { ...exchange, vehicleId: rental.vehicleId } })).toBe('same_vehicle');
  expect(await refused({ exchange: { ...exchange, out: { ...exchange.out, fuelEighths: 9 } } })).toBe(
    'fuel_impossible',
  );
  const nowhere = { ...form, contractId: uuidv7(), until };
  const agreed = must((await shown({ ...form, until })).proposal);
  const missing = await changeContract(own.pc.counter, nowhere, agreed, { words, draftId: null });
  expect(missing).toMatchObject({ ok: false, refusal: { code: 'contract_missing' } });
  const taken = await rented();
  const toTaken = exchangeFor({ id: taken.vehicleId, odometer_km: taken.odometerKm }, rental.odometerKm);
  expect(await refused({ exchange: toTaken })).toBe('vehicle_out');
  const { rows } = own.pc.counter;
  const written = await rows
    .selectFrom('amendments')
    .select('id')
    .where('contract_id', '=', rental.contractId)
    .execute();
  expect(written).toEqual([]);
  await back(rental, rental.odometerKm + 1, 7);
  expect(await refused({ until })).toBe('contract_not_out');
});

test('what stands in the way afterwards is known before it is saved', async () => {
  const rental = await rented();
  await own.uploaded();
  const starts = later(rental.due, 1);
  await own.database.query(
    `insert into contracts (id, company_id, branch_id, return_branch_id, status, customer_id, customer_name, category_id, vehicle_id, starts_at, ends_at)
      select $1, company_id, branch_id, return_branch_id, 'reserved', customer_id, 'Später, Sina', category_id, vehicle_id, $3, $4 from contracts where id = $2`,
    [uuidv7(), rental.contractId, starts, later(starts, 2)],
  );
  const { db } = own.pc.counter;
  const watched = db.watch(`SELECT id FROM contracts WHERE customer_name = 'Später, Sina'`);
  for await (const found of watched) if ((found.rows?.length ?? 0) > 0) break;
  const clashes = async (days: number) => {
    const form = { ...nothing(rental.contractId), until: later(rental.due, days) };
    return clashesOfChange(form, (await shown(form)).gathered).map(({ title }) => title);
  };
  expect(await clashes(1)).toEqual([]);
  expect(await clashes(2)).toEqual(['Später, Sina']);
  must(await change({ ...nothing(rental.contractId), until: later(rental.due, 2) }));
  await own.uploaded();
  expect(await ask(`select status from contracts where customer_name = 'Später, Sina'`)).toEqual([
    { status: 'to_assign' },
  ]);
});
