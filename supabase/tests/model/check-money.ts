import type { Settled } from './check-history.ts';
import type { Scene } from './scene.ts';

const amounts: Readonly<Record<string, string>> = {
  payments: 'amount',
  cash_movements: 'amount',
  deposits: 'amount',
  invoices: 'total',
  invoice_lines: 'amount',
  contract_lines: 'amount',
};

/** Whether every Rappen that was taken at a counter is in Postgres, once, and whether what belongs together adds up. */
export async function moneyWrong(scene: Scene, settled: readonly Settled[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const [table, column] of Object.entries(amounts)) {
    const taken = new Map<string, number>();
    for (const { ops, outcome } of settled) {
      for (const { op, table: of, id, data } of ops) {
        if (outcome === 'applied' && op === 'PUT' && of === table) taken.set(id, Number(data?.[column]));
      }
    }
    const { rows } = await scene.sql.query<{ sum: string }>(
      `select coalesce(sum(${column}), 0) as sum from public.${table} where id = any ($1)`,
      [[...taken.keys()]],
    );
    const sum = [...taken.values()].reduce((all, one) => all + one, 0);
    if (Number(rows[0]?.sum) !== sum)
      wrong.push(`${table}: counters took ${sum}, Postgres has ${rows[0]?.sum}`);
  }
  for (const [what, text] of Object.entries(sums)) {
    const { rows } = await scene.sql.query<{ id: string }>(text);
    for (const { id } of rows) wrong.push(`${what}: ${id}`);
  }
  return wrong;
}

/** Each finds what must not be there. */
const sums = {
  'a signed contract whose lines do not add up': `
    select c.id from public.contracts c where c.signed_at is not null
      and c.total <> (select coalesce(sum(l.amount), 0) from public.contract_lines l where l.contract_id = c.id)`,
  'a contract that does not hold what its last amendment says': `
    select c.id from public.contracts c left join lateral (
        select * from public.amendments a where a.contract_id = c.id order by a.signed_at desc, a.position desc, a.number desc limit 1
      ) a on true
      where (c.due_at, c.due_branch_id, c.on_vehicle_id, c.on_vehicle_since, c.agreed_total)
        is distinct from (a.ends_at, a.return_branch_id, a.vehicle_id, a.vehicle_since, a.total)`,
  'an invoice whose lines do not add up': `
    select i.id from public.invoices i where i.issued_at is not null
      and i.total <> (select coalesce(sum(l.amount), 0) from public.invoice_lines l where l.invoice_id = i.id)`,
  'an invoice of which more was credited than billed': `
    select i.id from public.invoices i
      where i.total < (select sum(n.total) from public.invoices n where n.corrects_id = i.id and n.issued_at is not null)`,
  'a drawer that does not add up': `
    select s.id from public.cash_sessions s where s.closed_at is not null
      and s.expected <> s.opening_float + (select coalesce(sum(case when m.kind in ('payment', 'deposit_in', 'paid_in')
        then m.amount else -m.amount end), 0) from public.cash_movements m where m.session_id = s.id)`,
  'cash that is not that of its payment': `
    select m.id from public.cash_movements m join public.payments p on p.id = m.payment_id where m.amount <> p.amount`,
  'a deposit settled in part': `
    select d.id from public.deposits d where d.settled_at is not null and d.released + d.kept <> d.amount`,
} as const;
