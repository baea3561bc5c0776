-- What the cash desk and the list of bills look up, at the counter as here.

create index payments_by_counter on public.payments (counter_id, paid_at);
comment on index public.payments_by_counter is 'Serves what a counter took in a session of its drawer, for the cash report.';
create index invoices_by_counter on public.invoices (counter_id, issued_at);
comment on index public.invoices_by_counter is 'Serves what a counter sold in a session of its drawer, for the cash report.';
create index invoices_by_day on public.invoices (issued_on);
comment on index public.invoices_by_day is 'Serves the list of bills, the newest first.';
create index invoices_by_shelf on public.invoices (shelf, due_on);
comment on index public.invoices_by_shelf is 'Serves the bills that are open, and how old they are.';

-- Who pays at the counter is given a receipt, under a number of the counter's own series.
alter table public.payments
  add column receipt text constraint receipts_are_of_a_series check (receipt ~ '^[A-Z]{3}-[A-Z]-[0-9]{2}-Q[0-9]{5,9}$'),
  add constraint receipt_numbers_are_unique unique (receipt, company_id);
comment on column public.payments.receipt is 'The number of the receipt that was given for it; null where none was.';
create function private.guard_receipt() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.check_number(new.receipt, new.counter_id, new.company_id);
  return new;
end $$;
comment on function private.guard_receipt() is 'The number of a receipt is of the series of its counter.';
create trigger guard_receipt before insert on public.payments
  for each row when (new.receipt is not null) execute function private.guard_receipt();
grant insert (receipt) on public.payments to authenticated;
revoke execute on function private.guard_receipt() from public;
