-- A comment on every column, index and type: what it holds, and why. What has one already keeps it.

comment on column private.applied_transactions.client_id is 'The replica that counted: its name in PowerSync.';
comment on column private.applied_transactions.tx_id is 'The number that the replica gave the transaction.';
comment on column private.applied_transactions.payload_hash is 'SHA-256 of the operations: a number may come again with other content after a backup was restored.';
comment on column private.applied_transactions.session_id is 'The session of Supabase Auth that uploaded.';
comment on column private.applied_transactions.outcome is 'applied or refused; said again when it comes again.';
comment on column private.applied_transactions.code is 'Why it was refused.';
comment on column private.applied_transactions.message is 'A sentence for support.';
comment on column private.applied_transactions.applied_at is 'When the server decided.';
comment on column private.security_events.company_id is 'The tenant; null where nobody knows whose it is.';
comment on column private.security_events.user_id is 'Whose token it was, if it was one.';
comment on column private.security_events.kind is 'What sort of event.';
comment on column private.security_events.code is 'What happened, for a machine.';
comment on column private.security_events.details is 'Ids and counts to follow it up; never what somebody tried to write.';
comment on column private.security_events.occurred_at is 'The servers clock; decides the partition.';
comment on column private.synced_tables.name is 'A table of the schema public.';
comment on column private.tier_limits.tier is 'What was paid for.';
comment on column private.tier_limits.branches is 'At most so many.';
comment on column private.tier_limits.counters is 'At most so many that are active.';
comment on column private.tier_limits.vehicles is 'At most so many that are not retired.';
comment on column private.tier_limits.people is 'At most so many that are active.';
comment on column public.amendments.position is 'The first, second … amendment of its contract.';
comment on column public.amendments.changes is 'What was changed, step by step, as the paper says it.';
comment on column public.amendments.category_id is 'Of the vehicle from then on.';
comment on column public.amendments.return_branch_id is 'Where the car comes back to from then on.';
comment on column public.amendments.ends_at is 'When it is due from then on.';
comment on column public.amendments.total_before is 'What was agreed until then.';
comment on column public.amendments.total is 'What is agreed from then on.';
comment on column public.amendments.signature is 'The strokes of the renters pen.';
comment on column public.amendments.signed_at is 'When the renter signed, by the counters clock.';
comment on column public.audit_events.user_id is 'The clerk who acted.';
comment on column public.audit_events.sequence is '1, 2, 3 … within the chain of the counter.';
comment on column public.audit_events.kind is 'What happened: contract.signed, invoice.issued.';
comment on column public.audit_events.subject_id is 'The row it happened to.';
comment on column public.audit_events.content_hash is 'SHA-256 of what was signed or issued, as canonical JSON (RFC 8785).';
comment on column public.audit_events.previous_hash is 'The hash of the link before; zeros for the first.';
comment on column public.audit_events.hash is 'SHA-256 of this link and the hash before it.';
comment on column public.audit_events.occurred_at is 'When it happened, by the counters clock.';
comment on column public.audit_events.received_at is 'When it arrived, by the servers clock: a counter cannot say.';
comment on column public.bank_entries.import_id is 'The file it was read from.';
comment on column public.bank_entries.dedupe_key is 'Of the account and the banks own reference: what stands in two files is booked once.';
comment on column public.bank_entries.account is 'The IBAN the money went to.';
comment on column public.bank_entries.booked_on is 'The banks booking day.';
comment on column public.bank_entries.reference is 'QR or creditor reference as the payer gave it.';
comment on column public.bank_entries.debtor_name is 'Who paid, as the bank has it.';
comment on column public.bank_entries.text is 'What the payer wrote.';
comment on column public.bank_entries.outcome is 'What became of it here.';
comment on column public.bank_entries.invoice_id is 'The bill it pays.';
comment on column public.bank_entries.payment_id is 'The payment it was booked as.';
comment on column public.bank_imports.file_name is 'As the bank called it.';
comment on column public.bank_imports.sha256 is 'Of the file: the same one is not read twice.';
comment on column public.bank_imports.message_kind is 'camt.053 is an account statement, camt.054 a notification.';
comment on column public.bank_imports.message_id is 'The banks number of the message.';
comment on column public.bank_imports.entries is 'How many it held.';
comment on column public.bank_imports.imported_at is 'When somebody read it in.';
comment on column public.branches.code is 'Three letters, first in every number of the branch; never changes.';
comment on column public.cash_movements.session_id is 'The drawer, from its opening to its close.';
comment on column public.cash_movements.kind is 'Which way the money went, and why.';
comment on column public.cash_movements.amount is 'Always positive: the kind says the direction.';
comment on column public.cash_movements.payment_id is 'What it was paid for.';
comment on column public.cash_movements.deposit_id is 'The deposit it came from or went back to.';
comment on column public.cash_movements.reason is 'For what is neither payment nor deposit.';
comment on column public.cash_movements.moved_at is 'When, by the counters clock.';
comment on column public.cash_sessions.opened_at is 'When the drawer was counted and opened.';
comment on column public.cash_sessions.opened_by is 'Who opened it.';
comment on column public.cash_sessions.opening_float is 'What lay in it then.';
comment on column public.cash_sessions.closed_at is 'Null while it is open.';
comment on column public.cash_sessions.closed_by is 'Who counted and closed it.';
comment on column public.cash_sessions.counted_total is 'What was counted at the close.';
comment on column public.cash_sessions.expected is 'What should have been there: the float and all movements.';
comment on column public.cash_sessions.difference_reason is 'Why the two differ, if anybody knows.';
comment on column public.cash_sessions.to_bank is 'What was taken out for the bank at the close.';
comment on column public.companies.uid is 'CHE-123.456.788, with MWST, TVA or IVA behind it on papers.';
comment on column public.companies.vat_registered is 'Whether it charges VAT at all.';
comment on column public.companies.iban is 'For bills without a QR-IBAN, and for what comes by hand.';
comment on column public.companies.qr_iban is 'For bills with a QR reference; null has creditor references instead.';
comment on column public.companies.qr_bank_prefix is 'What the bank wants at the front of every QR reference.';
comment on column public.companies.payment_days is 'How long a bill may take.';
comment on column public.companies.terms is 'The conditions printed on every contract.';
comment on column public.companies.accent_colour is 'Of the papers: #rrggbb.';
comment on column public.companies.website is 'As printed on papers.';
comment on column public.conflicts.kind is 'What contradicts what.';
comment on column public.conflicts.other_contract_id is 'The second of two contracts that contradict each other.';
comment on column public.conflicts.details is 'What was seen when it was raised: numbers, plate, kilometres.';
comment on column public.conflicts.raised_at is 'When the server saw it.';
comment on column public.conflicts.settled_reason is 'What was decided, in the words of whoever decided.';
comment on column public.conflicts.vehicle_id is 'The vehicle it is about, if it is about one.';
comment on column public.conflicts.contract_id is 'The contract it is about, if it is about one.';
comment on column public.conflicts.customer_id is 'The customer it is about, if it is about one.';
comment on column public.conflicts.invoice_id is 'The bill it is about, if it is about one.';
comment on column public.contract_drivers.is_main is 'Who signs and answers for the car.';
comment on column public.contract_drivers.born_on is 'As shown at the counter, for the age rules; masked six months after the return.';
comment on column public.contract_drivers.licence_number is 'As shown at the counter; masked six months after the return.';
comment on column public.contract_drivers.licence_category is 'What it allows.';
comment on column public.contract_drivers.licence_since is 'Since when, for the rules of experience; masked six months after the return.';
comment on column public.contract_drivers.licence_country is 'Who issued it.';
comment on column public.contracts.branch_id is 'Where the car is handed over.';
comment on column public.contracts.return_branch_id is 'Where it is to come back to.';
comment on column public.contracts.counter_id is 'Which counter signed it, and so whose number it has; null before.';
comment on column public.contracts.number is 'Of the counters own series; null before it is signed.';
comment on column public.contracts.status is 'Where the rental stands; only legal steps are taken.';
comment on column public.contracts.customer_id is 'The renter.';
comment on column public.contracts.customer_name is 'As signed: names change later, the contract does not.';
comment on column public.contracts.category_id is 'What was promised.';
comment on column public.contracts.vehicle_id is 'Which car; null until one is assigned.';
comment on column public.contracts.plate is 'As signed.';
comment on column public.contracts.rate_id is 'The price it was made with; the lines hold what was agreed.';
comment on column public.contracts.starts_at is 'From when it is rented.';
comment on column public.contracts.ends_at is 'Until when it is rented.';
comment on column public.contracts.returned_at is 'When the car came back.';
comment on column public.contracts.closed_at is 'When everything was settled.';
comment on column public.contracts.total is 'What the lines add up to.';
comment on column public.contracts.deposit is 'What is held until the car is back.';
comment on column public.contracts.deductible is 'What the renter bears of a damage.';
comment on column public.contracts.extra_kilometre_price is 'For each beyond those included.';
comment on column public.contracts.language is 'Of its papers.';
comment on column public.contracts.signature is 'The strokes of the renters pen; once here, the contract is frozen.';
comment on column public.contracts.signed_name is 'Who signed.';
comment on column public.contracts.signed_at is 'When, by the counters clock.';
comment on column public.counters.letter is 'Second in every number of the counter; never changes, never given to another.';
comment on column public.counters.reference_no is 'Part of every QR reference of the counter: unique in the company, never given to another.';
comment on column public.counters.name is 'What people call it.';
comment on column public.counters.device_id is 'The one machine that is this counter; null until one claims it.';
comment on column public.counters.claimed_at is 'When it did.';
comment on column public.counters.is_active is 'False for one that was sold or stolen: it is shut out at once.';
comment on column public.customers.kind is 'A person has a last name, a company a company name.';
comment on column public.customers.born_on is 'For the age rules; null once masked.';
comment on column public.customers.licence_number is 'As last shown; empty once masked.';
comment on column public.customers.licence_category is 'What it allows.';
comment on column public.customers.licence_since is 'Since when.';
comment on column public.customers.licence_country is 'Who issued it.';
comment on column public.customers.language is 'Of letters and papers.';
comment on column public.damages.handover_id is 'At which it was found; null for one found in between.';
comment on column public.damages.view is 'Which side of the sketch.';
comment on column public.damages.kind is 'What it is.';
comment on column public.damages.size is 'How large.';
comment on column public.damages.found_at is 'When somebody saw it first.';
comment on column public.damages.repaired_at is 'When it was mended; then it is no longer drawn.';
comment on column public.deposits.method is 'How it was taken.';
comment on column public.deposits.amount is 'What is held.';
comment on column public.deposits.held_at is 'Since when.';
comment on column public.deposits.stripe_payment_intent is 'The hold on the card, where it is one.';
comment on column public.deposits.released is 'What went back.';
comment on column public.deposits.kept is 'What was kept, with a reason.';
comment on column public.deposits.kept_reason is 'Why.';
comment on column public.discounts.customer_group is 'For whom; null is for everybody, or by voucher.';
comment on column public.discounts.voucher is 'Who shows it has the discount.';
comment on column public.discounts.share is 'A share of what it applies to; or an amount.';
comment on column public.discounts.amount is 'An amount off; or a share.';
comment on column public.discounts.applies_to is 'The rental alone, or all of it.';
comment on column public.discounts.minimum_days is 'From so many days.';
comment on column public.documents.kind is 'What sort of paper.';
comment on column public.documents.language is 'In which it was made.';
comment on column public.documents.bucket is 'Where in Storage.';
comment on column public.documents.path is 'The companys folder and the id: nobody can name anothers.';
comment on column public.documents.mime is 'Always a PDF.';
comment on column public.documents.sha256 is 'Of the file as it was made: a changed file is found out.';
comment on column public.documents.size_bytes is 'Of the file.';
comment on column public.documents.made_at is 'When, by the counters clock.';
comment on column public.documents.stored_at is 'When the file had reached Storage; null while only the counter has it.';
comment on column public.extras.per is 'By day, or once.';
comment on column public.extras.price is 'For one piece.';
comment on column public.extras.maximum_count is 'At most so many pieces.';
comment on column public.fines.status is 'How far it is.';
comment on column public.fines.authority_reference is 'The number in the letter.';
comment on column public.fines.plate is 'In the letter; with the moment it leads to the rental.';
comment on column public.fines.offence_at is 'In the letter.';
comment on column public.fines.place is 'In the letter.';
comment on column public.fines.offence is 'In the letter.';
comment on column public.fines.received_on is 'From then on run the days in which the driver can be named.';
comment on column public.fines.vehicle_id is 'Which bore the plate then; null until resolved.';
comment on column public.fines.contract_id is 'The rental it fell into; null until resolved.';
comment on column public.fines.driver_name is 'Whom the company named.';
comment on column public.fines.named_on is 'When it did.';
comment on column public.fines.invoice_id is 'The bill of the handling fee.';
comment on column public.handovers.kind is 'To the renter, or back.';
comment on column public.handovers.handed_over_at is 'When, by the counters clock.';
comment on column public.handovers.odometer_km is 'As both sides read it.';
comment on column public.handovers.fuel_eighths is 'Of the tank or the charge: 8 is full.';
comment on column public.handovers.cleanliness is 'As both sides saw it.';
comment on column public.handovers.keys is 'How many went along.';
comment on column public.handovers.signed_name is 'Who signed for it.';
comment on column public.invoices.contract_id is 'The rental it bills; null for a free one.';
comment on column public.invoices.customer_id is 'Who is billed.';
comment on column public.invoices.recipient is 'Name and address as billed: they change later, the bill does not.';
comment on column public.invoices.issued_on is 'The date on it.';
comment on column public.invoices.due_on is 'Until when it is to be paid.';
comment on column public.invoices.service_from is 'First day of what is billed: it decides the VAT rate.';
comment on column public.invoices.service_to is 'Last day of what is billed.';
comment on column public.invoices.total is 'What the lines add up to, with VAT.';
comment on column public.invoices.vat_total is 'Of which VAT.';
comment on column public.invoices.reference is 'QR or creditor reference, from counter and number: a payment finds its bill.';
comment on column public.invoices.language is 'Of the paper.';
comment on column public.invoices.issued_at is 'When it was issued; from then on it is frozen.';
comment on column public.invoices.kind is 'A bill, or a credit note that takes one back.';
comment on column public.kilometre_packages.price is 'For the package.';
comment on column public.messages.channel is 'E-mail or text message.';
comment on column public.messages.template is 'Which text.';
comment on column public.messages.language is 'Of the text.';
comment on column public.messages.recipient is 'Address or number.';
comment on column public.messages.customer_id is 'To whom it went.';
comment on column public.messages.document_id is 'The paper that goes along.';
comment on column public.messages.queued_at is 'When the counter put it here.';
comment on column public.messages.status is 'How far it is; the servers to say.';
comment on column public.messages.attempts is 'How often sending was tried.';
comment on column public.messages.provider_reference is 'The number the provider gave it.';
comment on column public.messages.error is 'Why the last try failed.';
comment on column public.messages.sent_at is 'When the provider took it.';
comment on column public.one_way_fees.from_branch_id is 'Null is from any.';
comment on column public.one_way_fees.to_branch_id is 'Null is to any.';
comment on column public.one_way_fees.price is 'For the one way.';
comment on column public.payments.contract_id is 'The rental it is for.';
comment on column public.payments.invoice_id is 'The bill it pays.';
comment on column public.payments.kind is 'Which way the money went.';
comment on column public.payments.method is 'How.';
comment on column public.payments.amount is 'Always positive: the kind says the direction.';
comment on column public.payments.paid_at is 'When, by the counters clock.';
comment on column public.payments.reference is 'The number on the card slip, or the banks.';
comment on column public.photos.vehicle_id is 'The car in it.';
comment on column public.photos.contract_id is 'The rental it belongs to.';
comment on column public.photos.handover_id is 'The handover it was taken at.';
comment on column public.photos.damage_id is 'The damage it shows.';
comment on column public.photos.caption is 'What it shows.';
comment on column public.photos.bucket is 'Where in Storage.';
comment on column public.photos.path is 'The companys folder and the id: nobody can name anothers.';
comment on column public.photos.mime is 'JPEG, PNG or WebP.';
comment on column public.photos.sha256 is 'Of the file as it was taken: a changed file is found out.';
comment on column public.photos.size_bytes is 'Of the file.';
comment on column public.photos.taken_at is 'When, by the clock of the device.';
comment on column public.photos.stored_at is 'When the file had reached Storage; null while only the counter has it.';
comment on column public.protections.cover is 'Against collision, or theft.';
comment on column public.protections.per_day is 'For each day.';
comment on column public.protections.maximum is 'Over the whole rental; null without limit.';
comment on column public.rates.category_id is 'What it prices.';
comment on column public.rates.minimum_days is 'From so many days; the longest that fits counts.';
comment on column public.rates.day_price is 'For 24 hours.';
comment on column public.rates.kilometres_per_day is 'Included, for each day.';
comment on column public.rates.extra_kilometre_price is 'For each beyond those included.';
comment on column public.rates.grace_minutes is 'So many minutes into the next day cost no day.';
comment on column public.rates.hour_kilometres is 'Included, for each hour.';
comment on column public.rates.weekend_kilometres is 'Included, for the weekend.';
comment on column public.rates.week_kilometres is 'Included, for the week.';
comment on column public.rates.month_kilometres is 'Included, for the month.';
comment on column public.rates.month_days is 'How many days a month has here.';
comment on column public.refused_changes.user_id is 'Whose session uploaded it.';
comment on column public.refused_changes.client_id is 'The replica it came from.';
comment on column public.refused_changes.tx_id is 'Its number there.';
comment on column public.refused_changes.code is 'Why, for a machine; every code has a sentence in the app.';
comment on column public.refused_changes.message is 'Why, for support.';
comment on column public.refused_changes.payload is 'What the counter receives: the operations, with values over 10 kB replaced by {"omitted_bytes": n}.';
comment on column public.refused_changes.refused_at is 'When.';
comment on column public.refused_changes.settled_note is 'What was done about it.';
comment on column public.release_policies.channel is 'Stable, or early for those who try first.';
comment on column public.release_policies.version is 'The newest they get.';
comment on column public.release_policies.minimum_version is 'The oldest that may write.';
comment on column public.release_policies.rollout_percent is 'So many of a hundred counters get it.';
comment on column public.release_policies.is_held is 'Nobody else gets it for now.';
comment on column public.reminders.step is 'First, second or third.';
comment on column public.reminders.fee is 'What it adds.';
comment on column public.reminders.open_amount is 'What was owed then.';
comment on column public.reminders.reminded_on is 'The date on it.';
comment on column public.reminders.pay_until is 'The date given.';
comment on column public.seasons.priority is 'Where two hold on a day, the higher counts.';
comment on column public.users.id is 'The same as in Supabase Auth.';
comment on column public.users.branch_id is 'Where the person works; null is everywhere.';
comment on column public.users.role is 'What the person may do.';
comment on column public.users.display_name is 'As papers and lists show it.';
comment on column public.users.language is 'Of the app.';
comment on column public.users.is_active is 'False for who left: shut out at once, never deleted.';
comment on column public.vehicle_categories.code is 'Short, as price lists have it.';
comment on column public.vehicle_categories.position is 'The order in lists.';
comment on column public.vehicle_categories.deposit is 'What is held for such a car.';
comment on column public.vehicle_categories.deductible is 'What the renter bears of a collision without a protection.';
comment on column public.vehicle_categories.minimum_age is 'The first year of life in which one may drive it.';
comment on column public.vehicle_categories.minimum_licence_years is 'For how long the driver must have had the licence.';
comment on column public.vehicle_holds.reason is 'Why.';
comment on column public.vehicle_holds.ends_at is 'Null is until further notice.';
comment on column public.vehicle_plates.used_from is 'From when the vehicle bore it.';
comment on column public.vehicle_plates.used_to is 'Until when; null is to this day.';
comment on column public.vehicle_transfers.from_branch_id is 'Where it leaves.';
comment on column public.vehicle_transfers.to_branch_id is 'Where it goes.';
comment on column public.vehicle_transfers.leaves_at is 'When it leaves.';
comment on column public.vehicle_transfers.arrived_at is 'When it was there; null while it is on the road.';
comment on column public.vehicles.branch_id is 'Where it is at home.';
comment on column public.vehicles.category_id is 'What it is rented as.';
comment on column public.vehicles.vin is 'The identity of the car: plates move, this does not.';
comment on column public.vehicles.plate is 'The one it bears now; the others are in vehicle_plates.';
comment on column public.vehicles.energy is 'What it runs on.';
comment on column public.vehicles.status is 'Retired ones stay for their contracts.';
comment on column public.vehicles.odometer_km is 'As the last handover saw it; no counter writes it.';
comment on column public.vehicles.fuel_eighths is 'As the last handover saw it: 8 is full.';
comment on column public.vehicles.parking_place is 'Where it stands in the yard.';

