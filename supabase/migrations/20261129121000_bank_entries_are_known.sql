-- A counter knows what it imported, matched or not, for 13 months: a file that overlaps an earlier one is told from it without a line.
-- What is older is the archive's; a bank gives no such file again, and if it does the key is still booked once.

alter table public.bank_entries
  add column shelf text not null default 'open' constraint bank_entries_shelf check (shelf in ('open', 'archive'));
comment on column public.bank_entries.shelf is 'archive: settled, and booked more than 13 months ago. Kept by the server.';
create index bank_entries_on_shelves on public.bank_entries (booked_on) where shelf = 'open';
comment on index public.bank_entries_on_shelves is '@server-only: serves shelve_bank_entries.';

revoke insert on public.bank_entries from authenticated;
grant insert (id, company_id, import_id, dedupe_key, account, booked_on, currency, amount, reference, debtor_name, text, outcome,
  invoice_id, payment_id, note, created_at) on public.bank_entries to authenticated;

create function private.shelve_bank_entries(at timestamptz default now()) returns bigint
language plpgsql set search_path = ''
as $$
declare
  v_moved bigint;
begin
  update public.bank_entries e set shelf = 'archive'
  where e.shelf = 'open' and e.outcome in ('matched', 'ignored') and e.booked_on < (at - interval '13 months')::date;
  get diagnostics v_moved = row_count;
  return v_moved;
end $$;
comment on function private.shelve_bank_entries(timestamptz) is
  'Takes settled bank entries from the counters 13 months after they were booked. Returns how many.';
revoke execute on function private.shelve_bank_entries(timestamptz) from public;
insert into private.jobs (name, position) select 'shelve_bank_entries', max(position) + 1 from private.jobs;
