-- A conflict was known by its contracts alone. Since a bill without a contract can be in one, the first such conflict of anybody
-- kept every other from being raised, of any company, and had the payment refused that raised it.
--
-- Now by all that it concerns, and while it is open: what was settled and happens again is told again.
alter table public.conflicts drop constraint conflicts_contract_id_other_contract_id_kind_key;
create unique index conflicts_are_raised_once on public.conflicts
  (contract_id, other_contract_id, kind, invoice_id, customer_id, vehicle_id, company_id) nulls not distinct
  where settled_at is null;
comment on index public.conflicts_are_raised_once is 'Serves "on conflict do nothing" of the triggers: each conflict is open once.';
create index conflicts_by_contract on public.conflicts (contract_id);
comment on index public.conflicts_by_contract is 'Serves the conflicts of a contract, on its screen.';

create or replace function private.raise_void_invoice_paid() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  bill public.invoices;
  credited bigint;
begin
  select * into bill from public.invoices i where i.id = new.invoice_id and i.company_id = new.company_id;
  if new.kind = 'payment' and bill.id is not null then
    select coalesce(sum(i.total), 0) into credited from public.invoices i
      where i.corrects_id = bill.id and i.issued_at is not null;
    if bill.total > 0 and credited >= bill.total then
      -- Paid twice, it is one conflict over both amounts.
      insert into public.conflicts as open (company_id, kind, invoice_id, contract_id, details)
      values (new.company_id, 'void_invoice_paid', bill.id, bill.contract_id,
        jsonb_build_object('number', bill.number, 'amount', new.amount))
      on conflict (contract_id, other_contract_id, kind, invoice_id, customer_id, vehicle_id, company_id)
        where settled_at is null
      do update set details = jsonb_set(open.details, '{amount}',
        to_jsonb(coalesce((open.details ->> 'amount')::bigint, 0) + new.amount));
    end if;
  end if;
  return null;
end $$;
