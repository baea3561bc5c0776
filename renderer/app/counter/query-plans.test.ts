import type { Compilable } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant, isoDay } from '#shared/time/instant.ts';
import { type TestCounter, openCounter } from '#sync/replica/host/testing/open-counter.ts';
import { counterSchema } from '#sync/schema/counter-schema.ts';
import { freeVehicles } from '../fleet/free-vehicles.ts';
import { contractsOf, customerList, invoicesOf } from '../../customers/customer-queries.ts';
import { contractsOfVehicle, outNow } from '../../fleet/fleet-queries.ts';
import { fleetCounts, pickUps, returns } from '../../desk/desk-queries.ts';
import {
  fleetVehicles,
  holdsFrom,
  plannedContracts,
  plannedOf,
  transfersFrom,
} from '../fleet/occupation-queries.ts';
import { openReservation } from '../../reservations/gather-reservation.ts';
import {
  bills,
  linesBilled,
  openBills,
  paymentsOf,
  rentalsReturned,
  rentalsUnderWay,
} from '../../reports/read-report.ts';
import { contractOut } from '../contracts/contract-out.ts';
import { amendmentsOf } from '../contracts/signed-contract-of.ts';
import { lastLink } from './append-audit.ts';
import { openConflicts, openRefusals } from '../attention/attention-queries.ts';
import { waitingEntries } from '../../bank/bank-queries.ts';
import { closings } from '../../cash/cash-queries.ts';
import { openFines } from '../../fines/fine-queries.ts';
import { invoiceList } from '../../invoices/invoice-queries.ts';
import { drawerMovements, openSessionOf } from '../billing/drawer.ts';
import type { Rows } from './counter.ts';
import { rowsOf } from './rows-of.ts';

/** Tables that grow with every rental. A query of a screen may look rows up in them, never walk through them. */
const growing = [
  'amendments',
  'audit_events',
  'contract_drivers',
  'contract_lines',
  'contracts',
  'customers',
  'documents',
  'handovers',
  'invoice_lines',
  'invoices',
  'payments',
];

let replica: TestCounter;
let rows: Rows;

beforeAll(async () => {
  replica = await openCounter(counterSchema);
  rows = rowsOf(replica.db);
});

afterAll(() => replica.close());

const until = instant('2026-11-20T23:00:00Z');
const anyBill = { branchId: null, text: '', today: isoDay('2026-11-20') };

test.each<[string, (all: Rows) => Compilable]>([
  ['pick-ups', (all) => pickUps(all, 'branch', until)],
  ['returns', (all) => returns(all, 'branch', until)],
  ['counts of the fleet', (all) => fleetCounts(all, 'branch')],
  ['free vehicles', (all) => freeVehicles(all, 'branch')],
  ['the plan', plannedContracts],
  ['the plans of a vehicle', (all) => plannedOf(all, 'vehicle')],
  ['amendments of a contract', (all) => amendmentsOf(all, 'contract')],
  ['with whom a vehicle is out', (all) => contractOut(all, 'vehicle')],
  ['contracts of a vehicle', (all) => contractsOfVehicle(all, 'vehicle', 30)],
  ['the fleet', fleetVehicles],
  ['holds', (all) => holdsFrom(all, until)],
  ['transfers', (all) => transfersFrom(all, until)],
  ['a reservation', (all) => openReservation(all, 'contract')],
  ['the bills', (all) => invoiceList(all, { ...anyBill, state: 'all' })],
  ['the open bills', (all) => invoiceList(all, { ...anyBill, state: 'open' })],
  ['the overdue bills', (all) => invoiceList(all, { ...anyBill, state: 'overdue' })],
  ['the open drawer', (all) => openSessionOf(all, 'counter')],
  ['the movements of a drawer', (all) => drawerMovements(all, 'session')],
  ['closed drawers', (all) => closings(all, 'counter')],
  ['what the bank told', waitingEntries],
  ['open fines', openFines],
  ['contracts of a customer', (all) => contractsOf(all, ['customer'])],
  ['bills of a customer', (all) => invoicesOf(all, ['customer'])],
  ['what is out of the fleet', outNow],
  ['rentals under way', (all) => rentalsUnderWay(all, until)],
  ['rentals that came back', (all) => rentalsReturned(all, until, until)],
  ['bills of a period', (all) => bills(all, anyBill.today, anyBill.today)],
  ['billed lines of a period', (all) => linesBilled(all, anyBill.today, anyBill.today)],
  ['bills that may be open', openBills],
  ['payments of a period', (all) => paymentsOf(all, until, until)],
  ['conflicts', openConflicts],
  ['refusals', openRefusals],
  ['the last audit link', (all) => lastLink(all, 'counter')],
])('%s walk through no table that grows with the years', async (_name, make) => {
  const { sql, parameters } = make(rows).compile();
  const plan = await replica.db.getAll<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, [...parameters]);
  expect(plan.length).toBeGreaterThan(0);
  const walked = plan
    .map(({ detail }) => /^SCAN ps_data__(\w+)/.exec(detail)?.[1])
    .filter((table) => table !== undefined && growing.includes(table));
  expect(walked).toEqual([]);
});

test('what came back in a period is found by when it came back, not among everything that was ever closed', async () => {
  const { sql, parameters } = rentalsReturned(rows, until, until).compile();
  const plan = await replica.db.getAll<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, [...parameters]);
  expect(plan.map(({ detail }) => detail).join()).toContain('contracts_by_return');
});

test('the newest contracts of a vehicle are met on the way down an index, not sorted out of all of them', async () => {
  const { sql, parameters } = contractsOfVehicle(rows, 'vehicle', 30).compile();
  const plan = await replica.db.getAll<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, [...parameters]);
  const details = plan.map(({ detail }) => detail);
  const rented = details.slice(details.indexOf('CO-ROUTINE rented') + 1, details.indexOf('SCAN rented'));
  expect(rented.join()).toContain('contracts_by_vehicle');
  expect(rented.join()).not.toContain('TEMP B-TREE');
});

test('companies are found by their kind; persons are met on the way down the ids', async () => {
  const planOf = async (filter: 'companies' | 'persons'): Promise<string> => {
    const { sql, parameters } = customerList(rows, {
      text: '',
      filters: [filter],
      atMost: 500,
      sort: null,
    }).compile();
    const plan = await replica.db.getAll<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, [...parameters]);
    return plan.map(({ detail }) => detail).join('; ');
  };
  expect(await planOf('companies')).toContain('customers_by_kind');
  expect(await planOf('persons')).not.toContain('customers_by_kind');
  expect(await planOf('persons')).not.toContain('TEMP B-TREE');
});
