import type pg from 'pg';
import type { StreamClient } from './testing-client.ts';

export type Rows = Map<string, Record<string, unknown>>;

const companyTables = [
  'branches',
  'users',
  'counters',
  'customers',
  'vehicle_categories',
  'vehicles',
  'rates',
  'contracts',
  'contract_drivers',
  'contract_lines',
  'handovers',
  'invoices',
  'invoice_lines',
  'payments',
  'documents',
  'conflicts',
  'refused_changes',
  'audit_events',
] as const;

/** Every row of a company that a counter has, by table and id, with JSON parsed. */
export function received(stream: StreamClient): Record<string, Rows> {
  return Object.fromEntries(companyTables.map((table) => [table, parsed(stream.rows(table))]));
}

/** The same, out of Postgres, but for the archive: integers for booleans, moments in milliseconds, without what must not leave the server. */
export async function inPostgres(database: pg.Pool, companyId: string): Promise<Record<string, Rows>> {
  const tables: [string, Rows][] = [];
  for (const table of companyTables) {
    const { rows } = await database.query<{ id: string; row: Record<string, unknown> }>(
      `select id, to_jsonb(t) - 'whole_payload' as row from public.${table} t
       where company_id = $1 and to_jsonb(t) ->> 'shelf' is distinct from 'archive'`,
      [companyId],
    );
    tables.push([table, new Map(rows.map(({ id, row }) => [id, mapped(row, shown)]))]);
  }
  return Object.fromEntries(tables);
}

function parsed(rows: Rows): Rows {
  return new Map([...rows].map(([id, row]) => [id, mapped(row, fromJson)]));
}

function mapped(row: Record<string, unknown>, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, change(value)]));
}

function fromJson(value: unknown): unknown {
  return typeof value === 'string' && /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value;
}

function shown(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return new Date(value).toISOString();
  return value;
}
