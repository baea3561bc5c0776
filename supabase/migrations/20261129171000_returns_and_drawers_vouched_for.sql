-- The links of handovers and of closed drawers are proved by their rows, too, not only by their signatures.

alter function private.audit_content(text, uuid) rename to audit_content_of_papers;

create function private.audit_content(p_kind text, p_subject uuid) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return case p_kind
    when 'handover.signed' then (
      select jsonb_build_object('id', h.id, 'contract_id', h.contract_id, 'at', private.as_instant(h.handed_over_at),
        'odometer_km', h.odometer_km, 'fuel_eighths', h.fuel_eighths, 'signature', h.signature,
        'damages', coalesce((
          select jsonb_agg(d.id order by d.id) from public.damages d where d.handover_id = h.id), '[]'),
        'repaired', coalesce((
          select jsonb_agg(d.id order by d.id) from public.damages d
          where d.vehicle_id = h.vehicle_id and d.repaired_at = h.handed_over_at), '[]'))
      from public.handovers h where h.id = p_subject
        -- Of two returns only the first says when a damage was repaired (keep_first_repair).
        and not (h.kind = 'check_in' and h.amendment_id is null
          and private.is_another_return(h.contract_id, h.company_id, h.handed_over_at)))
    when 'cash_session.closed' then (
      select jsonb_build_object(
        'session', jsonb_build_object('id', s.id, 'number', s.number, 'currency', s.currency,
          'opened_at', private.as_instant(s.opened_at), 'opened_by', s.opened_by, 'opening_float', s.opening_float,
          'closed_at', private.as_instant(s.closed_at), 'closed_by', s.closed_by, 'counted_total', s.counted_total,
          'expected', s.expected, 'difference_reason', s.difference_reason, 'to_bank', s.to_bank, 'counted', s.counted),
        'movements', coalesce((
          select jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'amount', m.amount) order by m.id)
          from public.cash_movements m where m.session_id = s.id), '[]'))
      from public.cash_sessions s where s.id = p_subject and s.closed_at is not null)
    else private.audit_content_of_papers(p_kind, p_subject)
  end;
end $$;
comment on function private.audit_content(text, uuid) is
  'What a link vouches for, from the rows as they are now; null where there are none, or where they may no longer be kept.';
comment on function private.audit_content_of_papers(text, uuid) is 'The same of contracts, amendments and invoices.';

revoke execute on all functions in schema private from public;
