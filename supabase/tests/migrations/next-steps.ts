import type { Operation } from '../person.ts';
import { rowId, sender } from './fill-releases.ts';

type Data = NonNullable<Operation['data']>;

const moment = new Date().toISOString();
const place = { company_id: sender.companyId, counter_id: sender.counterId, clerk_id: sender.userId };
const contract = (n: number, data: Data): Operation => ({
  op: 'PATCH',
  table: 'contracts',
  id: rowId('contract', 1, n),
  data,
});

/** What a counter does next with rows of the first release, one thing of each kind: a name, and what it sends. */
export const nextSteps: readonly (readonly [string, readonly Operation[]])[] = [
  [
    'a renter is changed',
    [
      {
        op: 'PATCH',
        table: 'customers',
        id: rowId('customer', 1, 2),
        data: { note: 'neu', customer_group: 'regular' },
      },
    ],
  ],
  [
    'a rate is changed',
    [
      {
        op: 'PATCH',
        table: 'rates',
        id: rowId('rate', 1, 1),
        data: { day_price: 1, week_price: 5, week_kilometres: 9 },
      },
    ],
  ],
  [
    'a quote is reserved',
    [
      contract(1, {
        status: 'reserved',
        vehicle_id: rowId('vehicle', 1, 4),
        plate: 'ZH 4',
        starts_at: moment,
        ends_at: '2027-02-01T00:00:00Z',
      }),
    ],
  ],
  ['a reservation is called off', [contract(2, { status: 'void' })]],
  [
    'a reservation is handed over and signed',
    [
      {
        op: 'PUT',
        table: 'handovers',
        id: crypto.randomUUID(),
        data: {
          ...place,
          contract_id: rowId('contract', 1, 12),
          vehicle_id: rowId('vehicle', 1, 12),
          kind: 'check_out',
          handed_over_at: moment,
          odometer_km: 1,
          fuel_eighths: 8,
        },
      },
      contract(12, { status: 'out', signed_at: moment, signed_name: 'Anna', signature: '{"strokes":[]}' }),
    ],
  ],
  [
    'a car comes back',
    [
      {
        op: 'PUT',
        table: 'handovers',
        id: crypto.randomUUID(),
        data: {
          ...place,
          contract_id: rowId('contract', 1, 10),
          vehicle_id: rowId('vehicle', 1, 10),
          kind: 'check_in',
          handed_over_at: moment,
          odometer_km: 9_999_999,
          fuel_eighths: 0,
        },
      },
      contract(10, { status: 'returned', returned_at: moment }),
    ],
  ],
  ['a rental is closed', [contract(6, { status: 'closed', closed_at: moment })]],
  [
    'a bill that was being written is issued',
    [{ op: 'PATCH', table: 'invoices', id: rowId('invoice', 1, 2), data: { issued_at: moment } }],
  ],
  [
    'a bill of then is credited',
    [
      {
        op: 'PUT',
        table: 'invoices',
        id: rowId('credit', 1),
        data: {
          ...place,
          branch_id: rowId('branch', 1, 1),
          customer_id: rowId('customer', 1, 1),
          number: 'ABX-A-26-R00009',
          recipient: '{}',
          issued_on: '2026-11-20',
          due_on: '2026-11-20',
          service_from: '2026-11-20',
          service_to: '2026-11-20',
          total: 100,
          vat_total: 7,
          kind: 'credit_note',
          corrects_id: rowId('invoice', 1, 1),
        },
      },
      {
        op: 'PUT',
        table: 'invoice_lines',
        id: crypto.randomUUID(),
        data: {
          company_id: sender.companyId,
          invoice_id: rowId('credit', 1),
          position: 1,
          kind: 'rental',
          label: 'Gutschrift',
          unit_price: 100,
          amount: 100,
          vat_rate: 810,
        },
      },
      { op: 'PATCH', table: 'invoices', id: rowId('credit', 1), data: { issued_at: moment } },
    ],
  ],
  [
    'a conflict is settled',
    [
      {
        op: 'PATCH',
        table: 'conflicts',
        id: 'the open one',
        data: { settled_at: moment, settled_by: sender.userId, settled_reason: 'besprochen' },
      },
    ],
  ],
  [
    'a refusal is settled',
    [
      {
        op: 'PATCH',
        table: 'refused_changes',
        id: rowId('refusal', 1, 3),
        data: { settled_at: moment, settled_by: sender.userId },
      },
    ],
  ],
];
