import type { Settled } from './check-history.ts';
import type { Scene, Slot } from './scene.ts';

interface Contract {
  readonly id: string;
  readonly status: string;
  readonly vehicle_id: string | null;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly returned_at: Date | null;
  readonly signed_at: Date | null;
}

interface Conflict {
  readonly kind: string;
  readonly contract_id: string | null;
  readonly other_contract_id: string | null;
  readonly customer_id: string | null;
  readonly other_customer_id: string | null;
  readonly invoice_id: string | null;
}

/** Which contradictions stand in Postgres without a conflict that tells of them. */
export async function conflictsMissing(
  scene: Scene,
  slot: Slot,
  settled: readonly Settled[],
  stepStarts: readonly number[],
): Promise<string[]> {
  const { rows: contracts } = await scene.sql.query<Contract>(
    `select id, status, coalesce(on_vehicle_id, vehicle_id) as vehicle_id, coalesce(on_vehicle_since, starts_at) as starts_at,
       coalesce(due_at, ends_at) as ends_at, returned_at, signed_at from public.contracts where category_id = $1 order by id`,
    [slot.categoryId],
  );
  const { rows: conflicts } = await scene.sql.query<Conflict>(
    'select kind, contract_id, other_contract_id, customer_id, other_customer_id, invoice_id from public.conflicts',
  );
  return [
    ...doubleCheckOuts(contracts, conflicts),
    ...doubleAssignments(contracts),
    ...(await odometers(scene, slot, conflicts)),
    ...(await duplicates(scene, settled, conflicts)),
    ...voidInvoicesPaid(settled, conflicts, stepStarts),
    ...(await changedPrices(scene, slot, conflicts)),
  ];
}

function doubleCheckOuts(contracts: readonly Contract[], conflicts: readonly Conflict[]): string[] {
  const named = (a: string, b: string): boolean =>
    conflicts.some(
      (k) =>
        k.kind === 'double_check_out' &&
        ((k.contract_id === a && k.other_contract_id === b) ||
          (k.contract_id === b && k.other_contract_id === a)),
    );
  const often = (id: string): boolean =>
    conflicts.filter(
      (k) => k.kind === 'double_check_out' && (k.contract_id === id || k.other_contract_id === id),
    ).length >= 5;
  const signed = contracts.filter(({ signed_at }) => signed_at !== null);
  return pairs(signed)
    .filter(([a, b]) => a.vehicle_id === b.vehicle_id)
    .filter(
      ([a, b]) =>
        (a.status === 'out' && b.status === 'out') ||
        (a.starts_at < (b.returned_at ?? b.ends_at) && b.starts_at < (a.returned_at ?? a.ends_at)),
    )
    .filter(([a, b]) => !named(a.id, b.id) && !often(a.id) && !often(b.id))
    .map(([a, b]) => `two contracts had one vehicle, and nobody is told: ${a.id} ${b.id}`);
}

function doubleAssignments(contracts: readonly Contract[]): string[] {
  return pairs(contracts)
    .filter(([a, b]) => a.vehicle_id !== null && a.vehicle_id === b.vehicle_id)
    .filter(
      ([a, b]) =>
        (a.status === 'reserved' && ['reserved', 'out'].includes(b.status)) ||
        (b.status === 'reserved' && a.status === 'out'),
    )
    .filter(([a, b]) => a.starts_at < b.ends_at && b.starts_at < a.ends_at)
    .map(([a, b]) => `one vehicle is promised twice: ${a.id} ${a.status}, ${b.id} ${b.status}`);
}

async function odometers(scene: Scene, slot: Slot, conflicts: readonly Conflict[]): Promise<string[]> {
  const { rows } = await scene.sql.query<{ contract_id: string; vehicle_id: string; odometer_km: number }>(
    'select contract_id, vehicle_id, odometer_km from public.handovers where vehicle_id = any ($1) order by vehicle_id, handed_over_at',
    [slot.vehicleIds],
  );
  const told = new Set(
    conflicts.filter(({ kind }) => kind === 'odometer_back').map(({ contract_id }) => contract_id),
  );
  return rows.flatMap((later, n) => {
    const before = rows[n - 1];
    if (!before || before.vehicle_id !== later.vehicle_id || later.odometer_km >= before.odometer_km)
      return [];
    if (told.has(later.contract_id) || told.has(before.contract_id)) return [];
    return [
      `an odometer went back from ${before.odometer_km} to ${later.odometer_km}, and nobody is told: ${later.contract_id}`,
    ];
  });
}

