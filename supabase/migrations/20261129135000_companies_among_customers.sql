-- Companies are few among a hundred thousand customers, and are asked for by themselves.
create index customers_by_kind on public.customers (kind);
comment on index public.customers_by_kind is 'Serves the list of the companies among the customers.';
