import type pg from 'pg';
import { alpina, demoPeople } from '../seeds/demo-people.ts';
import type { Operation } from './person.ts';

export interface WalkIn {
  readonly companyId: string;
  readonly branchId: string;
  readonly counterId: string;
  readonly clerkId: string;
  readonly customerId: string;
  readonly vehicle: { readonly id: string; readonly categoryId: string; readonly plate: string };
  readonly number: string;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly total?: number;
  readonly lineAmount?: number;
  readonly signedAt?: string;
}

/** So many days from now: facts are not taken when they are dated far off. */
export const moment = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** The operations of a signed walk-in contract, as a counter's transaction sends them: signed last. */
export function walkIn(facts: WalkIn): { readonly contractId: string; readonly ops: readonly Operation[] } {
  const contractId = crypto.randomUUID();
  const own = { company_id: facts.companyId };
  const total = facts.total ?? 23_700;
  return {
    contractId,
    ops: [
      {
        op: 'PUT',
        table: 'contracts',
        id: contractId,
        data: {
          ...own,
          branch_id: facts.branchId,
          return_branch_id: facts.branchId,
          counter_id: facts.counterId,
          number: facts.number,
          status: 'quote',
          customer_id: facts.customerId,
          customer_name: 'Brunner, Annalena',
          category_id: facts.vehicle.categoryId,
          vehicle_id: facts.vehicle.id,
          plate: facts.vehicle.plate,
          starts_at: facts.startsAt ?? moment(-4),
          ends_at: facts.endsAt ?? moment(-1),
          total,
          clerk_id: facts.clerkId,
        },
      },
      {
        op: 'PUT',
        table: 'contract_drivers',
        id: crypto.randomUUID(),
        data: {
          ...own,
          contract_id: contractId,
          is_main: 1,
          first_name: 'Annalena',
          last_name: 'Brunner',
          born_on: '1990-12-24',
          licence_number: '003784562001',
          licence_category: 'B',
          licence_since: '2009-03-01',
        },
      },
      {
        op: 'PUT',
        table: 'contract_lines',
        id: crypto.randomUUID(),
        data: {
          ...own,
          contract_id: contractId,
          position: 1,
          kind: 'rental',
          label: '3 Tage Miete',
          quantity: 1,
          unit_price: facts.lineAmount ?? total,
          amount: facts.lineAmount ?? total,
          vat_kind: 'standard',
          vat_rate: 810,
        },
      },
      {
        op: 'PATCH',
        table: 'contracts',
        id: contractId,
        data: {
          status: 'out',
          signature: '{"width":600,"height":180,"strokes":[[[1,1],[99,99]]]}',
          signed_name: 'Annalena Brunner',
          signed_at: facts.signedAt ?? moment(-4),
        },
      },
    ],
  };
}

/** A clerk of Zürich with the first customer and a vehicle that no contract has named yet. */
export async function freeWalkIn(sql: pg.Pool): Promise<Omit<WalkIn, 'number'>> {
  const { rows } = await sql.query<{ id: string; category_id: string; plate: string; customer_id: string }>(
    `select v.id, v.category_id, v.plate, c.id as customer_id from vehicles v, customers c
     where v.company_id = $1 and c.company_id = $1
       and not exists (select from contracts o where o.vehicle_id = v.id) limit 1`,
    [alpina.id],
  );
  const [row] = rows;
  if (!row) throw new Error('the demo company has no free vehicle');
  return {
    companyId: alpina.id,
    branchId: alpina.branches.zurich,
    counterId: alpina.counters.zurichA,
    clerkId: demoPeople.zurich.id,
    customerId: row.customer_id,
    vehicle: { id: row.id, categoryId: row.category_id, plate: row.plate },
  };
}
