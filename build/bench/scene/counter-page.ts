import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Servers } from '#shared/ipc/contract.ts';
import type { AdapterName } from '../page/open-replica-by.ts';
import type { BenchPage } from '../page/bench-page.ts';
import type { Credentials } from '../page/open-session.ts';
import type { BenchBrowser } from './bench-browser.ts';
import { type HostProcess, startHost } from './host-process.ts';
import { servePage } from '../../browser/serve-page.ts';

/** A page of the bench that is open on a replica. */
export interface CounterPage {
  readonly page: Page;
  /** Of our adapter; the stock one has none. */
  readonly host: HostProcess | null;
  readonly dataFolder: string;
  /** Calls a method of the page, and returns its answer. */
  call<Name extends keyof BenchPage>(
    name: Name,
    ...input: Parameters<BenchPage[Name]>
  ): Promise<Awaited<ReturnType<BenchPage[Name]>>>;
  /** Closes the page and its host. What the host keeps stays in the folder. */
  close(): Promise<void>;
}

export interface CounterPageOptions {
  readonly adapter: AdapterName;
  readonly browser: BenchBrowser;
  readonly pageFolder: string;
  readonly dataFolder: string;
  readonly servers: Servers;
  readonly credentials: Credentials;
  readonly counterId: string;
}

/** Opens the page on an empty replica and signs in; nothing is synced yet. */
export async function openCounterPage(options: CounterPageOptions): Promise<CounterPage> {
  const { adapter, browser, pageFolder, dataFolder, servers, credentials, counterId } = options;
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(join(dataFolder, 'servers.json'), JSON.stringify(servers));
  const host = adapter === 'host' ? await startHost({ dataFolder, pageFolder }) : null;
  const served = host ? null : await servePage(pageFolder);
  const page = host
    ? await browser.openPageApart(host.address)
    : await browser.openPage(served?.address ?? '');
  await page.waitForFunction(() => 'bench' in globalThis);
  const call: CounterPage['call'] = async (name, ...input) =>
    (await page.evaluate(
      async ([method, parameters]) =>
        await (globalThis.bench[method] as (...all: unknown[]) => unknown)(...parameters),
      [name, input] as const,
    )) as never;
  await call('open', { adapter, servers, credentials, counterId });
  return {
    page,
    host,
    dataFolder,
    call,
    async close() {
      await call('close').catch(() => undefined);
      await page.close();
      await served?.close();
      await host?.stop();
    },
  };
}