async function duplicates(
  scene: Scene,
  settled: readonly Settled[],
  conflicts: readonly Conflict[],
): Promise<string[]> {
  const entered = settled
    .filter(({ outcome }) => outcome === 'applied')
    .flatMap(({ ops }) =>
      ops.filter(({ op, table }) => op === 'PUT' && table === 'customers').map(({ id }) => id),
    );
  const { rows } = await scene.sql.query<{ id: string }>(
    `select c.id from public.customers c where c.id = any ($1) and exists (select from public.customers o
       where o.company_id = c.company_id and o.id <> c.id and o.last_name = c.last_name and o.first_name = c.first_name and o.born_on = c.born_on)`,
    [entered],
  );
  const told = new Set(
    conflicts
      .filter(({ kind }) => kind === 'duplicate_customer')
      .flatMap((k) => [k.customer_id, k.other_customer_id]),
  );
  return rows
    .filter(({ id }) => !told.has(id))
    .map(({ id }) => `a customer is there twice, and nobody is told: ${id}`);
}

/** Of what was sent one step after the other: of two calls at once nobody can say which was first. */
function voidInvoicesPaid(
  settled: readonly Settled[],
  conflicts: readonly Conflict[],
  stepStarts: readonly number[],
): string[] {
  const step = ({ appliedAt }: Settled): number => stepStarts.findLastIndex((start) => start <= appliedAt);
  const told = new Set(
    conflicts.filter(({ kind }) => kind === 'void_invoice_paid').map(({ invoice_id }) => invoice_id),
  );
  const applied = settled.filter(({ outcome }) => outcome === 'applied');
  const puts = applied.flatMap((one) =>
    one.ops.filter(({ op }) => op === 'PUT').map((op) => ({ ...op, step: step(one) })),
  );
  const bills = puts.filter(({ table, data }) => table === 'invoices' && data?.['corrects_id'] === undefined);
  return bills.flatMap(({ id, data }) => {
    const credits = puts.filter((put) => put.table === 'invoices' && put.data?.['corrects_id'] === id);
    const paid = puts.filter(
      (put) =>
        put.table === 'payments' && put.data?.['invoice_id'] === id && put.data?.['kind'] === 'payment',
    );
    const late = paid.filter((payment) => {
      const before = credits
        .filter((credit) => credit.step < payment.step)
        .reduce((sum, credit) => sum + Number(credit.data?.['total']), 0);
      return before >= Number(data?.['total']);
    });
    return late.length > 0 && !told.has(id)
      ? [`a bill was paid that had been credited, and nobody is told: ${id}`]
      : [];
  });
}

async function changedPrices(scene: Scene, slot: Slot, conflicts: readonly Conflict[]): Promise<string[]> {
  const { rows: versions } = await scene.sql.query<{ since: number; day_price: string }>(
    `select case when since = '-infinity' then 0 else extract(epoch from since) * 1000 end::float8 as since, day_price
     from private.rate_versions where rate_id = $1 order by 1`,
    [slot.rateId],
  );
  if (versions.length < 2) return [];
  // When it was signed by the true time: the clock of the counter was as far ahead as it said when it sent this. Where it was
  // turned in between, that may come out later than it arrived, which it was not.
  const { rows } = await scene.sql.query<{ id: string; signed: number; unit_price: string }>(
    `select c.id, extract(epoch from least(c.signed_at - u.clock_ahead, a.applied_at))::float8 * 1000 as signed, l.unit_price
     from public.contracts c join public.contract_lines l on l.contract_id = c.id and l.kind = 'rental'
     join private.applied_transactions a on a.upload_id is not null and a.xmin::text = (select k.xmin::text from public.contract_lines k where k.id = l.id)
     join private.uploads u on u.id = a.upload_id
     where c.category_id = $1 and c.signed_at is not null and abs(extract(epoch from u.clock_ahead)) < 86400`,
    [slot.categoryId],
  );
  const told = new Set(
    conflicts.filter(({ kind }) => kind === 'price_changed').map(({ contract_id }) => contract_id),
  );
  return rows.flatMap(({ id, signed, unit_price }) => {
    const valid = versions.findLast(({ since }) => since <= signed);
    // Within some seconds of the change nobody can say what the counter knew.
    if (!valid || versions.some(({ since }) => Math.abs(since - signed) < 20)) return [];
    const older = versions.some(({ since, day_price }) => since < valid.since && day_price === unit_price);
    if (!older || valid.day_price === unit_price || told.has(id)) return [];
    return [`a contract was signed at a price that had changed, and nobody is told: ${id}`];
  });
}

function pairs<T>(all: readonly T[]): (readonly [T, T])[] {
  return all.flatMap((one, n) => all.slice(n + 1).map((other) => [one, other] as const));
}