-- What means the same in every table.
do $$
declare
  missing record;
begin
  for missing in
    select c.oid::regclass as relation, a.attname, g.text
    from pg_catalog.pg_class c
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join (values
      ('id', 'Identity: a UUID, made where the row was made.'),
      ('company_id', 'The tenant.'),
      ('created_at', 'When the row was made, by the clock of where it was made.'),
      ('branch_id', 'The branch it belongs to.'),
      ('counter_id', 'The counter at which it was written.'),
      ('clerk_id', 'The clerk who acted.'),
      ('user_id', 'The person.'),
      ('contract_id', 'The rental it belongs to.'),
      ('invoice_id', 'The bill it belongs to.'),
      ('vehicle_id', 'The vehicle.'),
      ('customer_id', 'The customer.'),
      ('name', 'As people read it.'),
      ('note', 'Free words.'),
      ('street', 'As in a structured address: without the number.'),
      ('building_number', 'House number, with its letter.'),
      ('postal_code', 'Postcode.'),
      ('town', 'Town.'),
      ('country', 'Two letters (ISO 3166).'),
      ('phone', 'As printed: +41 79 123 45 67.'),
      ('email', 'Where mail reaches them.'),
      ('number', 'Of the counters own series: unique also without a line, never used again.'),
      ('currency', 'Of all amounts of the row.'),
      ('position', 'The order, from 1.'),
      ('kind', 'What sort of line: the VAT and the sum of the discount hang on it.'),
      ('label', 'As printed.'),
      ('explanation', 'How the amount came about, as printed.'),
      ('quantity', 'How many.'),
      ('unit_price', 'For one.'),
      ('amount', 'quantity × unit_price, checked.'),
      ('vat_kind', 'Whether VAT is charged; damage never carries any.'),
      ('vat_rate', 'The rate on the day of the service, kept with the line.'),
      ('first_name', 'First name.'),
      ('last_name', 'Family name.'),
      ('company_name', 'Name of the company.'),
      ('plate', 'The number plate.'),
      ('make', 'Make.'),
      ('model', 'Model.'),
      ('colour', 'Colour.'),
      ('valid_from', 'First day.'),
      ('valid_to', 'Last day.'),
      ('starts_at', 'From when.'),
      ('ends_at', 'Until when.'),
      ('is_active', 'False is no longer offered.'),
      ('settled_at', 'When somebody settled it; null is open.'),
      ('settled_by', 'Who settled it.'),
      ('signed_name', 'Who signed.')
    ) as g (name, text) on g.name = a.attname
    where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind in ('r', 'p') and not c.relispartition
      and col_description(c.oid, a.attnum) is null
  loop
    execute format('comment on column %s.%I is %L', missing.relation, missing.attname, missing.text);
  end loop;
