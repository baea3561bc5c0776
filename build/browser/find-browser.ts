import { existsSync } from 'node:fs';

import { chromium } from 'playwright-core';

import { unpackChromium } from './packed-chromium.ts';

/** What playwright-core's `launch` takes: `chromium.launch({ ...browser, headless: true })`. */
export interface Browser {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
  /** Where it was found, for a line in the log. */
  readonly source: BrowserSource;
}

export type BrowserSource = 'SCHALTER_BROWSER' | 'playwright' | 'system' | 'npm';

/** Keeps a browser from asking, updating, or calling home. */
export const quietArgs: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const systemPaths: Readonly<Record<string, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * Finds a Chromium on a bare machine: the one named by SCHALTER_BROWSER, Playwright's own, the system's, and at last the one
 * that came with npm (Linux x64 only). `only` restricts it to one of them.
 * Throws an error that says what to do when there is none.
 */
export async function findBrowser(only?: BrowserSource): Promise<Browser> {
  const wanted = (source: BrowserSource): boolean => only === undefined || only === source;
  const configured = process.env['SCHALTER_BROWSER'];
  if (configured && wanted('SCHALTER_BROWSER')) {
    if (!existsSync(configured)) throw new Error(`SCHALTER_BROWSER names ${configured}, which is not there`);
    return asBrowser('SCHALTER_BROWSER', configured);
  }
  const own = chromium.executablePath();
  if (wanted('playwright') && own && existsSync(own)) return asBrowser('playwright', own);
  const installed = systemPaths[process.platform]?.find((path) => existsSync(path));
  if (wanted('system') && installed) return asBrowser('system', installed);
  if (wanted('npm') && process.platform === 'linux' && process.arch === 'x64') return packedBrowser();
  throw new Error(
    'No Chromium was found. Install Chrome or Chromium, run `npx playwright install chromium`, or name one in SCHALTER_BROWSER.',
  );
}

async function packedBrowser(): Promise<Browser> {
  const { executablePath, libraries, fontConfig } = await unpackChromium();
  const others = process.env['LD_LIBRARY_PATH'];
  // The system's libraries may be missing or older: its own go first.
  return asBrowser('npm', executablePath, {
    LD_LIBRARY_PATH: others ? `${libraries}:${others}` : libraries,
    FONTCONFIG_FILE: fontConfig,
  });
}

function asBrowser(
  source: BrowserSource,
  executablePath: string,
  extra: Record<string, string> = {},
): Browser {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    source,
    executablePath,
    args: [...quietArgs],
    env: { ...Object.fromEntries(inherited), ...extra },
  };
}
