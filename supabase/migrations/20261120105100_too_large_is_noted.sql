-- Transactions have a size since 20261120103000; who goes beyond it is noted like who goes beyond the others.
create or replace function private.watch_refusals() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  looked_at constant integer := 50;
  tolerated constant integer := 10;
  v_op jsonb;
  v_foreign jsonb;
  v_code text;
  v_times bigint;
begin
  if new.code in ('not_allowed', 'row_missing', 'missing_reference', 'already_exists', 'rule_broken', 'foreign_number')
    and jsonb_typeof(new.payload) = 'array' then
    for v_op in select value from jsonb_array_elements(new.payload) limit looked_at loop
      v_foreign := private.foreign_row(v_op, new.company_id);
      exit when v_foreign is not null;
    end loop;
  end if;
  v_code := case
    when v_foreign ->> 'field' = 'company_id' then 'foreign_company'
    when v_foreign is not null then 'foreign_row'
    when new.message like '%\_lie\_in\_their\_company%' then 'foreign_path'
    when new.code = 'foreign_number' then 'foreign_number'
    when new.code in ('unknown_table', 'unknown_column', 'unknown_operation') then 'unknown_name'
    when new.code in ('field_too_large', 'too_many_operations', 'transaction_too_large') or (new.code = 'bad_value' and new.whole_payload is not null)
      then 'oversized'
  end;
  if v_code is null and new.code = 'not_allowed' then
    select count(*) into v_times from (
      select from public.refused_changes r
      where r.user_id = new.user_id and r.code = 'not_allowed' and r.refused_at > now() - interval '1 hour' limit tolerated
    ) tried;
    v_code := case when v_times >= tolerated then 'not_allowed_repeatedly' end;
  end if;
  if v_code is not null then
    perform private.note_security_event('suspicious_access', v_code,
      jsonb_build_object('refusal', new.id, 'counter', new.counter_id, 'code', new.code) || coalesce(v_foreign, '{}'),
      new.company_id, new.user_id);
  end if;
  return null;
end $$;
