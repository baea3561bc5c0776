-- Damages are found at check-outs, too.

-- A damage found before a rental names its handover and no contract: it must not keep them beyond their ten years.
create or replace function private.remove_expired_documents(at timestamptz default now()) returns bigint
language plpgsql set search_path = ''
as $$
declare
  in_order constant text[] := array['documents', 'reminders', 'bank_entries', 'cash_movements', 'payments', 'deposits', 'fines',
    'invoices', 'photos', 'damages', 'handovers', 'amendments', 'contracts', 'cash_sessions', 'bank_imports'];
  today constant date := (at at time zone 'Europe/Zurich')::date;
  v_table text;
  v_parts text[];
  v_part text;
  v_day text;
  v_ids uuid[];
  total bigint := 0;
begin
  foreach v_table in array in_order loop
    v_parts := case v_table when 'invoices' then array['public.invoice_lines']
      when 'contracts' then array['public.contract_lines', 'public.contract_drivers', 'public.conflicts'] else '{}' end;
    v_day := case v_table when 'photos' then '(t.taken_at at time zone ''Europe/Zurich'')::date'
      when 'damages' then 'case when num_nonnulls(t.contract_id, t.handover_id, t.repaired_at) > 0 then (t.found_at at time zone ''Europe/Zurich'')::date end'
      else format('private.kept_day(%L, to_jsonb(t))', v_table) end;
    execute format('select array_agg(t.id) from public.%I t where private.kept_until(t.company_id, %s) < $1 and %s',
      v_table, v_day, private.nothing_hangs_on(v_table, v_parts)) into v_ids using today;
    continue when v_ids is null;
    foreach v_part in array v_parts loop
      if v_part = 'public.conflicts' then
        delete from public.conflicts c where c.contract_id = any (v_ids) or c.other_contract_id = any (v_ids);
      else
        execute format('delete from %s p where p.%I = any ($1)', v_part,
          case v_table when 'invoices' then 'invoice_id' else 'contract_id' end) using v_ids;
      end if;
    end loop;
    execute format('delete from public.%I t where t.id = any ($1)', v_table) using v_ids;
    total := total + cardinality(v_ids);
  end loop;
  return total;
end $$;

revoke execute on all functions in schema private from public;
