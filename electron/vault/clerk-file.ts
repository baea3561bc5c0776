import { z } from 'zod';
import { type Granted, readGrant } from './granted.ts';
import { pinVerifier } from './pin-verifier.ts';
import { type VaultSeal, openVault } from './vault.ts';

const session = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Seconds since 1970. */
  expiresAt: z.number(),
});

const clerk = z.object({
  userId: z.uuid(),
  companyId: z.uuid(),
  email: z.string(),
  role: z.enum(['owner', 'manager', 'staff', 'viewer']),
  /** Null when the server would not go on with it. */
  session: session.nullable(),
  /** The server said that this person has no access any more. */
  isTurnedAway: z.boolean(),
  pin: z.object({ verifier: pinVerifier, failures: z.int().min(0) }).nullable(),
});

const content = z.object({ clerks: z.array(clerk), presentId: z.uuid().nullable() });

export type ClerkRecord = z.infer<typeof clerk>;
export type ClerkSession = z.infer<typeof session>;
export type ClerkFileContent = z.infer<typeof content>;

export interface ClerkFile {
  read(): ClerkFileContent;
  /** Durable when it returns, except where the system cannot seal: then it holds for this run. */
  write(content: ClerkFileContent): void;
}

/**
 * The clerks of this machine, their sessions and the verifiers of their PINs, sealed in one file. What cannot be unsealed or
 * read counts as nobody: everybody signs in again.
 */
export function openClerkFile(dataFolder: string, seal: VaultSeal): ClerkFile {
  const vault = openVault(dataFolder, seal, 'clerks.bin');
  let current = parse(vault.read()) ?? { clerks: [], presentId: null };
  const write = (next: ClerkFileContent): void => {
    vault.write(JSON.stringify(next));
    current = next;
  };
  const older = openVault(dataFolder, seal, 'vault.bin');
  const known = older.read();
  if (known !== null) {
    const granted = readGrant(known);
    if (granted && current.clerks.length === 0) write(keptAlone(granted));
    older.clear();
  }
  return { read: () => current, write };
}

function parse(text: string | null): ClerkFileContent | null {
  try {
    return content.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}

/** The one session that versions before this file kept: whoever was signed in stays so. */
function keptAlone({ identity, session: kept }: Granted): ClerkFileContent {
  return {
    clerks: [{ ...identity, session: kept, isTurnedAway: false, pin: null }],
    presentId: identity.userId,
  };
}

/** Changes what is kept of one clerk, who is there, and returns it. */
export function changeClerk(file: ClerkFile, userId: string, changes: Partial<ClerkRecord>): ClerkRecord {
  const { clerks, presentId } = file.read();
  const before = clerks.find((one) => one.userId === userId);
  if (!before) throw new Error('a clerk is changed who is not kept');
  const after = { ...before, ...changes };
  file.write({ clerks: clerks.map((one) => (one === before ? after : one)), presentId });
  return after;
}
