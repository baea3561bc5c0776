import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { BankFileRefusal } from '#shared/bank-files/bank-file-refusal.ts';
import { type CamtItem, type CamtSummary, readCamt } from '#shared/bank-files/read-camt.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';

/** A chosen file: what a browser gives, and what a test makes of a text. */
export interface ChosenFile {
  readonly name: string;
  stream(): ReadableStream<Uint8Array>;
}

export interface ReadFile {
  readonly name: string;
  /** Of its bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly summary: CamtSummary;
  readonly items: readonly CamtItem[];
}

export type ReadRefusal =
  | { readonly code: 'file_unreadable'; readonly name: string }
  | { readonly code: 'file_refused'; readonly name: string; readonly because: BankFileRefusal };

/** Reads a bank's file piece by piece, with its hash. A file of which one byte is not UTF-8, or whose XML breaks off, is refused whole. */
export async function readBankFile(file: ChosenFile): Promise<Result<ReadFile, ReadRefusal>> {
  const { name } = file;
  const hash = sha256.create();
  const items: CamtItem[] = [];
  const reading = readCamt(textOf(file, (bytes) => hash.update(bytes)));
  try {
    for (;;) {
      const next = await reading.next();
      if (next.done !== true) {
        items.push(next.value);
        continue;
      }
      const summary = next.value;
      if (!summary.ok) return refuse({ code: 'file_refused', name, because: summary.refusal });
      return ok({ name, sha256: bytesToHex(hash.digest()), summary: summary.value, items });
    }
  } catch (error) {
    // Not UTF-8, or taken away while it was read; anything else is a bug.
    if (error instanceof TypeError || error instanceof DOMException)
      return refuse({ code: 'file_unreadable', name });
    throw error;
  }
}

async function* textOf(file: ChosenFile, onBytes: (bytes: Uint8Array) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    onBytes(value);
    yield decoder.decode(value, { stream: true });
  }
  yield decoder.decode();
}
