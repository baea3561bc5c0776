import { uuidv7 } from 'uuidv7';
import { now } from '#shared/time/instant.ts';
import type { Counter } from '#renderer/app/counter/counter.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import { until } from '../counter-process.ts';
import { type Scene, waiting } from '../scene.ts';
import type { Check } from '../step-table.ts';

/** What the server refuses stays, with its payload, and blocks nothing. */
export async function breakRules({ a, count, setUp, rented }: Scene, check: Check): Promise<void> {
  const { contractId } = rented;
  const paymentId = uuidv7();
  const at = now();
  const { place } = a.counter;
  await a.counter.rows
    .insertInto('payments')
    .values({
      id: paymentId,
      company_id: place.companyId,
      branch_id: place.branchId,
      counter_id: place.counterId,
      clerk_id: place.clerkId,
      contract_id: contractId,
      kind: 'payment',
      method: 'cash',
      currency: 'CHF',
      amount: -500 as never,
      paid_at: at,
      reference: '',
      created_at: at,
    })
    .execute();
  const inbox = async (counter: Counter, word: string) =>
    (await counter.rows.selectFrom('refused_changes').selectAll().execute()).find(({ payload }) =>
      payload.includes(word),
    );
  await until(
    'the refusal of the negative amount is in A’s inbox',
    async () => (await inbox(a.counter, paymentId)) !== undefined,
  );
  const negative = await inbox(a.counter, paymentId);
  check(
    `a negative amount: ${negative?.code}, payload kept`,
    negative?.code === 'rule_broken' && negative.payload.includes('-500'),
  );
  await until(
    'the payment is gone from A',
    async () =>
      (await a.counter.rows.selectFrom('payments').select('id').where('id', '=', paymentId).execute())
        .length === 0,
  );
  check('the payment is in no table', (await count('payments where id = $1', [paymentId])) === 0);

  const viewer = await setUp('viewer');
  await viewer.switchOn();
  await viewer.signIn(demoPeople.viewer, alpina.counters.zurichB);
  const customerId = uuidv7();
  const [template] = await viewer.counter.rows.selectFrom('customers').selectAll().limit(1).execute();
  if (!template) throw new Error('no customers');
  await viewer.counter.rows
    .insertInto('customers')
    .values({ ...template, id: customerId, last_name: 'Unbefugt', created_at: now() })
    .execute();
  await until(
    'the refusal is in the viewer’s inbox',
    async () => (await inbox(viewer.counter, customerId)) !== undefined,
  );
  const refused = await inbox(viewer.counter, customerId);
  check(
    `a viewer writing: ${refused?.code}, payload kept`,
    refused?.code === 'not_allowed' && refused.payload.includes('Unbefugt'),
  );
  check('the customer is in no table', (await count('customers where id = $1', [customerId])) === 0);
  await until('the queue is empty', async () => waiting(viewer) === 0);
  check('the queue is empty: a refusal blocks nothing', waiting(viewer) === 0);
}
