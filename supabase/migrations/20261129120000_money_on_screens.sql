-- What the cash desk and the list of bills look up, at the counter as here.

create index payments_by_counter on public.payments (counter_id, paid_at);
comment on index public.payments_by_counter is 'Serves what a counter took in a session of its drawer, for the cash report.';
create index invoices_by_counter on public.invoices (counter_id, issued_at);
comment on index public.invoices_by_counter is 'Serves what a counter sold in a session of its drawer, for the cash report.';
create index invoices_by_day on public.invoices (issued_on);
comment on index public.invoices_by_day is 'Serves the list of bills, the newest first.';
