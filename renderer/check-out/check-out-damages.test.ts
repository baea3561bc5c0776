import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { returnForm } from '#build/testing/return-form.ts';
import { testPc } from '#build/testing/test-pc.ts';
import { until } from '#build/demo/counter-process.ts';
import { rent, someCustomer } from '#build/demo/rent.ts';
import { samplePhoto } from '#build/pdf/sample-photos.ts';
import { countPdfPages, readPdfText } from '#build/pdf/render-page.ts';
import { perMille } from '#shared/fleet/per-mille.ts';
import { must } from '#shared/result/result.ts';
import { type Instant, instant, now } from '#shared/time/instant.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import type { Counter } from '../app/counter/counter.ts';
import { knownDamages } from '../app/damage/known-damages.ts';
import { freeVehicles } from '../app/fleet/free-vehicles.ts';
import { contractPaperOf } from '../app/papers/contract-paper-of.ts';
import { handoverPaperOf } from '../app/papers/handover-paper-of.ts';
import { makePapers } from '../app/papers/make-papers.ts';
import { gatherCheckIn } from '../check-in/gather-check-in.ts';
import { entryOf, returnVehicle } from '../check-in/return-vehicle.ts';
import type { SeenDamages } from './seen-damages.ts';

const own = testPc();
const ask = async (sql: string, ...values: readonly unknown[]) =>
  (await own.database.query(sql, [...values])).rows as Record<string, unknown>[];

const found = (note: string, foundAt: Instant = now()) => ({
  damage: {
    id: uuidv7(),
    view: 'left' as const,
    position: { x: perMille(500), y: perMille(500) },
    kind: 'scratch' as const,
    size: 'medium' as const,
    note,
    foundAt,
    photoIds: [],
  },
  photos: [],
});

/** A damage that the server has, and the counters. */
async function insertKnown(
  vehicleId: string,
  note: string,
  counters: readonly Counter[] = [own.pc.counter],
): Promise<string> {
  const id = uuidv7();
  await own.database.query(
    `insert into damages (id, company_id, vehicle_id, view, x, y, kind, size, note, found_at)
      values ($1, $2, $3, 'rear', 400, 500, 'dent', 'small', $4, now() - interval '30 days')`,
    [id, alpina.id, vehicleId, note],
  );
  await until('the counters know of it', async () => {
    const known = await Promise.all(counters.map(({ rows }) => knownDamages(rows, vehicleId)));
    return known.every((some) => some.some((damage) => damage.id === id));
  });
  return id;
}

async function wordsOf(pdf: Uint8Array): Promise<string> {
  const count = await countPdfPages(pdf);
  const pages = await Promise.all(Array.from({ length: count }, (_, at) => readPdfText(pdf, at + 1)));
  return pages.flatMap((texts) => texts.map(({ text }) => text)).join(' ');
}

let customers = 20;
/** One that never had a damage. */
async function aFreeVehicle(): Promise<string> {
  const { rows, place } = own.pc.counter;
  for (const { id } of await freeVehicles(rows, place.branchId).execute())
    if ((await rows.selectFrom('damages').select('id').where('vehicle_id', '=', id).execute()).length === 0)
      return id;
  throw new Error('no vehicle without damages is free');
}
async function rented(vehicleId: string, seen?: SeenDamages, counter: Counter = own.pc.counter) {
  const customer = await someCustomer(counter, ++customers);
  return await rent(counter, { customerId: customer.id, vehicleId, days: 2 }, seen);
}

