-- Who cannot settle a refused change hands it over: to somebody by name, with what they should know.

alter table public.refused_changes
  add column handed_to uuid,
  add column handed_by uuid,
  add column handed_at timestamptz,
  add column handed_note public.long_text,
  add constraint handed_over_with_a_word check (num_nulls(handed_to, handed_by, handed_at, handed_note) in (0, 4)
    and handed_note <> ''),
  add constraint handed_to_the_company foreign key (company_id, handed_to) references public.users (company_id, id),
  add constraint handed_by_the_company foreign key (company_id, handed_by) references public.users (company_id, id);
comment on column public.refused_changes.handed_to is 'Who should settle it now; null while it is everybody''s who works at its counter.';
comment on column public.refused_changes.handed_by is 'Who handed it over last.';
comment on column public.refused_changes.handed_at is 'When.';
comment on column public.refused_changes.handed_note is 'What they should know.';

create function private.guard_handed_over() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if not exists (
    select from public.users u
    where u.id = new.handed_to and u.company_id = new.company_id and u.is_active and u.role <> 'viewer'
  ) then
    perform private.refuse('addressee_cannot', 'It can be handed to people who work here and may write.');
  end if;
  return new;
end $$;
comment on function private.guard_handed_over() is 'A refused change is handed to somebody who can do something about it.';
create trigger guard_handed_over before update on public.refused_changes
  for each row when (new.handed_to is not null and new.handed_to is distinct from old.handed_to)
  execute function private.guard_handed_over();
grant update (handed_to, handed_by, handed_at, handed_note) on public.refused_changes to authenticated;
revoke execute on function private.guard_handed_over() from public;