end $$;

-- Which query each index serves. Those of a foreign key also spare the removal of what it points at a walk through the table.
comment on index public.amendments_by_contract is 'Serves the amendments of a contract, and on_my_contract.';
comment on index public.amendments_by_vehicle is 'Serves the rentals of a vehicle after it was exchanged.';
comment on index public.bank_entries_by_import is 'Serves the list of what a bank file held.';
comment on index public.bank_entries_by_invoice is 'Serves what the bank says came in for a bill.';
comment on index public.bank_entries_by_outcome is 'Serves the list of what is still to be matched.';
comment on index public.bank_entries_by_payment is 'Serves the way from a payment to the bank.';
comment on index public.cash_movements_by_deposit is 'Serves the way of a deposit through the drawers.';
comment on index public.cash_movements_by_payment is 'Serves the way from a payment to the drawer.';
comment on index public.cash_movements_by_session is 'Serves the sum of a drawer at its close (guard_cash_session).';
comment on index public.cash_sessions_by_counter is 'Serves the drawers of a counter, the last first.';
comment on index public.conflicts_by_customer is 'Serves the conflicts beside a customer.';
comment on index public.conflicts_by_invoice is 'Serves the conflicts beside a bill.';
comment on index public.conflicts_by_other_contract is 'Serves the conflicts beside the second of two contracts, and is_open.';
comment on index public.conflicts_by_vehicle is 'Serves the conflicts beside a vehicle.';
comment on index public.contract_drivers_by_contract is 'Serves the drivers of a contract, and guard_contract.';
comment on index public.contract_lines_by_contract is 'Serves the lines of a contract, and their sum (guard_contract).';
comment on index public.contracts_by_customer is 'Serves the rentals of a customer, mask_people and export_person.';
comment on index public.contracts_by_status is 'Serves the desk: what is out, due or reserved.';
comment on index public.contracts_by_vehicle is 'Serves the timeline, and the search for a second signed contract of the same vehicle (raise_double_check_out).';
comment on index public.customers_by_merger is 'Serves who was merged into a customer (person_ids).';
comment on index public.damages_by_contract is 'Serves the damages of a rental.';
comment on index public.damages_by_handover is 'Serves the damages found at a handover.';
comment on index public.damages_by_vehicle is 'Serves the damage file of a vehicle.';
comment on index public.deposits_by_contract is 'Serves the deposits of a contract, and is_open.';
comment on index public.documents_by_contract is 'Serves the papers of a contract.';
comment on index public.documents_by_invoice is 'Serves the papers of a bill.';
comment on index public.fines_by_contract is 'Serves the fines of a rental, and is_open.';
comment on index public.fines_by_invoice is 'Serves the way from a bill to its fine.';
comment on index public.fines_by_status is 'Serves the list of fines that are not closed.';
comment on index public.fines_by_vehicle is 'Serves the fines of a vehicle.';
comment on index public.handovers_by_contract is 'Serves the handovers of a contract, and on_my_contract.';
comment on index public.handovers_by_vehicle is 'Serves the last handover of a vehicle (follow_handover).';
comment on index public.invoice_lines_by_invoice is 'Serves the lines of a bill, and their sum (guard_invoice).';
comment on index public.invoices_by_contract is 'Serves the bills of a contract, and is_open.';
comment on index public.invoices_by_correction is 'Serves the credit notes of a bill (guard_credit_note, is_open).';
comment on index public.invoices_by_customer is 'Serves the account of a customer, and export_person.';
comment on index public.messages_by_customer is 'Serves what was sent to a customer.';
comment on index public.messages_by_document is 'Serves where a paper was sent.';
comment on index public.messages_to_send is 'Serves the function that sends: the oldest that waits.';
comment on index public.one_open_session_per_drawer is 'A rule: a drawer is open once. Serves the look for the open one (guard_cash_drawer).';
comment on index public.payments_by_contract is 'Serves the payments of a contract.';
comment on index public.payments_by_invoice is 'Serves the payments of a bill, and is_open.';
comment on index public.photos_by_contract is 'Serves the photos of a rental.';
comment on index public.photos_by_damage is 'Serves the photos of a damage.';
comment on index public.photos_by_handover is 'Serves the photos of a handover.';
comment on index public.photos_by_vehicle is 'Serves the photos of a vehicle.';
comment on index public.rates_by_category is 'Serves the prices of a category.';
comment on index public.rates_by_season is 'Serves the prices of a season.';
comment on index public.reminders_by_invoice is 'Serves the reminders of a bill.';
comment on index private.security_events_by_company is 'Serves list_security_events, and the limits of note_security_event.';
comment on index public.vehicle_holds_by_vehicle is 'Serves the timeline of a vehicle.';
comment on index public.vehicle_plates_by_plate is 'Serves the way from plate and moment to the vehicle of a fine.';
comment on index public.vehicle_plates_by_vehicle is 'Serves the plates of a vehicle.';
comment on index public.vehicle_transfers_by_vehicle is 'Serves the timeline of a vehicle.';

