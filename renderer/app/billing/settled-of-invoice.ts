import { sql } from 'kysely';
import type { Rappen } from '#shared/money/rappen.ts';

/** What was paid of the bill of a query over `invoices`, less what was given back. */
export const paidOfInvoice = sql<Rappen>`(select coalesce(sum(case p.kind when 'payment' then p.amount when 'refund' then -p.amount else 0 end), 0)
    from payments p where p.invoice_id = invoices.id)`;

/** What was credited of the bill of a query over `invoices`. */
export const creditedOfInvoice = sql<Rappen>`(select coalesce(sum(n.total), 0) from invoices n where n.corrects_id = invoices.id and n.issued_at is not null)`;
