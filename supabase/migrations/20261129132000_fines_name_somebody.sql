-- A letter that names a driver gives their address (OBG 7(4)), which is not always that of the renter: it is kept as it was given.

alter table public.fines
  add column named jsonb constraint named_people_have_an_address check (
    named is null or named ?& array['role', 'name', 'street', 'building_number', 'postal_code', 'town', 'country']);
comment on column public.fines.named is 'Who was named to the authority, and how: role (driver, renter), name and address, as in the letter.';
grant insert (named), update (named) on public.fines to authenticated;