test('what is found at the check-out is on the contract, known when the car comes back, and nobody pays for it', async () => {
  const { counter } = own.pc;
  const vehicleId = await aFreeVehicle();
  const mended = await insertKnown(vehicleId, 'alte Beule');
  const left = await insertKnown(vehicleId, 'Beule am Heck');
  const id = uuidv7();
  const kept = must(await counter.host['photos.keep']({ id, image: { ...samplePhoto(3), type: 'jpeg' } }));
  const photo = { id, sha256: kept.sha256, size: kept.size, takenAt: now() };
  // Marked a while before it was signed.
  const scratch = found('bis auf die Grundierung', instant(new Date(Date.now() - 600_000).toISOString()));
  const { contractId } = await rented(vehicleId, {
    found: [{ ...scratch, photos: [photo] }],
    repaired: [mended],
  });
  await makePapers(counter);
  await own.uploaded();

  expect(
    await ask(
      `select d.id, d.contract_id, h.contract_id as handed_over_with, h.kind, d.found_at = h.handed_over_at as "foundThen"
        from damages d join handovers h on h.id = d.handover_id where d.vehicle_id = $1`,
      vehicleId,
    ),
  ).toEqual([
    {
      id: scratch.damage.id,
      // It came about before the rental.
      contract_id: null,
      handed_over_with: contractId,
      kind: 'check_out',
      foundThen: true,
    },
  ]);
  expect(
    await ask(
      `select d.repaired_at = c.signed_at as "thenMended" from damages d, contracts c where d.id = $1 and c.id = $2`,
      mended,
      contractId,
    ),
  ).toEqual([{ thenMended: true }]);
  expect(await ask('select damage_id, vehicle_id, contract_id from photos where id = $1', id)).toEqual([
    { damage_id: scratch.damage.id, vehicle_id: vehicleId, contract_id: contractId },
  ]);
  await expect
    .poll(async () => await ask('select stored_at is not null as stored from photos where id = $1', id), {
      timeout: 20_000,
    })
    .toEqual([{ stored: true }]);

  // The paper as it lies there.
  const document = await counter.rows
    .selectFrom('documents')
    .select(['id', 'sha256'])
    .where('contract_id', '=', contractId)
    .where('kind', '=', 'contract')
    .executeTakeFirstOrThrow();
  const bytes = must(await counter.host['documents.read']({ id: document.id }));
  const text = await wordsOf(new Uint8Array(bytes));
  expect(text).toContain('Beule am Heck');
  expect(text).toContain('bis auf die Grundierung');
  expect(text).not.toContain('alte Beule');

  // Back again: two known, one new.
  const back = await returnForm(counter, contractId);
  const gathered = (await gatherCheckIn(counter.rows, contractId))!;
  expect(gathered.known.map((damage) => damage.id)).toEqual([left, scratch.damage.id]);
  expect(gathered.facts.checkOut.damages).toEqual(gathered.known);
  expect(entryOf(back, gathered, counter.place.clerkId).billed).toEqual([]);
  const fresh = { ...found('neuer Kratzer', back.at), cost: null };
  const returned = must(await returnVehicle(counter, { ...back, found: [fresh], repaired: [left] }, null));
  await own.uploaded();
  expect(returned.invoices).toHaveLength(1);
  expect(
    await ask(
      `select count(*)::int as billed from invoice_lines l join invoices i on i.id = l.invoice_id
        where i.contract_id = $1 and l.kind = 'damage'`,
      contractId,
    ),
  ).toEqual([{ billed: 0 }]);
  expect(await ask('select id from damages where contract_id = $1', contractId)).toEqual([
    { id: fresh.damage.id },
  ]);
  const { id: reportId } = await counter.rows
    .selectFrom('handovers')
    .select('id')
    .where('contract_id', '=', contractId)
    .where('kind', '=', 'check_in')
    .executeTakeFirstOrThrow();
  // What is mended leaves the counters that do not look at the vehicle's file.
  const mendedHere = counter.db.watch('SELECT id FROM damages WHERE id IN (?, ?)', [mended, left]);
  for await (const some of mendedHere) if (some.rows?.length === 0) break;
  const report = await handoverPaperOf(counter, reportId);
  expect(report.damages.map(({ note, status }) => [note, status])).toEqual([
    ['Beule am Heck', 'repaired'],
    ['bis auf die Grundierung', 'known'],
    ['neuer Kratzer', 'new'],
  ]);

  // Drawn again, with one found since, and one mended and gone: the same bytes.
  const paper = await contractPaperOf(counter.rows, contractId);
  const again = must(await counter.host['documents.make']({ id: uuidv7(), kind: 'contract', paper }));
  expect(again.sha256).toBe(document.sha256);
});

test('a contract in French names them in French, and says how many more there are than it lists', async () => {
  const { counter } = own.pc;
  const vehicleId = await aFreeVehicle();
  const add = `insert into damages (id, company_id, vehicle_id, view, x, y, kind, size, note, found_at)
    select gen_random_uuid(), $1, $2, 'rear', 400, 500, 'dent', 'small', repeat('W', 200), now() - interval '3 days'
    from generate_series(1, 42)`;
  await own.database.query(add, [alpina.id, vehicleId]);
  await until(
    'the counter knows them',
    async () => (await knownDamages(counter.rows, vehicleId)).length === 42,
  );
  const { contractId } = await rented(vehicleId);
  await own.uploaded();
  const { vehicle, ...rest } = await contractPaperOf(counter.rows, contractId);
  expect(vehicle).toMatchObject({ damages: { length: 40 }, moreDamages: 2 });
  const paper = { ...rest, vehicle, language: 'fr' as const };
  const id = uuidv7();
  must(await counter.host['documents.make']({ id, kind: 'contract', paper }));
  const bytes = must(await counter.host['documents.read']({ id }));
  const text = await wordsOf(new Uint8Array(bytes));
  expect(text).toContain('42, voir ci-dessous');
  expect(text).toContain('et 2 autres dommages au dossier du véhicule');
});

