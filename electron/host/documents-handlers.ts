import type { DocumentRefusal, DocumentsHandlers, StoredDocument } from '#shared/ipc/contract.ts';
import { type Result, ok, refuse, unreachable } from '#shared/result/result.ts';
import { imageBytes } from '#shared/parties/paper-image.ts';
import { withoutMetadata } from '#shared/photos/jpeg.ts';
import type { DocumentStore, KeptAs } from '../documents/document-store.ts';
import { drawPaper } from '../documents/draw-paper.ts';

/** The calls about papers: made, kept with their hash, and read back. */
export function documentsHandlers(store: DocumentStore): DocumentsHandlers {
  const keep = async (
    id: string,
    bytes: Uint8Array,
    as: KeptAs,
  ): Promise<Result<StoredDocument, DocumentRefusal>> => {
    const stored = await store.store(id, bytes, as);
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
    'documents.make': async (order) => await keep(order.id, await drawPaper(order), 'pdf'),
    'photos.keep': async ({ id, image }) => {
      const bytes = imageBytes(image);
      // The contract has unpacked it; a photo of another kind than JPEG comes from no page of ours.
      if (image.type !== 'jpeg' || bytes === null) return refuse({ code: 'photo_not_jpeg' });
      return await keep(id, withoutMetadata(bytes), 'jpg');
    },
    'documents.read': async ({ id }) => {
      const read = await store.read(id);
      if (read.ok) return read;
      return refuse({
        code: read.refusal.code === 'document_damaged' ? 'document_damaged' : 'document_missing',
      });
    },
  };
}
