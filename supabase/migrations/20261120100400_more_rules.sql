-- Rules for what the last four migrations added, and the plans that facts beat.

alter type public.conflict_kind add value 'double_assignment';
alter type public.conflict_kind add value 'double_amendment';
alter type public.conflict_kind add value 'price_changed';
alter type public.conflict_kind add value 'void_invoice_paid';
alter type public.conflict_kind add value 'duplicate_customer';
alter type public.document_kind add value 'credit_note';
alter type public.document_kind add value 'amendment';
alter type public.document_kind add value 'handover';
alter type public.document_kind add value 'receipt';
alter type public.document_kind add value 'reminder';
alter type public.document_kind add value 'fine_letter';
alter type public.document_kind add value 'fine_notice';
alter type public.document_kind add value 'cash_report';
