import { z } from 'zod';
import { clerksContract } from '../clerks/clerks-contract.ts';
import { largestPhoto } from '../contracts/handover-paper.ts';
import { imageField } from '../parties/paper-image.ts';
import { type RefusalLanguage, refusalLanguages } from '../result/refusal-texts.ts';
import { type Answer, type Client, type Handlers, call } from './call.ts';
import { paperId, paperOrder } from './paper-order.ts';

/** Where the server is. A file on the machine can override what the build carries. */
export interface Servers {
  readonly supabaseUrl: string;
  /** The publishable key: it opens nothing by itself. */
  readonly supabaseKey: string;
  readonly powersyncUrl: string;
}

export interface ServersInUse extends Servers {
  readonly source: 'build' | 'machine';
  /** Where the machine's own addresses are written, whether or not the file exists. */
  readonly file: string;
}

export type ServersRefusal = {
  readonly code: 'servers_file_invalid';
  readonly file: string;
  readonly field: string;
};

export const lockMinutes = [1, 2, 5, 15] as const;
export type LockAfter = (typeof lockMinutes)[number];

/** What this machine remembers beside the replica. */
export interface Machine {
  /** Made once; the server binds a counter to it. */
  readonly deviceId: string;
  readonly counterId: string | null;
  /** Null: the window speaks as its clerk does. */
  readonly language: RefusalLanguage | null;
  readonly theme: 'light' | 'dark' | 'system';
  /** Minutes without a key, a click or a touch after which the window locks itself; null: never. */
  readonly lockAfter: LockAfter | null;
}

export interface AppInfo {
  readonly version: string;
  readonly shell: 'electron' | 'browser';
  readonly platform: string;
}

/** A link of the audit chain, signed by the host: the page never sees the key. */
export interface LinkSignature {
  /** Ed25519, 128 hexadecimal digits. */
  readonly signature: string;
  /** Whose signature it is: 64 hexadecimal digits. */
  readonly publicKey: string;
}

export interface StoredDocument {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
}

export type DocumentRefusal =
  /** Another content is stored under this id; papers are never overwritten. */
  | { readonly code: 'document_exists' }
  | { readonly code: 'document_missing' }
  /** The file no longer has the SHA-256 it was stored with. */
  | { readonly code: 'document_damaged' }
  | { readonly code: 'disk_full' }
  | { readonly code: 'photo_not_jpeg' };

const nothing = z.strictObject({});
const documentId = z.strictObject({ id: paperId });

const counterId = z.uuid().lowercase();
const linkHash = z.string().regex(/^[0-9a-f]{64}$/);

/** Calls about this machine: answered by Electron's main process, or by the node-host. */
export const machineContract = {
  'app.info': call<Answer<AppInfo>>()(nothing),
  'servers.read': call<Answer<ServersInUse, ServersRefusal>>()(nothing),
  'machine.read': call<Answer<Machine>>()(nothing),
  'machine.write': call<Answer<Machine>>()(
    z.strictObject({
      counterId: z.uuid().nullable().optional(),
      language: z.enum(refusalLanguages).nullable().optional(),
      theme: z.enum(['light', 'dark', 'system']).optional(),
      lockAfter: z.literal(lockMinutes).nullable().optional(),
    }),
  ),
  ...clerksContract,
  /** The key with which this machine signs for a counter; made when it is first asked for. */
  'audit.publicKey': call<Answer<string>>()(z.strictObject({ counterId })),
  /** Signs the hash of a link of the counter's audit chain, and nothing else: the purpose is part of what is signed. */
  'audit.sign': call<Answer<LinkSignature>>()(z.strictObject({ counterId, hash: linkHash })),
  /**
   * Shows a stored paper in the system's viewer. `false` where the host has none (a browser's page): the page then
   * reads the paper and shows it itself.
   */
  'documents.show': call<Answer<{ readonly shown: boolean }, DocumentRefusal>>()(documentId),
};

/** Calls about papers: answered where the replica host runs, off the process that draws windows. */
export const documentsContract = {
  'documents.make': call<Answer<StoredDocument, DocumentRefusal>>()(paperOrder),
  /** Keeps a photo (JPEG) as it keeps papers, without what the camera wrote beside the picture: place, time, owner. */
  'photos.keep': call<Answer<StoredDocument, DocumentRefusal>>()(
    z.strictObject({ id: paperId, image: imageField({ maxBytes: largestPhoto }) }),
  ),
  /** The bytes of a paper or a photo that is kept on this machine. */
  'documents.read': call<Answer<Uint8Array, DocumentRefusal>>()(documentId),
};

/** Everything a page may ask of its host, and nothing else. Handlers, preload, node-host and client derive from it. */
export const contract = { ...machineContract, ...documentsContract };

export type HostClient = Client<typeof contract>;
export type MachineHandlers = Handlers<typeof machineContract>;
export type DocumentsHandlers = Handlers<typeof documentsContract>;
