/** Entry of Electron's main process: one instance, one window, one host process. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { BrowserWindow, Menu, app, ipcMain } from 'electron';
import { contract, documentsContract, machineContract } from '#shared/ipc/contract.ts';
import { createDispatcher } from '#shared/ipc/dispatch.ts';
import { failureFacts, jsonLog } from '../host/log.ts';
import { machineHandlers } from '../host/machine-handlers.ts';
import { answerCalls, isOwnPageFrame } from './answer-calls.ts';
import { openReplicaChannel, replicaPortMessage } from '#shared/ipc/channels.ts';
import { createWindow } from './create-window.ts';
import { keepHostProcess } from './host-process.ts';
import { safeStorageSeal } from './safe-storage-seal.ts';
import { secureSession } from './secure-session.ts';
import { registerPageScheme, servePage } from './serve-page.ts';
import { showDocument } from './show-document.ts';

enableCompileCache();
const log = jsonLog((line) => process.stderr.write(line));

// Tests and several counters on one machine each have a folder of their own.
const ownFolder = process.env['SCHALTER_DATA'];
if (ownFolder !== undefined) app.setPath('userData', ownFolder);

if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  registerPageScheme();
  app.enableSandbox();
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(open);
}

function open(): void {
  const dataFolder = app.getPath('userData');
  const built = import.meta.dirname;
  Menu.setApplicationMenu(null);
  secureSession(app);
  servePage(join(built, '..', 'renderer'), dataFolder);

  const hostProcess = keepHostProcess({ script: join(built, 'host-process.js'), dataFolder, log });
  app.on('before-quit', () => hostProcess.stop());
  ipcMain.on(openReplicaChannel, (event) => {
    if (isOwnPageFrame(event))
      event.senderFrame?.postMessage(replicaPortMessage, null, [hostProcess.openReplica()]);
  });

  const answerHere = createDispatcher(
    machineContract,
    machineHandlers({
      dataFolder,
      info: { version: app.getVersion(), shell: 'electron', platform: process.platform },
      seal: safeStorageSeal,
      showDocument: showDocument(dataFolder, hostProcess),
    }),
    (name, error, traceId) => log('call_failed', { name, trace_id: traceId, ...failureFacts(error) }),
  );
  answerCalls(async (name, input) => {
    if (typeof name === 'string' && Object.hasOwn(documentsContract, name) && Object.hasOwn(contract, name)) {
      return await hostProcess.ask(name, input);
    }
    return await answerHere(name, input);
  });
  createWindow(join(built, '..', 'preload', 'index.cjs'));
}
