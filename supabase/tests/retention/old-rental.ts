import type pg from 'pg';
import { alpina, demoPeople } from '../../seeds/demo-people.ts';

export interface OldRental {
  readonly customerId: string;
  readonly contractId: string;
  readonly invoiceId: string;
}

/**
 * A finished rental of a new customer, long ago: written past the rules, which take no fact of so long ago. The invoice is
 * issued on the day of the return, and paid.
 */
export async function oldRental(
  client: pg.ClientBase,
  { returnedAt, paid = true }: { readonly returnedAt: string; readonly paid?: boolean },
): Promise<OldRental> {
  const ids = {
    customerId: crypto.randomUUID(),
    contractId: crypto.randomUUID(),
    invoiceId: crypto.randomUUID(),
  };
  const { rows } = await client.query<{ id: string; category_id: string; plate: string }>(
    'select id, category_id, plate from vehicles where company_id = $1 order by id limit 1',
    [alpina.id],
  );
  const [vehicle] = rows;
  if (!vehicle) throw new Error('the demo has no vehicle');
  const running = String(Math.floor(Math.random() * 1e9)).padStart(9, '0');
  await client.query('set session_replication_role = replica');
  const put = async (table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
    const columns = Object.keys(row);
    await client.query(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(row),
    );
  };
  const own = { company_id: alpina.id, created_at: returnedAt };
  const at = { branch_id: alpina.branches.zurich, counter_id: alpina.counters.zurichA };
  const clerk = { clerk_id: demoPeople.zurich.id };
  const price = {
    position: 1,
    kind: 'rental',
    label: 'Miete',
    unit_price: 10_000,
    amount: 10_000,
    vat_rate: 810,
  };
  const driver = { first_name: 'Eva', last_name: 'Muster' };
  await put('customers', {
    ...own,
    ...driver,
    id: ids.customerId,
    street: 'Seeweg',
    town: 'Thun',
    phone: '+41790000000',
    email: 'eva@example.ch',
    born_on: '1980-05-05',
    licence_number: '003700000001',
    licence_since: '2000-01-01',
  });
  await put('contracts', {
    ...own,
    ...at,
    ...clerk,
    id: ids.contractId,
    return_branch_id: at.branch_id,
    number: `ZRH-A-14-${running}`,
    status: 'closed',
    customer_id: ids.customerId,
    customer_name: 'Muster, Eva',
    category_id: vehicle.category_id,
    vehicle_id: vehicle.id,
    plate: vehicle.plate,
    starts_at: new Date(Date.parse(returnedAt) - 86_400_000).toISOString(),
    ends_at: returnedAt,
    returned_at: returnedAt,
    closed_at: returnedAt,
    total: 10_000,
    signature: '{}',
    signed_name: 'Eva Muster',
    signed_at: returnedAt,
  });
  await put('contract_drivers', {
    ...own,
    ...driver,
    id: crypto.randomUUID(),
    contract_id: ids.contractId,
    is_main: true,
    born_on: '1980-05-05',
    licence_number: '003700000001',
    licence_category: 'B',
    licence_since: '2000-01-01',
  });
  await put('contract_lines', { ...own, ...price, id: crypto.randomUUID(), contract_id: ids.contractId });
  const day = returnedAt.slice(0, 10);
  await put('invoices', {
    ...own,
    ...at,
    ...clerk,
    id: ids.invoiceId,
    contract_id: ids.contractId,
    customer_id: ids.customerId,
    number: `ZRH-A-14-R${running}`,
    recipient: '{"name":"Eva Muster"}',
    issued_on: day,
    due_on: day,
    service_from: day,
    service_to: day,
    total: 10_000,
    vat_total: 749,
    reference: `RF18${running}`,
    issued_at: returnedAt,
  });
  await put('invoice_lines', { ...own, ...price, id: crypto.randomUUID(), invoice_id: ids.invoiceId });
  if (paid) {
    await put('payments', {
      ...own,
      ...at,
      ...clerk,
      id: crypto.randomUUID(),
      contract_id: ids.contractId,
      invoice_id: ids.invoiceId,
      kind: 'payment',
      method: 'card',
      amount: 10_000,
      paid_at: returnedAt,
    });
  }
  await client.query('reset session_replication_role');
  return ids;
}
