import { contract } from '#shared/ipc/contract.ts';
import { createClient } from '#shared/ipc/dispatch.ts';
import { ok } from '#shared/result/result.ts';
import { type WebSocketLike, webSocketTransport } from '#sync/replica/transports/web-socket.ts';
import type { PageHost } from './page-host.ts';

export interface BrowserHostParts {
  /** `fetch`, or one that adds a cookie where there is no browser to do it. */
  readonly fetch: typeof fetch;
  readonly openSocket: (url: string) => WebSocketLike;
}

/**
 * The node-host as a page in a browser reaches it: calls by POST, the replica by WebSocket, both on the page's own
 * origin.
 */
export function browserHost(origin: string, { fetch: send, openSocket }: BrowserHostParts): PageHost {
  return {
    client: createClient(contract, async (name, input) => {
      const response = await send(`${origin}/call/${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      if (!response.ok) throw new Error(`the host answered ${response.status} to ${name}`);
      if (response.headers.get('content-type') === 'application/octet-stream') {
        return ok(new Uint8Array(await response.arrayBuffer()));
      }
      return await response.json();
    }),
    openReplica: async () => webSocketTransport(openSocket(`${origin.replace(/^http/, 'ws')}/replica`)),
  };
}
