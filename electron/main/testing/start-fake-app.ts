import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { serveHost } from '../utility/serve-host.ts';
import { startApp } from '../start-app.ts';
import { builtFolder } from './built-folder.ts';
import { BrowserWindow, app, fake } from './fake-electron.ts';

export interface FakeStart {
  readonly folder: string;
  readonly dataFolder: string;
  stop(): Promise<void>;
}

/** Starts main under the fake, with the real replica and papers in the forked process, and waits for its window. */
export async function startFakeApp(): Promise<FakeStart> {
  const folder = builtFolder();
  const dataFolder = join(folder, 'data');
  const hosts: ReturnType<typeof serveHost>[] = [];
  fake.onFork = (process) => {
    const host = serveHost(dataFolder, process.parentPort, () => undefined);
    hosts.push(host);
    process.once('exit', () => void host.then((replica) => replica.close()));
  };
  app.setPath('userData', dataFolder);
  startApp(join(folder, 'main'));
  app.becomeReady();
  await new Promise<void>((resolve) => {
    if (BrowserWindow.getAllWindows().length > 0) resolve();
    else app.once('web-contents-created', () => resolve());
  });
  return {
    folder,
    dataFolder,
    async stop() {
      app.emit('will-quit');
      for (const host of hosts) (await host).close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
