import { type Browser, type Page, _electron, chromium } from '@playwright/test';
import { findBrowser } from '#build/browser/find-browser.ts';
import { builtApp } from '#build/start/build-app.ts';
import { findElectron } from '#build/start/find-electron.ts';
import { serveCounter } from '../node-host/serve-counter.ts';

/** A counter in a window. `close` ends the window and its host; the data folder stays. */
export interface OpenWindow {
  readonly page: Page;
  /** The address with its one-time token, where there is one. */
  readonly address: string | null;
  close(): Promise<void>;
}

export interface Shell {
  readonly name: 'electron' | 'browser';
  open(dataFolder: string): Promise<OpenWindow>;
  end(): Promise<void>;
}

export async function openShell(): Promise<Shell> {
  return process.env['SCHALTER_SHELL'] === 'electron' ? await electronShell() : await browserShell();
}

async function electronShell(): Promise<Shell> {
  const executablePath = await findElectron(20_000);
  if (executablePath === null)
    throw new Error('SCHALTER_SHELL=electron, but the Electron binary cannot be had here');
  return {
    name: 'electron',
    async open(dataFolder) {
      const app = await _electron.launch({
        executablePath,
        args: [builtApp.main],
        env: { ...definedEnvironment(), SCHALTER_DATA: dataFolder },
      });
      const page = await app.firstWindow();
      takeDialogs(page);
      return { page, address: null, close: () => app.close() };
    },
    end: async () => undefined,
  };
}

async function browserShell(): Promise<Shell> {
  const { executablePath, args, env } = await findBrowser();
  const browser: Browser = await chromium.launch({ executablePath, args, env });
  return {
    name: 'browser',
    async open(dataFolder) {
      const counter = await serveCounter({
        dataFolder,
        pageFolder: builtApp.page,
        version: '1.2.3',
        log: () => undefined,
      });
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'de-CH',
        timezoneId: 'Europe/Zurich',
      });
      const page = await context.newPage();
      takeDialogs(page);
      await page.goto(counter.address);
      return {
        page,
        address: counter.address,
        async close() {
          await context.close();
          await counter.close();
        },
      };
    },
    end: () => browser.close(),
  };
}

/**
 * From the beginning on, dialogs for files go to the test and not to the screen. Playwright tells the browser so when it is first
 * waited for one; a key pressed right after that may be quicker.
 */
function takeDialogs(page: Page): void {
  page.on('filechooser', () => undefined);
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
