import { BrowserWindow } from 'electron';
import { pageOrigin } from '#shared/ipc/channels.ts';
import { type Log, failureFacts } from '../host/log.ts';

/** A page that crashes again within this time stays as it is: loading it anew would not help. */
const crashApartMs = 10_000;

/** The one window. Sandboxed, isolated, without Node: the page has the contract and nothing else. */
export function createWindow(preload: string, log: Log): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 640,
    show: false,
    backgroundColor: '#fafaf6',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      backgroundThrottling: false,
      spellcheck: false,
    },
  });
  window.setMenuBarVisibility(false);
  window.once('ready-to-show', () => window.show());
  const load = (): void => {
    window.loadURL(`${pageOrigin}/`).catch((error: unknown) => log('page_not_loaded', failureFacts(error)));
  };
  let lastCrash = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log('page_gone', { reason, code: exitCode });
    const now = performance.now();
    // What was committed is in the replica, and drafts are too: the clerk goes on where they were.
    if (reason !== 'clean-exit' && now - lastCrash >= crashApartMs) load();
    lastCrash = now;
  });
  load();
  return window;
}