test('a car that was handed over before lists were kept has on its papers what its file has', async () => {
  const { counter } = own.pc;
  const vehicleId = await aFreeVehicle();
  const [known, later] = [await insertKnown(vehicleId, 'Beule am Heck'), uuidv7()];
  const { contractId } = await rented(vehicleId, { found: [found('Kratzer')], repaired: [] });
  const back = await returnForm(counter, contractId);
  const fresh = { ...found('neuer Kratzer', back.at), cost: null };
  must(await returnVehicle(counter, { ...back, found: [fresh], repaired: [known] }, null));
  await own.uploaded();
  const kept = await contractPaperOf(counter.rows, contractId);
  // As a version wrote them that did not keep it.
  await own.database.query('update handovers set damages = null where contract_id = $1', [contractId]);
  await own.database.query(
    `insert into damages (id, company_id, vehicle_id, view, x, y, kind, size, note, found_at)
      values ($1, $2, $3, 'rear', 400, 500, 'dent', 'small', 'seither', now())`,
    [later, alpina.id, vehicleId],
  );
  // With the vehicle's history here, as where its file is open.
  const history = await counter.db.syncStream('vehicle_history', { vehicle_id: vehicleId }).subscribe();
  await history.waitForFirstSync();
  const { rows } = counter;
  await until('the counter has the old rows', async () => {
    const some = await rows
      .selectFrom('handovers')
      .select('damages')
      .where('contract_id', '=', contractId)
      .execute();
    const file = await rows.selectFrom('damages').select('id').where('vehicle_id', '=', vehicleId).execute();
    return some.every(({ damages }) => damages === null) && file.length === 4;
  });
  expect(await contractPaperOf(rows, contractId)).toEqual(kept);
  const { id } = await rows
    .selectFrom('handovers')
    .select('id')
    .where('contract_id', '=', contractId)
    .where('kind', '=', 'check_in')
    .executeTakeFirstOrThrow();
  const report = await handoverPaperOf(counter, id);
  expect(report.damages.map(({ note, status }) => [note, status])).toEqual([
    ['Beule am Heck', 'repaired'],
    ['Kratzer', 'known'],
    ['neuer Kratzer', 'new'],
  ]);
  history.unsubscribe();
});

test('what could not be, or not be taken back, is refused, and nothing is written', async () => {
  const vehicleId = await aFreeVehicle();
  const twice = found('zweimal');
  await expect(rented(vehicleId, { found: [twice, twice], repaired: [] })).rejects.toThrow(
    /handover_damage_twice/,
  );
  const many = Array.from({ length: 41 }, () => found('eine von vielen'));
  await expect(rented(vehicleId, { found: many, repaired: [] })).rejects.toThrow(/damages_too_many/);
  expect(await own.pc.counter.db.getAll('SELECT id FROM damages WHERE vehicle_id = ?', [vehicleId])).toEqual(
    [],
  );
});

test('two counters that see one damage mended: the contract of the second stands, as of the first', async () => {
  const first = own.pc;
  const second = await own.another(demoPeople.zurich, alpina.counters.zurichB);
  const vehicleId = await aFreeVehicle();
  const mended = await insertKnown(vehicleId, 'schon behoben', [first.counter, second.counter]);
  await second.cutLine();
  const { contractId } = await rented(vehicleId, { found: [], repaired: [mended] }, second.counter);
  const other = await rented(vehicleId, { found: [], repaired: [mended] });
  await own.uploaded();
  await second.restoreLine();
  await until('the other counter has sent its contract', async () => {
    const { n } = await second.counter.db.get<{ n: number }>('SELECT count(*) AS n FROM ps_crud');
    return n === 0;
  });
  expect(await ask('select code from refused_changes')).toEqual([]);
  expect(await ask('select status from contracts where id = $1', contractId)).toEqual([{ status: 'out' }]);
  expect(
    await ask(
      'select d.repaired_at = c.signed_at as "thenMended" from damages d, contracts c where d.id = $1 and c.id = $2',
      mended,
      other.contractId,
    ),
  ).toEqual([{ thenMended: true }]);
});
