-- A counter knows what it imported, matched or not, for 13 months: a file that overlaps an earlier one is told from it without a line.
-- What is older is the archive's; a bank gives no such file again, and if it does the key is still booked once.

alter table public.bank_entries
  add column is_recent boolean not null default true;
comment on column public.bank_entries.is_recent is
  'Counters have it: to be settled, or booked in the last 13 months. Kept by the server.';
create index bank_entries_recent on public.bank_entries (booked_on) where is_recent;
comment on index public.bank_entries_recent is '@server-only: serves forget_bank_entries.';

revoke insert on public.bank_entries from authenticated;
grant insert (id, company_id, import_id, dedupe_key, account, booked_on, currency, amount, reference, debtor_name, text, outcome,
  invoice_id, payment_id, note, created_at) on public.bank_entries to authenticated;

create function private.forget_bank_entries(at timestamptz default now()) returns bigint
language plpgsql set search_path = ''
as $$
declare
  v_moved bigint;
begin
  update public.bank_entries e set is_recent = false
  where e.is_recent and e.outcome in ('matched', 'ignored') and e.booked_on < (at - interval '13 months')::date;
  get diagnostics v_moved = row_count;
  return v_moved;
end $$;
comment on function private.forget_bank_entries(timestamptz) is
  'Takes settled bank entries from the counters 13 months after they were booked. Returns how many.';
revoke execute on function private.forget_bank_entries(timestamptz) from public;
insert into private.jobs (name, position) select 'forget_bank_entries', max(position) + 1 from private.jobs;
