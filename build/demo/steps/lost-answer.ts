import { alpina } from '#supabase/seeds/demo-people.ts';
import { until } from '../counter-process.ts';
import { rent, someCustomer } from '../rent.ts';
import { type Scene, waiting } from '../scene.ts';
import type { Check } from '../step-table.ts';

/** An answer lost after the commit repeats nothing. */
export async function loseAnswer({ a, count }: Scene, check: Check): Promise<void> {
  const lost = a.api.loseNextAnswerTo('/rpc/apply_changes');
  const someone = await someCustomer(a.counter, 5);
  const signed = await rent(a.counter, { customerId: someone.id, days: 7 });
  await lost;
  check('the server has committed', (await count('contracts where id = $1', [signed.contractId])) === 1);
  await until('A has sent it again', async () => waiting(a) === 0 && a.app.light?.current.kind === 'in-step');
  check('the contract is there once', (await count('contracts where number = $1', [signed.number])) === 1);
  check(
    'its lines are there once',
    (await count('contract_lines where contract_id = $1', [signed.contractId])) === 2,
  );
  check(
    'A shows it once',
    (await a.counter.rows.selectFrom('contracts').select('id').where('number', '=', signed.number).execute())
      .length === 1,
  );
  check('nothing was refused', (await count('refused_changes where company_id = $1', [alpina.id])) === 0);
}
