-- The pick-ups of a day are few among the reservations of months: found by their day, not by looking at each (on a counter 9 ms of
-- every look at the desk). Serves all that the index by status alone did.
drop index public.contracts_by_status;
create index contracts_by_status on public.contracts (status, company_id, starts_at);
comment on index public.contracts_by_status is 'Serves the desk: what is out, due or reserved, and what is fetched today.';