comment on domain public.grace_minutes is 'Minutes within a day that cost nothing.';
comment on domain public.kilometres is 'Whole kilometres, as an odometer shows them.';
comment on domain public.long_text is 'A text of people, at most 10,000 characters.';
comment on domain public.per_mille is 'A place within a drawing: thousandths of its width or height.';
comment on domain public.short_text is 'A line of text, at most 200 characters.';
comment on type public.bank_entry_outcome is 'suspected: looks like it pays a bill, but somebody should look.';
comment on type public.cash_movement_kind is 'Which way cash went, and why.';
comment on type public.charge_per is 'How often a price is charged.';
comment on type public.cleanliness is 'How clean a car came or went.';
comment on type public.conflict_kind is 'What facts contradict each other, or what a plan lost to.';
comment on type public.contract_status is 'quote, reserved, to_assign (reserved without a vehicle), out, returned, closed; void before it was out.';
comment on type public.currency is 'What bills can be made out in: QR-bills know these two.';
comment on type public.customer_kind is 'A person or a company.';
comment on type public.damage_kind is 'What a damage is.';
comment on type public.damage_size is 'How large a damage is: as on the sketch.';
comment on type public.damage_view is 'Which side of the car the sketch shows.';
comment on type public.discount_on is 'What a discount is taken off.';
comment on type public.document_kind is 'The papers the product makes.';
comment on type public.early_return is 'What an early return does to the price.';
comment on type public.energy is 'What a car runs on.';
comment on type public.fine_status is 'From the letter to the end: received, resolved to a rental, driver named, fee billed, closed.';
comment on type public.handover_kind is 'To the renter, or back.';
comment on type public.hold_reason is 'Why a car is not for rent.';
comment on type public.invoice_kind is 'A bill, or what takes one back.';
comment on type public.language is 'In which people and papers speak.';
comment on type public.line_kind is 'What a line of a price is for.';
comment on type public.message_channel is 'How a message goes.';
comment on type public.message_status is 'How far a message is; sending is with the provider.';
comment on type public.on_holidays is 'What holds on public holidays.';
comment on type public.payment_kind is 'Which way money went, and whether it is held or paid.';
comment on type public.payment_method is 'How money changed hands.';
comment on type public.price_basis is 'Whether prices have the VAT within.';
comment on type public.release_channel is 'Which releases a counter takes.';
comment on type public.season_by is 'Whether the first day decides the season, or each.';
comment on type public.security_event_kind is 'What sort of event somebody should know of.';
comment on type public.tier is 'What a company has paid for.';
comment on type public.user_role is 'What a person may do: supabase/access/matrix.md.';
comment on type public.vat_kind is 'Whether a line carries VAT.';
comment on type public.vehicle_status is 'Whether a vehicle is for rent.';
