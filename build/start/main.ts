/**
 * `npm start`: the embedded backend and one counter. Electron where its binary is or can be had within 20 seconds, else
 * the same counter served to a browser. Ctrl+C stops everything; the data stays in `.schalter/`.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import packageJson from '../../package.json' with { type: 'json' };
import { jsonLog } from '#electron/host/log.ts';
import { readPort } from '#electron/node-host/read-port.ts';
import { serveCounter } from '#electron/node-host/serve-counter.ts';
import { startBackend } from '#supabase/embedded/backend.ts';
import { StartupError } from '#supabase/embedded/startup-error.ts';
import { stopRequested } from '#supabase/embedded/stop-requested.ts';
import { demoSignIns } from '#supabase/seeds/demo-people.ts';
import { buildApp, builtApp } from './build-app.ts';
import { findElectron } from './find-electron.ts';

const electronLimitMs = 20_000;

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.schalter' },
    port: { type: 'string' },
    /** Skips Electron, where somebody wants the browser. */
    browser: { type: 'boolean', default: false },
  },
});

try {
  await start();
} catch (error) {
  if (!(error instanceof StartupError) && !(error instanceof Error && error.message.startsWith('Port ')))
    throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const dataFolder = resolve(values.data);
  const counterFolder = join(dataFolder, 'counter');
  mkdirSync(counterFolder, { recursive: true });
  const cleanUp: (() => unknown)[] = [];
  const stopped = stopRequested();
  try {
    const log = createWriteStream(join(dataFolder, 'start.log'), { flags: 'a', mode: 0o600 });
    cleanUp.push(() => log.end());
    console.log('Starting the embedded backend (for development and the demo only) …');
    const backend = await startBackend({ dataFolder: join(dataFolder, 'backend'), seed: 'demo' });
    cleanUp.push(() => backend.stop());
    const { supabaseUrl, powersyncUrl, anonKey } = backend;
    writeFileSync(
      join(counterFolder, 'servers.json'),
      `${JSON.stringify({ supabaseUrl, supabaseKey: anonKey, powersyncUrl }, null, 2)}\n`,
    );
    if (await buildApp()) console.log('Built the app.');
    console.log('\nDemo sign-ins:');
    for (const { email, password, role, company } of demoSignIns) {
      console.log(`  ${email.padEnd(24)} ${password.padEnd(22)} ${role}, ${company}`);
    }
    const electron = values.browser ? null : await findElectron(electronLimitMs);
    const ended = electron === null ? serve() : openWindow(electron);
    await Promise.race([stopped, ended]);

    /** Resolves never: a served counter ends with Ctrl+C. */
    async function serve(): Promise<void> {
      if (!values.browser) {
        console.log('\nThe Electron binary cannot be had here, so the counter opens in a browser instead.');
      }
      const counter = await serveCounter({
        dataFolder: counterFolder,
        pageFolder: builtApp.page,
        ...(values.port === undefined ? {} : { port: readPort(values.port) }),
        version: packageJson.version,
        log: jsonLog((line) => log.write(line)),
      });
      cleanUp.push(() => counter.close());
      console.log(
        `\nOpen (once, it carries a one-time token):\n  ${counter.address}\n\nCtrl+C stops everything; the data stays.`,
      );
      await stopped;
    }
  } finally {
    for (const end of cleanUp.toReversed()) await end();
  }

  function openWindow(electron: string): Promise<void> {
    const child = spawn(electron, [builtApp.main], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, SCHALTER_DATA: counterFolder },
    });
    cleanUp.push(() => child.kill());
    return new Promise((done) => child.once('exit', () => done()));
  }
}
