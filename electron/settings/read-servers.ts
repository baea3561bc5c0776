import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ServersInUse, ServersRefusal } from '#shared/ipc/contract.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { isMissing } from './is-missing.ts';
import builtIn from './servers.build.json' with { type: 'json' };

/** TLS everywhere but on this machine itself, where development and tests run. */
const address = z.url({ protocol: /^https?$/ }).refine((url) => {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || hostname === '127.0.0.1' || hostname === 'localhost';
});

const serversFile = z.strictObject({
  supabaseUrl: address,
  supabaseKey: z.string().min(1).max(4096),
  powersyncUrl: address,
});

/**
 * The addresses of the server: `servers.json` in the machine's data folder when it is there, else what the build
 * carries. A file that is there but wrong is refused by field, never half used.
 */
export function readServers(dataFolder: string): Result<ServersInUse, ServersRefusal> {
  const file = join(dataFolder, 'servers.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    // A file that is there but cannot be read must not send the counter to another server.
    if (!isMissing(error)) return refuse({ code: 'servers_file_invalid', file, field: '(not readable)' });
    return ok({ ...serversFile.parse(builtIn), source: 'build', file });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse({ code: 'servers_file_invalid', file, field: '(not JSON)' });
  }
  const parsed = serversFile.safeParse(json);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    return refuse({ code: 'servers_file_invalid', file, field: field === '' ? '(file)' : field });
  }
  return ok({ ...parsed.data, source: 'machine', file });
}
