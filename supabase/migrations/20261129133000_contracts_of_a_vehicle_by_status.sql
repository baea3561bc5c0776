-- With which contract a vehicle is out is asked at every check-out and by the search. A vehicle has hundreds of old ones,
-- and a counter's replica would read each of them to see how it stands.
create index contracts_by_vehicle_and_status on public.contracts (vehicle_id, status);
comment on index public.contracts_by_vehicle_and_status is
  'Serves the question with which contract a vehicle is out, at check-out, in the search and on its screen.';
