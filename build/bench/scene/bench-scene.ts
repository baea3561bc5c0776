import { join } from 'node:path';
import { buildApp, builtApp } from '../../start/build-app.ts';
import { type BenchBrowser, openBrowser } from './bench-browser.ts';
import { buildHost } from './build-host.ts';
import { buildPage } from './build-page.ts';

/** What every figure needs: one Chromium, the pages as they are built, and a folder for what is thrown away. */
export interface BenchScene {
  readonly browser: BenchBrowser;
  readonly benchPage: string;
  readonly appPage: string;
  /** A new folder for one counter's data. */
  readonly dataFolder: (name: string) => string;
  readonly say: (progress: string) => void;
  close(): Promise<void>;
}

export async function openScene(folder: string, say: (progress: string) => void): Promise<BenchScene> {
  say('Building the pages');
  await buildApp();
  await buildHost();
  const benchPage = await buildPage();
  const browser = await openBrowser();
  return {
    browser,
    benchPage,
    appPage: builtApp.page,
    dataFolder: (name) => join(folder, name),
    say,
    close: () => browser.close(),
  };
}
