import type { DocumentRefusal, DocumentsHandlers, StoredDocument } from '#shared/ipc/contract.ts';
import { type Result, ok, refuse, unreachable } from '#shared/result/result.ts';
import { makeContractPdf } from '../documents/contract-pdf.ts';
import type { DocumentStore } from '../documents/document-store.ts';
import { makeInvoicePdf } from '../documents/invoice-pdf.ts';

/** The calls about papers: made, kept with their hash, and read back. */
export function documentsHandlers(store: DocumentStore): DocumentsHandlers {
  const keep = async (id: string, bytes: Uint8Array): Promise<Result<StoredDocument, DocumentRefusal>> => {
    const stored = await store.store(id, bytes);
    if (stored.ok) return ok({ id, ...stored.value });
    const { code } = stored.refusal;
    switch (code) {
      case 'document_differs':
        return refuse({ code: 'document_exists' });
      case 'disk_full':
        return refuse({ code: 'disk_full' });
      case 'document_id':
        // The contract has checked it.
        throw new Error('a checked id was refused');
      default:
        return unreachable(code);
    }
  };
  return {
    'documents.makeContract': async ({ id, paper }) => await keep(id, await makeContractPdf(paper)),
    'documents.makeInvoice': async ({ id, paper }) => await keep(id, await makeInvoicePdf(paper)),
    'documents.read': async ({ id }) => {
      const read = await store.read(id);
      if (read.ok) return read;
      return refuse({
        code: read.refusal.code === 'document_damaged' ? 'document_damaged' : 'document_missing',
      });
    },
  };
}
