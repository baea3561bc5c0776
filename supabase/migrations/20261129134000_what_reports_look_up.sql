-- The utilisation of a period looks at what came back since it began, not at ten years of rentals.
create index contracts_by_return on public.contracts (returned_at);
comment on index public.contracts_by_return is 'Serves the reports: what came back in a period.';
create index payments_by_day on public.payments (paid_at);
comment on index public.payments_by_day is 'Serves the reports: what was paid in a period.';
