import { protocol } from 'electron';
import { pageOrigin, pageScheme } from '#shared/ipc/channels.ts';
import { contentSecurityPolicy, pageHeaders } from '../host/content-security-policy.ts';
import { readPageFiles } from '../host/page-files.ts';
import { readServers } from '../settings/read-servers.ts';

/** Must run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/**
 * Serves the built page under `app://schalter/`, from memory, with its content security policy. What was not built is not
 * there: the page keeps its places to itself, so none of them is an address.
 */
export function servePage(pageFolder: string, dataFolder: string): void {
  const files = readPageFiles(pageFolder);
  protocol.handle(pageScheme, (request) => {
    const url = new URL(request.url);
    if (`${url.protocol}//${url.host}` !== pageOrigin) return new Response('', { status: 404 });
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response('', { status: 405 });
    const file = files.get(url.pathname);
    if (!file) return new Response('', { status: 404 });
    const servers = readServers(dataFolder);
    const reachable = servers.ok ? servers.value : { supabaseUrl: pageOrigin, powersyncUrl: pageOrigin };
    return new Response(request.method === 'HEAD' ? null : file.bytes, {
      headers: {
        ...pageHeaders,
        'content-type': file.type,
        'content-security-policy': contentSecurityPolicy(reachable),
      },
    });
  });
}
