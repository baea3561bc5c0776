import { startBenchBackend } from '../scene/bench-backend.ts';
import { type Report, value } from '../report.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import { auditLink } from '#supabase/tests/audit-link.ts';
import { type Operation, type Person, signedIn } from '#supabase/tests/person.ts';
import { walkIn } from '#supabase/tests/walk-in.ts';

/** One alone, then twenty at once. */
const counters = 21;
const contractsEach = 1_000;
/** As the connector sends them: sync/connector/connector.ts. */
const batch = 100;

interface Transaction {
  readonly tx_id: number;
  readonly ops: readonly Operation[];
}

/**
 * The morning after an outage: many counters send what they wrote without a line, all at the same moment. The payloads are
 * signed walk-ins with their audit link, over the gateway and under RLS; one contract is one server transaction.
 */
export async function uploadsAtOnce(report: Report): Promise<void> {
  const backend = await startBenchBackend(1_000);
  try {
    const { sql, addVehicles } = backend;
    await sql.query(`update companies set tier = 'enterprise' where id = $1`, [alpina.id]);
    await addVehicles(counters * contractsEach);
    await sql.query(addCounters, [alpina.id, alpina.branches.zurich, counters]);
    const { rows: places } = await sql.query<{ id: string; letter: string }>(
      `select id, letter from counters where branch_id = $1 and name like 'Bench %' order by letter`,
      [alpina.branches.zurich],
    );
    const { rows: cars } = await sql.query<{ id: string; category_id: string; plate: string }>(
      `select id, category_id, plate from vehicles where company_id = $1 and vin like 'BENCH%' order by vin desc limit $2`,
      [alpina.id, counters * contractsEach],
    );
    const { rows: people } = await sql.query<{ id: string }>(
      'select id from customers where company_id = $1 order by id limit 1',
      [alpina.id],
    );
    const customerId = people[0]?.id ?? '';
    const ready: { readonly person: Person; readonly batches: readonly Transaction[][] }[] = [];
    for (const [index, { id: counterId, letter }] of places.entries()) {
      const transactions: Transaction[] = [];
      let previousHash: string | undefined;
      for (let n = 1; n <= contractsEach; n++) {
        const car = cars[index * contractsEach + n - 1];
        if (!car) throw new Error('there are too few vehicles');
        const { contractId, ops } = walkIn({
          companyId: alpina.id,
          branchId: alpina.branches.zurich,
          counterId,
          clerkId: demoPeople.zurich.id,
          customerId,
          vehicle: { id: car.id, categoryId: car.category_id, plate: car.plate },
          number: `ZRH-${letter}-26-${String(n).padStart(5, '0')}`,
        });
        const link = auditLink({
          counterId,
          userId: demoPeople.zurich.id,
          sequence: n,
          subjectId: contractId,
          ...(previousHash !== undefined && { previousHash }),
        });
        previousHash = link.hash;
        const event: Operation = {
          op: 'PUT',
          table: 'audit_events',
          id: crypto.randomUUID(),
          data: { company_id: alpina.id, ...link },
        };
        transactions.push({ tx_id: n, ops: [...ops, event] });
      }
      const batches = Array.from({ length: contractsEach / batch }, (_, at) =>
        transactions.slice(at * batch, (at + 1) * batch),
      );
      ready.push({ person: await signedIn(backend, demoPeople.zurich, counterId), batches });
    }

    const [alone, ...together] = ready;
    if (!alone || together.length === 0) throw new Error('there are no counters');
    const single = await seconds(() => sendAll(alone));
    const all = await seconds(() => Promise.all(together.map(sendAll)));
    const { rows: stored } = await sql.query<{ n: number }>(
      `select count(*)::int as n from contracts where counter_id = any ($1) and status = 'out' and signed_at is not null`,
      [places.map(({ id }) => id)],
    );
    if (stored[0]?.n !== counters * contractsEach) throw new Error(`${stored[0]?.n} contracts have arrived`);
    report.add({
      name: 'uploads',
      what: '1,000 contracts of one counter, applied',
      measured: value('s', single),
      budget: { atMost: 30 },
      note: `apply_changes in batches of ${batch} over the gateway; a contract, its driver, line and audit link each`,
    });
    const others = together.length;
    report.add({
      name: 'uploads',
      what: `${others} counters at once, 1,000 contracts each`,
      measured: value('s', all),
      peers: [{ name: `${others} × one counter alone`, measured: value('s', single * others) }],
      note: `${Math.round((others * contractsEach) / all)} contracts a second; every one in a transaction of its own, all arrived`,
    });
  } finally {
    await backend.stop();
  }
}

async function sendAll({ person, batches }: { person: Person; batches: readonly Transaction[][] }) {
  for (const transactions of batches) {
    const outcomes = await person.send(transactions);
    const refused = outcomes.find(({ outcome }) => outcome !== 'applied');
    if (refused) throw new Error(`${refused.outcome}: ${refused.code} ${refused.message}`);
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

const addCounters = `
  insert into public.counters (id, company_id, branch_id, letter, reference_no, name)
  select gen_random_uuid(), $1::uuid, $2::uuid, chr(ascii('Z') + 1 - n), 9000 + n, 'Bench ' || n from generate_series(1, $3::int) n`;
