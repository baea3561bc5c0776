import type { Page } from 'playwright-core';
import { spreadOf } from '../measure.ts';
import { type Report, spread, value } from '../report.ts';
import type { BenchBrowser } from '../scene/bench-browser.ts';
import { startHost } from '../scene/host-process.ts';
import { memoryOf } from '../scene/memory.ts';
import { planFrames } from './plan-frames.ts';
import { screens } from './screens.ts';
import { stopwatch } from './stopwatch.ts';
import { deskIsUsable, keystrokes, openings, watchDesk } from '../scene/app-window.ts';

const runs = 10;
/** No further start after so long. */
const limitMs = 40_000;

export interface StartOptions {
  readonly report: Report;
  /** Is one of these figures asked for? */
  readonly wants: (...names: readonly string[]) => boolean;
  readonly browser: BenchBrowser;
  /** Of a counter that is signed in and synced. */
  readonly dataFolder: string;
  /** The app as it is built. */
  readonly pageFolder: string;
  readonly texts: readonly string[];
}

/** The real app on the replica that is there: from nothing to the desk, then its search box and its screens. */
export async function start(options: StartOptions): Promise<void> {
  const { report, browser, dataFolder, pageFolder, texts } = options;
  const fromNavigation: number[] = [];
  const fromProcess: number[] = [];
  const page = await browser.openPage('about:blank');
  await watchDesk(page);
  let port: number | undefined;
  const end = performance.now() + limitMs;
  for (let run = 0, last = false; !last; run++) {
    // The same port each time, as on a machine that starts its counter every morning: the browser knows the files.
    const host = await startHost({ dataFolder, pageFolder, ...(port === undefined ? {} : { port }) });
    try {
      port = host.port;
      await page.goto(host.address, { waitUntil: 'commit' });
      const usable = await deskIsUsable(page);
      fromNavigation.push(usable);
      fromProcess.push(host.startedIn + usable);
      last = run === runs - 1 || performance.now() > end;
      if (last) {
        await inTheWindow(options, page);
        const memory = memoryOf(host.pid);
        if (memory) {
          report.add({
            name: 'memory',
            what: 'memory of the replica host',
            measured: value('MB', memory.now),
            budget: { atMost: 150 },
            note: `node-host (RSS) after its start, the desk and ${texts.length} searches; replica, papers and page server in one process; peak ${Math.round(memory.peak)} MB`,
          });
        }
      }
      await page.goto('about:blank');
    } finally {
      await host.stop();
    }
  }
  await page.close();
  report.add({
    name: 'start',
    what: 'start of the counter to a usable desk',
    measured: spread(spreadOf(fromProcess)),
    budget: { atMost: 1_500 },
    note: `built host process started, page opened, lists of the desk filled; ${fromProcess.length} runs; Electron’s own start not included`,
  });
  report.add({
    name: 'start',
    what: 'of it: from navigation of the page',
    measured: spread(spreadOf(fromNavigation)),
  });
}

/** What is measured in the app's window once it is there. */
async function inTheWindow({ report, wants, texts }: StartOptions, page: Page): Promise<void> {
  report.add({
    name: 'window',
    what: 'keystroke in the search box to results on screen',
    measured: spread(spreadOf(await keystrokes(page, texts))),
    budget: { atMost: 50 },
    note: 'in the real app: from the input event to the frame after the list has changed',
  });
  report.add({
    name: 'window',
    what: 'open the desk from another screen',
    measured: spread(spreadOf(await openings(page, 20))),
    budget: { atMost: 100 },
    note: 'in the real app: from the key to the frame after its lists are filled',
  });
  if (wants('screens')) {
    await screens(report, page);
    await planFrames(report, page);
  }
  if (wants('stopwatch')) await stopwatch(report, page);
}
