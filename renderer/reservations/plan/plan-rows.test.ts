import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rappen } from '#shared/money/rappen.ts';
import { type Instant, instant } from '#shared/time/instant.ts';
import type { ContractPlanRow, FleetRows, VehicleRow } from '../../app/fleet/occupation-queries.ts';
import { type Bar, lanesOf, planRows } from './plan-rows.ts';

const words = { hold: (reason: string) => reason, transfer: (to: string) => `→ ${to}` };
const now = instant('2026-11-20T12:00:00Z');

const vehicle = (id: string, changes: Partial<VehicleRow> = {}): VehicleRow => ({
  id,
  plate: `ZH ${id}`,
  make: 'Skoda',
  model: 'Fabia',
  status: 'active',
  branch_id: 'zrh',
  category_id: 'compact',
  category: 'Kompakt',
  ...changes,
});
const contract = (id: string, changes: Partial<ContractPlanRow> = {}): ContractPlanRow => ({
  id,
  status: 'reserved',
  number: null,
  customer_name: 'Weber, Eva',
  category_id: 'compact',
  vehicle_id: 'v1',
  branch_id: 'zrh',
  return_branch_id: 'zrh',
  starts_at: instant('2026-11-21T09:00:00Z'),
  ends_at: instant('2026-11-23T09:00:00Z'),
  total: rappen(0),
  ...changes,
});
const fleet: FleetRows = {
  vehicles: [
    vehicle('v1'),
    vehicle('v2', { branch_id: 'chur' }),
    vehicle('v3', { category_id: 'van', category: 'Bus' }),
  ],
  contracts: [
    contract('c1', {
      status: 'out',
      ends_at: instant('2026-11-20T09:00:00Z'),
      starts_at: instant('2026-11-18T09:00:00Z'),
    }),
    contract('c2'),
    contract('c3', { status: 'to_assign', vehicle_id: null }),
    contract('c4', { status: 'to_assign', vehicle_id: null, branch_id: 'chur' }),
    contract('c5', { status: 'quote', vehicle_id: null, starts_at: instant('2026-11-22T09:00:00Z') }),
  ],
  holds: [{ id: 'h1', vehicle_id: 'v3', reason: 'tyres', starts_at: now, ends_at: null, note: '' }],
  transfers: [],
};

test('rows are categories with what waits and their vehicles, of one branch', () => {
  const rows = planRows(fleet, { branchId: 'zrh', categoryId: null }, now, words);
  const seen = rows.map((row) =>
    row.kind === 'category'
      ? `${row.name} ${row.vehicles}/${row.unassigned}`
      : `${row.key}: ${row.bars.map(({ id, kind }) => `${id} ${kind}`).join(', ')}`,
  );
  expect(seen).toEqual([
    'Kompakt 1/1',
    'lane/compact/0: c3 to_assign',
    'lane/compact/1: c5 quote',
    'vehicle/v1: c1 overdue, c2 reserved',
    'Bus 1/0',
    'vehicle/v3: h1 hold',
  ]);
  const all = planRows(fleet, { branchId: null, categoryId: 'compact' }, now, words);
  expect(all.map(({ key }) => key)).toEqual([
    'category/compact',
    'lane/compact/0',
    'lane/compact/1',
    'lane/compact/2',
    'vehicle/v1',
    'vehicle/v2',
  ]);
});

test('what is overdue is taken until now', () => {
  const [bar] = planRows(fleet, { branchId: 'zrh', categoryId: 'compact' }, now, words).flatMap((row) =>
    row.kind === 'vehicle' ? row.bars : [],
  );
  expect(bar).toMatchObject({ kind: 'overdue', endsAt: '2026-11-20T09:00:00.000Z', takenUntil: now });
});

test('lanes keep bars apart, and there are no more than overlap at once', () => {
  const hours = fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 20 }));
  fc.assert(
    fc.property(fc.array(hours, { maxLength: 15 }), (spans) => {
      const at = (hour: number): Instant => instant(new Date(Date.parse(now) + hour * 3_600_000));
      const bars = spans
        .toSorted(([a], [b]) => a - b)
        .map(([from, length], index): Bar => ({
          id: `${index}`,
          kind: 'to_assign',
          tone: 'waiting',
          isMovable: true,
          title: '',
          vehicleId: null,
          categoryId: 'compact',
          startsAt: at(from),
          endsAt: at(from + length),
          takenUntil: at(from + length),
        }));
      const lanes = lanesOf(bars);
      expect(lanes.flat().length).toBe(bars.length);
      for (const lane of lanes) {
        for (const [index, bar] of lane.slice(1).entries()) {
          expect(bar.startsAt >= (lane[index]?.endsAt ?? '')).toBe(true);
        }
      }
      const most = Math.max(
        0,
        ...spans.map(
          ([from]) => spans.filter(([start, length]) => start <= from && from < start + length).length,
        ),
      );
      expect(lanes.length).toBe(most);
    }),
  );
});
