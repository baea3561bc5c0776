import { join } from 'node:path';
import { BrowserWindow, app, dialog, net } from 'electron';
import { machineContract } from '#shared/ipc/contract.ts';
import { createDispatcher } from '#shared/ipc/dispatch.ts';
import { failureFacts, jsonLog } from '../host/log.ts';
import { machineHandlers } from '../host/machine-handlers.ts';
import { answerCalls } from './answer-calls.ts';
import { answerContract } from './answer-contract.ts';
import { setApplicationMenu } from './application-menu.ts';
import { createWindow } from './create-window.ts';
import { handOverReplica } from './hand-over-replica.ts';
import { keepHostProcess } from './host-process.ts';
import { safeStorageSeal } from './safe-storage-seal.ts';
import { secureSession } from './secure-session.ts';
import { registerPageScheme, servePage } from './serve-page.ts';
import { showDocument } from './show-document.ts';

const log = jsonLog((line) => process.stderr.write(line));

/**
 * One instance per data folder, one window, one host process. A second start brings the first one's window forward.
 *
 * Electron's security checklist (its numbers), and where each point is kept:
 *
 * | no. | point                          | where                                                              |
 * | --- | ------------------------------ | ------------------------------------------------------------------ |
 * | 1   | only secure content            | serve-page.ts (own files), read-servers.ts (TLS beyond this machine) |
 * | 2   | no Node integration            | create-window.ts                                                   |
 * | 3   | context isolation              | create-window.ts, preload/index.ts                                 |
 * | 4   | sandbox                        | `app.enableSandbox` below, create-window.ts                        |
 * | 5   | permission requests            | secure-session.ts: all refused                                     |
 * | 6   | webSecurity                    | create-window.ts                                                   |
 * | 7   | content security policy        | host/content-security-policy.ts, sent by serve-page.ts             |
 * | 8   | no insecure content            | create-window.ts: `allowRunningInsecureContent` stays off          |
 * | 9   | no experimental features       | create-window.ts: not turned on                                    |
 * | 10  | no `enableBlinkFeatures`       | create-window.ts: not turned on                                    |
 * | 11  | no pop-ups from webviews       | create-window.ts: `webviewTag` off                                 |
 * | 12  | webviews verified              | secure-session.ts: none may attach                                 |
 * | 13  | navigation limited             | secure-session.ts                                                  |
 * | 14  | new windows limited            | secure-session.ts: none                                            |
 * | 15  | `openExternal`                 | never called; show-document.ts opens only copies that it wrote     |
 * | 16  | current Electron               | package.json, pinned                                               |
 * | 17  | senders of messages verified   | answer-calls.ts: `isOwnPageFrame`                                  |
 * | 18  | a protocol instead of file://  | serve-page.ts                                                      |
 * | 19  | fuses                          | set when the app is packaged, not here                             |
 * | 20  | no Electron API to the page    | preload/index.ts: two functions of our own, no event is passed on  |
 *
 * @param built the folder of the built main process; page and preload lie beside it
 */
export function startApp(built: string): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  registerPageScheme();
  app.enableSandbox();
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(() => open(built))
    .catch((error: unknown) => {
      log('start_failed', failureFacts(error));
      dialog.showErrorBox('Schalter', 'Schalter kann nicht starten. Bitte melden Sie sich beim Support.');
      app.exit(1);
    });
}

function open(built: string): void {
  const dataFolder = app.getPath('userData');
  setApplicationMenu(process.platform);
  secureSession(app);
  servePage(join(built, '..', 'renderer'), dataFolder);

  const hostProcess = keepHostProcess({ script: join(built, 'host-process.js'), dataFolder, log });
  // Not before: a page may still hold up the end of the app, and goes on working then.
  app.on('will-quit', () => hostProcess.stop());
  handOverReplica(hostProcess);

  const onFailure = (name: string, error: unknown, traceId: string): void =>
    log('call_failed', { name, trace_id: traceId, ...failureFacts(error) });
  const answerHere = createDispatcher(
    machineContract,
    machineHandlers({
      dataFolder,
      info: { version: app.getVersion(), shell: 'electron', platform: process.platform },
      seal: safeStorageSeal(log),
      send: (url, init) => net.fetch(url, init),
      showDocument: showDocument(dataFolder, hostProcess),
    }),
    onFailure,
  );
  answerCalls(answerContract(answerHere, hostProcess, onFailure));
  createWindow(join(built, '..', 'preload', 'index.cjs'), log);
}
