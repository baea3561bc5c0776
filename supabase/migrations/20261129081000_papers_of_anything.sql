-- A paper is of something: an amendment, a payment, a reminder, a fine, a cash session, not only of a contract or an invoice.

alter table public.documents add column subject_id uuid;
comment on column public.documents.subject_id is
  'The row it is the paper of: a contract, amendment, handover, invoice, payment, reminder, fine or cash session, as its kind says. Null in papers made before this was kept: then it is the invoice, or else the contract.';
create index documents_by_subject on public.documents (subject_id);
comment on index public.documents_by_subject is 'Serves the papers of an amendment, a payment, a fine or a cash session, on its screen.';
