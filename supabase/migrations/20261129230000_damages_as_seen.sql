-- What stood on the sketch when a vehicle changed hands is kept with the signature (ADR 17). The file of the vehicle goes on: what is
-- mended leaves the counters, and what another counter found without a line comes in later with an earlier date. What was seen and signed is neither.

alter table public.handovers add column damages jsonb
  constraint damages_are_a_list check (jsonb_typeof(damages) = 'array' and octet_length(damages::text) <= 300000);
comment on column public.handovers.damages is
  'The damages on the sketch at this moment, in the order of the paper: [{"id", "view", "x", "y", "kind", "size", "note", "found_at", "status"}] (shared/contracts/damages-on-sketch.ts). Null where it was handed over before this was kept: then the papers ask the file of the vehicle. Vouched for by the link of the handover, or of the contract it began.';
grant insert (damages) on public.handovers to authenticated;

-- Nothing is cast unseen: what is wrong must be refused with this sentence, and not with one of Postgres'.
create function private.is_damage_on_sketch(damage jsonb) returns boolean
language plpgsql stable set search_path = ''
as $$
begin
  if jsonb_typeof(damage) <> 'object' then
    return false;
  end if;
  return coalesce((select array_agg(k.key order by k.key collate "C") from jsonb_object_keys(damage) k (key))
      = array['found_at', 'id', 'kind', 'note', 'size', 'status', 'view', 'x', 'y']
    and (select bool_and(jsonb_typeof(p.value) = case when p.key in ('x', 'y') then 'number' else 'string' end) from jsonb_each(damage) p)
    and damage ->> 'id' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    and damage ->> 'view' in ('front', 'rear', 'left', 'right', 'top')
    and damage ->> 'x' ~ '^([0-9]{1,3}|1000)$'
    and damage ->> 'y' ~ '^([0-9]{1,3}|1000)$'
    and damage ->> 'kind' in ('scratch', 'dent', 'crack', 'stone_chip', 'missing', 'stain', 'other')
    and damage ->> 'size' in ('small', 'medium', 'large')
    and char_length(damage ->> 'note') <= 200
    and damage ->> 'status' in ('known', 'new', 'repaired')
    and case when pg_input_is_valid(damage ->> 'found_at', 'timestamptz')
      then private.as_instant((damage ->> 'found_at')::timestamptz) = damage ->> 'found_at' end, false);
end $$;
comment on function private.is_damage_on_sketch(jsonb) is 'Whether this is a damage as handovers keep it, with all of its members and no other.';

create function private.guard_damages_on_sketch() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  -- More than anybody sees on a sketch: a counter that knows of more keeps no list.
  most constant integer := 200;
begin
  if jsonb_typeof(new.damages) <> 'array' then
    perform private.refuse('damages_malformed', 'The damages of a handover are a list.');
  end if;
  if jsonb_array_length(new.damages) > most then
    perform private.refuse('damages_malformed', format('The list of a handover holds at most %s damages.', most));
  end if;
  if exists (select from jsonb_array_elements(new.damages) d (damage) where not private.is_damage_on_sketch(d.damage)) then
    perform private.refuse('damages_malformed', 'A damage of the handover has not the form that a paper needs.');
  end if;
  if (select count(distinct d.damage ->> 'id') from jsonb_array_elements(new.damages) d (damage)) < jsonb_array_length(new.damages) then
    perform private.refuse('damages_malformed', 'A damage stands in the list of the handover twice.');
  end if;
  return new;
end $$;
comment on function private.guard_damages_on_sketch() is
  'The list of a handover can be printed. Whether the damages are in the file is not asked: it is what was seen, whatever became of them.';
create trigger guard_damages_on_sketch before insert on public.handovers
  for each row when (new.damages is not null) execute function private.guard_damages_on_sketch();

-- A handover is vouched for with its list, and a contract with the list of the check-out that began it: they have one signature.
-- What was handed over before vouches for what it did.
create or replace function private.audit_content(p_kind text, p_subject uuid) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return case p_kind
    when 'contract.signed' then private.audit_content_of_papers(p_kind, p_subject) || coalesce((
      select jsonb_build_object('sketch', h.damages)
      from public.contracts c
      join public.handovers h on h.contract_id = c.id and h.company_id = c.company_id and h.vehicle_id = c.vehicle_id
      where c.id = p_subject and h.kind = 'check_out' and h.amendment_id is null and h.damages is not null), '{}')
    when 'handover.signed' then (
      select jsonb_build_object('id', h.id, 'contract_id', h.contract_id, 'at', private.as_instant(h.handed_over_at),
        'odometer_km', h.odometer_km, 'fuel_eighths', h.fuel_eighths, 'signature', h.signature,
        'damages', coalesce((
          select jsonb_agg(d.id order by d.id) from public.damages d where d.handover_id = h.id), '[]'),
        'repaired', coalesce((
          select jsonb_agg(d.id order by d.id) from public.damages d
          where d.vehicle_id = h.vehicle_id and d.repaired_at = h.handed_over_at), '[]'))
        || case when h.damages is null then '{}' else jsonb_build_object('sketch', h.damages) end
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

revoke execute on all functions in schema private from public;
