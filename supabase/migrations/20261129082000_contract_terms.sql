-- A contract keeps what was agreed: what was asked of which price list, and the answer. A changed list never changes it; an
-- extension, an exchange or a return is priced with the list in here, years later too.

alter table public.contracts add column terms jsonb
  constraint terms_are_an_object check (jsonb_typeof(terms) = 'object' and octet_length(terms::text) <= 262144);
comment on column public.contracts.terms is
  'What the parties agreed, with the price list it was priced by (shared/contracts/signed-contract.ts, ContractTerms). Null until it is signed, and in contracts signed before this was kept. Frozen with the signature, vouched for by the audit link.';

grant update (terms) on public.contracts to authenticated;

create or replace function private.audit_content(p_kind text, p_subject uuid) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return case p_kind
    when 'contract.signed' then (
      select jsonb_build_object(
        'contract', jsonb_build_object('id', c.id, 'number', c.number, 'customer_id', c.customer_id,
          'customer_name', c.customer_name, 'vehicle_id', c.vehicle_id, 'plate', c.plate,
          'starts_at', private.as_instant(c.starts_at), 'ends_at', private.as_instant(c.ends_at), 'currency', c.currency,
          'total', c.total, 'deposit', c.deposit, 'deductible', c.deductible, 'kilometres_included', c.kilometres_included,
          'extra_kilometre_price', c.extra_kilometre_price, 'signature', c.signature, 'signed_name', c.signed_name,
          'signed_at', private.as_instant(c.signed_at), 'clerk_id', c.clerk_id),
        'lines', coalesce((
          select jsonb_agg(jsonb_build_object('position', l.position, 'kind', l.kind, 'label', l.label,
            'explanation', l.explanation, 'quantity', l.quantity, 'unit_price', l.unit_price, 'amount', l.amount,
            'vat_kind', l.vat_kind, 'vat_rate', l.vat_rate) order by l.position)
          from public.contract_lines l where l.contract_id = c.id), '[]'),
        'drivers', coalesce((
          select jsonb_agg(jsonb_build_object('first_name', d.first_name, 'last_name', d.last_name, 'born_on', d.born_on,
            'licence_number', d.licence_number, 'licence_category', d.licence_category, 'licence_since', d.licence_since)
            order by d.id)
          from public.contract_drivers d where d.contract_id = c.id), '[]'))
        -- What was signed before contracts kept their terms vouches for no terms.
        || case when c.terms is null then '{}' else jsonb_build_object('terms', c.terms) end
      from public.contracts c where c.id = p_subject
        and not exists (select from public.contract_drivers d where d.contract_id = c.id and d.masked_at is not null))
    when 'invoice.issued' then (
      select jsonb_build_object(
        'invoice', jsonb_build_object('id', i.id, 'number', i.number, 'contract_id', i.contract_id,
          'customer_id', i.customer_id, 'recipient', i.recipient, 'currency', i.currency, 'issued_on', i.issued_on,
          'due_on', i.due_on, 'service_from', i.service_from, 'service_to', i.service_to, 'total', i.total,
          'vat_total', i.vat_total, 'reference', i.reference, 'issued_at', private.as_instant(i.issued_at),
          'clerk_id', i.clerk_id),
        'lines', coalesce((
          select jsonb_agg(jsonb_build_object('position', l.position, 'kind', l.kind, 'label', l.label,
            'explanation', l.explanation, 'quantity', l.quantity, 'unit_price', l.unit_price, 'amount', l.amount,
            'vat_kind', l.vat_kind, 'vat_rate', l.vat_rate) order by l.position)
          from public.invoice_lines l where l.invoice_id = i.id), '[]'))
      from public.invoices i where i.id = p_subject)
  end;
end $$;

revoke execute on all functions in schema private from public;
