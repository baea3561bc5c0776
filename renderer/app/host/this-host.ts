import { browserHost } from './browser-host.ts';
import { type ElectronBridge, electronHost } from './electron-host.ts';
import type { PageHost } from './page-host.ts';

declare global {
  interface Window {
    readonly schalter?: ElectronBridge;
  }
}

/** The host of the page we are in: Electron where its preload ran, else the node-host that served us. */
export function thisHost(): PageHost {
  if (window.schalter) return electronHost(window.schalter, window);
  return browserHost(window.location.origin, {
    fetch: (...request) => window.fetch(...request),
    openSocket: (url) => new WebSocket(url),
  });
}
