import { Table, column } from '@powersync/common';
import type { Instant } from '#shared/time/instant.ts';
import type { DocumentKind } from './rows.generated.ts';

/** Tables that live on this machine only: never uploaded, never synced. Written by hand. */
export const localTables = {
  /** A task that a clerk began and did not finish. Saved at every key, so that an interruption loses nothing. */
  drafts: new Table(
    {
      kind: column.text,
      title: column.text,
      step: column.integer,
      content: column.text,
      saved_at: column.text,
    },
    { localOnly: true },
  ),
  /** The last number given out per series. Kept apart from the rows, so that a refused contract's number is not reused. */
  number_series: new Table({ last: column.integer }, { localOnly: true }),
  /** Papers to be made of what was signed. `id` is the id of the document to be. */
  paper_jobs: new Table(
    { kind: column.text, subject_id: column.text, created_at: column.text, last_error: column.text },
    { localOnly: true },
  ),
  /** Papers on their way to Storage. `id` is the document. */
  document_uploads: new Table(
    {
      bucket: column.text,
      path: column.text,
      sha256: column.text,
      mime: column.text,
      attempts: column.integer,
      last_error: column.text,
      created_at: column.text,
      done_at: column.text,
    },
    { localOnly: true },
  ),
  /** What the server refused, from its answer: shown at once, before `refused_changes` has synced back. */
  local_refusals: new Table(
    {
      tx_id: column.integer,
      code: column.text,
      message: column.text,
      payload: column.text,
      refused_at: column.text,
    },
    { localOnly: true },
  ),
  /** Small facts about this replica, such as since when it is offline. `id` is the name. */
  local_state: new Table({ value: column.text }, { localOnly: true }),
};

/** The tasks that keep drafts. */
export type DraftKind = 'check_out' | 'check_in' | 'reservation' | 'contract_change' | 'cash_count';

export interface DraftRow {
  id: string;
  kind: DraftKind;
  title: string;
  step: number;
  /** JSON, parsed by the task that owns the kind. */
  content: string;
  saved_at: Instant;
}

export interface NumberSeriesRow {
  /** `<counter id>/<kind>/<year>` */
  id: string;
  last: number;
}

export interface PaperJobRow {
  id: string;
  kind: DocumentKind;
  subject_id: string;
  created_at: Instant;
  last_error: string | null;
}

export interface DocumentUploadRow {
  id: string;
  bucket: string;
  path: string;
  sha256: string;
  mime: string;
  attempts: number;
  last_error: string | null;
  created_at: Instant;
  done_at: Instant | null;
}

export interface LocalRefusalRow {
  id: string;
  tx_id: number;
  code: string;
  message: string;
  payload: string;
  refused_at: Instant;
}

export interface LocalStateRow {
  id: string;
  value: string;
}

export interface LocalRows {
  drafts: DraftRow;
  number_series: NumberSeriesRow;
  paper_jobs: PaperJobRow;
  document_uploads: DocumentUploadRow;
  local_refusals: LocalRefusalRow;
  local_state: LocalStateRow;
}
