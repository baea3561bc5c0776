-- A refused link belongs to the chain where an arrived one names it, directly or over others that were refused. It was taken in as
-- soon as any refused link named it: where a counter lost a transaction of several links, and began again at the same number, both
-- beginnings stood in the export, and a chain that was whole was reported broken.
create or replace function private.audit_links(p_company uuid, p_counter uuid, p_after bigint, p_at_most integer)
returns table (sequence bigint, link jsonb)
language plpgsql stable set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
    with recursive arrived as (
      select a.sequence, a.user_id::text, a.kind, a.subject_id::text, a.content_hash, private.as_instant(a.occurred_at) as occurred_at,
        a.previous_hash, a.hash, a.signature, a.public_key, true as has_arrived
      from public.audit_events a
      where a.company_id = p_company and a.counter_id = p_counter and a.sequence > p_after
      order by a.sequence limit p_at_most
    ), refused as (
      -- Sent twice, a link may lie in two refusals.
      select distinct on (r.sequence, r.hash) * from private.refused_links(p_company, p_counter) r
      order by r.sequence, r.hash
    ), missing as (
      -- What an arrived link names and the table does not have, and so on back from there.
      select a.sequence - 1 as sequence, a.previous_hash as hash from arrived a
      where not exists (select from public.audit_events e where e.counter_id = p_counter and e.sequence = a.sequence - 1)
      union
      select r.sequence - 1, r.previous_hash from missing m join refused r on r.sequence = m.sequence and r.hash = m.hash
      where not exists (select from public.audit_events e where e.counter_id = p_counter and e.sequence = r.sequence - 1)
    ), filled as (
      select * from arrived
      union all
      select r.sequence, r.user_id, r.kind, r.subject_id, r.content_hash, r.occurred_at, r.previous_hash, r.hash, r.signature,
        r.public_key, false
      from refused r join missing m on m.sequence = r.sequence and m.hash = r.hash
      where r.sequence > p_after
    )
    select f.sequence, jsonb_build_object('counterId', p_counter, 'userId', f.user_id, 'sequence', f.sequence,
      'kind', f.kind, 'subjectId', f.subject_id, 'contentHash', f.content_hash, 'occurredAt', f.occurred_at,
      'previousHash', f.previous_hash, 'hash', f.hash, 'keyId', coalesce(f.public_key, 'unsigned'),
      'signature', coalesce(f.signature, repeat('0', 128)))
      || case when c.content is null then '{}' else jsonb_build_object('content', c.content) end
    from filled f
    left join lateral (select case when f.has_arrived then private.audit_content(f.kind, f.subject_id::uuid) end as content) c
      on true
    order by f.sequence;
end $$;
