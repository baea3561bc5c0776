import type { SupabaseClient } from '@supabase/supabase-js';

/** A row of the local-only table `document_uploads`: one file on its way to Storage. `id` is the document. */
export interface WaitingUpload {
  readonly id: string;
  readonly bucket: string;
  /** Within the bucket; its first folder is the company. */
  readonly path: string;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly mime: string;
  readonly attempts: number;
}

export type UploadOutcome =
  /** The bytes with this SHA-256 are in Storage, whether sent now or before. */
  | { readonly kind: 'stored' }
  /** No line, or a server that fails: to be tried again soon. */
  | { readonly kind: 'outage'; readonly message: string }
  /** Something a person should see. It is tried again now and then, and nothing is overwritten. */
  | {
      readonly kind: 'problem';
      readonly code: 'document-unreadable' | 'document-changed' | 'stored-differs' | 'storage-refused';
      readonly message: string;
    };

/**
 * Brings one document to Storage. Repeating it does no harm: what is there is never overwritten, and counts as success only
 * if it has the same bytes.
 */
export async function uploadDocument(
  supabase: SupabaseClient,
  upload: WaitingUpload,
  readDocument: (id: string) => Promise<Uint8Array>,
): Promise<UploadOutcome> {
  let bytes: Uint8Array;
  try {
    bytes = await readDocument(upload.id);
  } catch (error) {
    return problem('document-unreadable', error instanceof Error ? error.message : String(error));
  }
  // What is stored is kept for ten years: it has to be what was signed.
  if ((await sha256Of(bytes)) !== upload.sha256) {
    return problem('document-changed', 'the file on this machine is not the one that was made');
  }
  const { error } = await supabase.storage
    .from(upload.bucket)
    .upload(upload.path, new Blob([new Uint8Array(bytes)], { type: upload.mime }), {
      contentType: upload.mime,
      upsert: false,
    });
  if (!error) return { kind: 'stored' };
  const failure = toFailure(error);
  return failure.exists ? compareStored(supabase, upload) : failure.outcome;
}

/** Storage says that there is an object by this name already: after a lost answer it is ours. */
async function compareStored(supabase: SupabaseClient, upload: WaitingUpload): Promise<UploadOutcome> {
  const { data, error } = await supabase.storage.from(upload.bucket).download(upload.path);
  if (error) return toFailure(error).outcome;
  const stored = await sha256Of(new Uint8Array(await data.arrayBuffer()));
  if (stored === upload.sha256) return { kind: 'stored' };
  return problem('stored-differs', 'another file lies under this name in Storage');
}

interface StorageFailure {
  readonly message: string;
  readonly status?: number | undefined;
  readonly statusCode?: string | undefined;
}

/** Supabase Storage answers 400 with the true status in its body, or with the true status: both are looked at. */
function toFailure(error: StorageFailure): { exists: boolean; outcome: UploadOutcome } {
  const { message } = error;
  const status = Number(error.statusCode) || (error.status ?? 0);
  if (status === 409) return { exists: true, outcome: { kind: 'outage', message } };
  const later = status < 400 || status >= 500 || [401, 404, 408, 425, 429].includes(status);
  return {
    exists: false,
    outcome: later ? { kind: 'outage', message } : problem('storage-refused', message),
  };
}

function problem(code: Extract<UploadOutcome, { kind: 'problem' }>['code'], message: string): UploadOutcome {
  return { kind: 'problem', code, message };
}

/** In hexadecimal. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
