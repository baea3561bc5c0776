import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BackendOptions, type EmbeddedBackend, startBackend } from './backend.ts';
import { copyPrepared } from './prepared.ts';
import { removeDataFolder } from './remove-data-folder.ts';
import { StartupError } from './startup-error.ts';

export interface TestBackend extends EmbeddedBackend {
  readonly dataFolder: string;
  /** Stops without removing the folder, so that it can be started again. */
  stopKeepingData(): Promise<void>;
}

/** A backend of its own in a temporary folder, seeded; `stop` ends it and removes everything. */
export async function startTestBackend(options: Partial<BackendOptions> = {}): Promise<TestBackend> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'schalter-backend-'));
  // As root, Postgres runs as another account, which must be able to pass through.
  chmodSync(dataFolder, 0o711);
  // The same as it would be built here, only quicker: where a folder or a seed is given, it is built.
  if (options.dataFolder === undefined && options.seed === undefined) await copyPrepared(dataFolder);
  const backend = await startPatiently({ seed: 'demo', syncToDisk: false, ...options, dataFolder }).catch(
    (error: unknown) => {
      if (options.dataFolder === undefined) removeDataFolder(dataFolder);
      throw error;
    },
  );
  return {
    ...backend,
    dataFolder,
    stopKeepingData: () => backend.stop(),
    async stop() {
      await backend.stop();
      removeDataFolder(dataFolder);
    },
  };
}

/** Tests run side by side: a port that was free when it was chosen may be taken when it is used. Then others are. */
async function startPatiently(options: BackendOptions, attempt = 1): Promise<EmbeddedBackend> {
  try {
    return await startBackend(options);
  } catch (error) {
    const another =
      error instanceof StartupError && error.code === 'port_in_use' && options.gatewayPort === undefined;
    if (!another || attempt === 3) throw error;
    return await startPatiently(options, attempt + 1);
  }
}

/** Signs in over the gateway, as a counter does, and returns the access token. */
export async function tokenOf(
  { supabaseUrl, anonKey }: EmbeddedBackend,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<string> {
  const response = await fetch(`${supabaseUrl}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: { apikey: anonKey, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const answer = (await response.json()) as { access_token?: string };
  if (answer.access_token === undefined) throw new Error(`signing in was answered with ${response.status}`);
  return answer.access_token;
}
