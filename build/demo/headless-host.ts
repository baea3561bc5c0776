import { WebSocket } from 'ws';
import { browserHost } from '#renderer/app/host/browser-host.ts';
import type { PageHost } from '#renderer/app/host/page-host.ts';

/** A page's host without a browser: the same calls and sockets, with the cookie that a browser would send. */
export async function headlessHost(address: string): Promise<PageHost> {
  const { origin } = new URL(address);
  const opened = await fetch(address, { redirect: 'manual' });
  const cookie = opened.headers.get('set-cookie')?.split(';')[0];
  if (opened.status !== 303 || cookie === undefined)
    throw new Error(`the node-host answered ${opened.status}`);
  return browserHost(origin, {
    fetch: (url, init) => {
      const headers = new Headers(init?.headers);
      headers.set('cookie', cookie);
      return fetch(url, { ...init, headers });
    },
    openSocket: (url) => new WebSocket(url, { headers: { cookie, origin } }),
  });
}
