-- The fleet over time: plates with dates, holds, transfers, damage and photos; and handovers with all that both sides saw.

create extension if not exists btree_gist with schema extensions;

create type public.hold_reason as enum ('service', 'tyres', 'inspection', 'repair', 'other');
create type public.damage_view as enum ('front', 'rear', 'left', 'right', 'top');
create type public.damage_kind as enum ('scratch', 'dent', 'crack', 'stone_chip', 'missing', 'stain', 'other');
create type public.damage_size as enum ('small', 'medium', 'large');
create type public.cleanliness as enum ('clean', 'used', 'dirty', 'very_dirty');
create domain public.per_mille as integer check (value between 0 and 1000);

create table public.vehicle_plates (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  vehicle_id uuid not null,
  plate public.short_text not null check (plate <> ''),
  used_from timestamptz not null,
  used_to timestamptz,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id),
  constraint plates_end_after_they_start check (used_to > used_from),
  -- A plate may serve two vehicles (interchangeable plates); a vehicle has one at a time.
  constraint a_vehicle_has_one_plate exclude using gist (vehicle_id with =, tstzrange(used_from, used_to) with &&)
);
comment on table public.vehicle_plates is 'Which plate a vehicle bore when. Plates belong to the holder and move: a fine is resolved by plate and time.';
create index vehicle_plates_by_plate on public.vehicle_plates (plate, used_from);
create index vehicle_plates_by_vehicle on public.vehicle_plates (vehicle_id);

create table public.vehicle_holds (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  vehicle_id uuid not null,
  reason public.hold_reason not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  note public.long_text not null default '',
  created_at timestamptz not null default now(),
  unique (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id),
  constraint holds_end_after_they_start check (ends_at > starts_at)
);
comment on table public.vehicle_holds is 'When a vehicle is not for rent: service, tyres, inspection, repair.';
create index vehicle_holds_by_vehicle on public.vehicle_holds (vehicle_id, starts_at);

create table public.vehicle_transfers (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  vehicle_id uuid not null,
  from_branch_id uuid not null,
  to_branch_id uuid not null,
  leaves_at timestamptz not null,
  arrived_at timestamptz,
  note public.long_text not null default '',
  created_at timestamptz not null default now(),
  unique (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id),
  foreign key (company_id, from_branch_id) references public.branches (company_id, id),
  foreign key (company_id, to_branch_id) references public.branches (company_id, id),
  constraint transfers_go_elsewhere check (from_branch_id <> to_branch_id),
  constraint transfers_arrive_after_they_leave check (arrived_at > leaves_at)
);
comment on table public.vehicle_transfers is 'A vehicle goes from branch to branch without a renter.';
create index vehicle_transfers_by_vehicle on public.vehicle_transfers (vehicle_id, leaves_at);

alter table public.handovers
  add column cleanliness public.cleanliness not null default 'used',
  add column keys integer not null default 1 check (keys between 0 and 20),
  add column accessories jsonb not null default '[]' check (jsonb_typeof(accessories) = 'array'),
  add column renter_present boolean not null default true,
  add column signature jsonb,
  add column signed_name public.short_text,
  add constraint nobody_signs_at_the_key_box check (renter_present or signature is null);
comment on column public.handovers.accessories is 'What goes with the car: [{"name", "count"}].';
comment on column public.handovers.renter_present is 'False where the key came through the box: then nobody signs, and the report says so.';
comment on column public.handovers.signature is 'The strokes of the renter''s pen.';

create table public.damages (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  vehicle_id uuid not null,
  handover_id uuid,
  contract_id uuid,
  view public.damage_view not null,
  x public.per_mille not null,
  y public.per_mille not null,
  kind public.damage_kind not null,
  size public.damage_size not null,
  note public.short_text not null default '',
  found_at timestamptz not null,
  repaired_at timestamptz,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id),
  foreign key (company_id, handover_id) references public.handovers (company_id, id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  constraint damages_are_repaired_after_they_are_found check (repaired_at >= found_at)
);
comment on table public.damages is 'The damage file of a vehicle: where on the sketch, what, how large, since when. Facts; repaired once, never removed.';
comment on column public.damages.x is 'Per mille of the view''s box, from its left.';
comment on column public.damages.y is 'Per mille of the view''s box, from its top.';
comment on column public.damages.contract_id is 'During which it came about; null where nobody knows.';
create index damages_by_vehicle on public.damages (vehicle_id);
create index damages_by_contract on public.damages (contract_id);
create index damages_by_handover on public.damages (handover_id);

create table public.photos (
  id uuid primary key,
  company_id uuid not null references public.companies (id),
  counter_id uuid not null,
  vehicle_id uuid,
  contract_id uuid,
  handover_id uuid,
  damage_id uuid,
  caption public.short_text not null default '',
  bucket text not null default 'contract-photos' check (bucket = 'contract-photos'),
  path text not null,
  mime text not null check (mime in ('image/jpeg', 'image/png', 'image/webp')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes integer not null check (size_bytes between 1 and 20971520),
  taken_at timestamptz not null,
  stored_at timestamptz,
  created_at timestamptz not null default now(),
  unique (company_id, id),
  constraint photos_show_something check (num_nonnulls(vehicle_id, contract_id, handover_id, damage_id) >= 1),
  constraint photos_lie_in_their_company check (
    path = company_id::text || '/' || id::text || case mime when 'image/jpeg' then '.jpg' when 'image/png' then '.png' else '.webp' end),
  foreign key (company_id, counter_id) references public.counters (company_id, id),
  foreign key (company_id, vehicle_id) references public.vehicles (company_id, id),
  foreign key (company_id, contract_id) references public.contracts (company_id, id),
  foreign key (company_id, handover_id) references public.handovers (company_id, id),
  foreign key (company_id, damage_id) references public.damages (company_id, id)
);
comment on table public.photos is 'Photos of cars and damage: which file, with which SHA-256. stored_at is set when the file has reached Storage.';
create index photos_by_damage on public.photos (damage_id);
create index photos_by_handover on public.photos (handover_id);
create index photos_by_contract on public.photos (contract_id);
create index photos_by_vehicle on public.photos (vehicle_id);
