-- An amendment is vouched for by a link of its own, and who joins by one is no part of what the link of the contract vouches for.

create function private.joins_by(d public.contract_drivers, a public.amendments) returns boolean
language sql stable set search_path = ''
as $$
  select d.joined_at is not null
    and a.changes @> jsonb_build_array(jsonb_build_object('kind', 'add_driver', 'driver', jsonb_build_object('id', d.id)))
$$;
comment on function private.joins_by(public.contract_drivers, public.amendments) is 'Whether this amendment is the one by which a driver joined.';

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
          from public.contract_drivers d where d.contract_id = c.id and d.joined_at is null), '[]'))
        -- What was signed before contracts kept their terms vouches for no terms.
        || case when c.terms is null then '{}' else jsonb_build_object('terms', c.terms) end
      from public.contracts c where c.id = p_subject
        and not exists (select from public.contract_drivers d where d.contract_id = c.id and d.joined_at is null and d.masked_at is not null))
    when 'amendment.signed' then (
      select jsonb_build_object(
        'amendment', jsonb_build_object('id', a.id, 'contract_id', a.contract_id, 'number', a.number, 'position', a.position,
          'follows', a.follows, 'vehicle_id', a.vehicle_id, 'vehicle_since', private.as_instant(a.vehicle_since),
          'category_id', a.category_id, 'return_branch_id', a.return_branch_id, 'ends_at', private.as_instant(a.ends_at),
          'total_before', a.total_before, 'total', a.total, 'signature', a.signature, 'signed_name', a.signed_name,
          'signed_at', private.as_instant(a.signed_at), 'clerk_id', a.clerk_id),
        'changes', a.changes,
        'terms', a.terms,
        -- Who joined by it.
        'drivers', coalesce((
          select jsonb_agg(jsonb_build_object('first_name', d.first_name, 'last_name', d.last_name, 'born_on', d.born_on,
            'licence_number', d.licence_number, 'licence_category', d.licence_category, 'licence_since', d.licence_since)
            order by d.id)
          from public.contract_drivers d where d.contract_id = a.contract_id and private.joins_by(d, a)), '[]'))
      from public.amendments a where a.id = p_subject
        and not exists (select from public.contract_drivers d
          where d.contract_id = a.contract_id and private.joins_by(d, a) and d.masked_at is not null))
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
