import { protocol } from 'electron';
import { contentSecurityPolicy, pageHeaders } from '../host/content-security-policy.ts';
import { type PageFile, readPageFiles } from '../host/page-files.ts';
import { readServers } from '../settings/read-servers.ts';
import { pageOrigin, pageScheme } from '#shared/ipc/channels.ts';

/** Must run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built page under `app://schalter/`, from memory, with its content security policy. */
export function servePage(pageFolder: string, dataFolder: string): void {
  const files = readPageFiles(pageFolder);
  protocol.handle(pageScheme, (request) => {
    const url = new URL(request.url);
    if (`${url.protocol}//${url.host}` !== pageOrigin) return new Response('', { status: 404 });
    return answer(findFile(files, url.pathname), dataFolder);
  });
}

/** Places of the app are paths without a dot; all of them are the one page. */
export function findFile(files: ReadonlyMap<string, PageFile>, path: string): PageFile | undefined {
  return files.get(path) ?? (path.includes('.') ? undefined : files.get('/'));
}

function answer(file: PageFile | undefined, dataFolder: string): Response {
  if (!file) return new Response('', { status: 404 });
  const servers = readServers(dataFolder);
  const reachable = servers.ok ? servers.value : { supabaseUrl: pageOrigin, powersyncUrl: pageOrigin };
  return new Response(file.bytes, {
    headers: {
      ...pageHeaders,
      'content-type': file.type,
      'content-security-policy': contentSecurityPolicy(reachable),
    },
  });
}
