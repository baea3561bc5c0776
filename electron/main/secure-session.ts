import { type App, type WebContents, session } from 'electron';
import { pageOrigin } from '#shared/ipc/channels.ts';

/**
 * The page stays the page: no permissions, no other places, no windows, no webviews (Electron's security checklist
 * 5, 12-14). Links to the outside have no use at a counter, so none are opened.
 */
export function secureSession(app: Pick<App, 'on'>): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    // The page has no frames. One that somebody brought in stays empty.
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** By origin, not by prefix: `app://schalter.example` is somebody else. */
export function isOwnPage(url: string): boolean {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}` === pageOrigin;
  } catch {
    return false;
  }
}
