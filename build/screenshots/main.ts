/**
 * `npm run screenshots`: every screen at 1280 × 800, light and dark, in four languages, into `build/output/screenshots`.
 * Look at all of them after a change of looks. `-- de-light` or `-- it` takes these looks only, without the gallery; `-- gallery`
 * takes the controls alone; `-- readme` takes the pictures of the README.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serveCounter } from '#electron/node-host/serve-counter.ts';
import { messages } from '#renderer/messages/messages.ts';
import { openLine } from '#supabase/embedded/line.ts';
import { startTestBackend } from '#supabase/embedded/testing.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { buildApp, builtApp } from '../start/build-app.ts';
import { takeGallery } from './gallery.ts';
import { arrange } from './tour/arrange.ts';
import { takeTour } from './tour/tour.ts';

const output = join(import.meta.dirname, '..', 'output', 'screenshots');
const images = join(import.meta.dirname, '..', '..', '.github', 'images');
/** What stands in the README, by the stop of the tour it is taken at. */
const inReadme: Readonly<Record<string, string>> = {
  desk: 'desk.png',
  'check-out-vehicle': 'check-out.png',
  'plan-moving': 'plan.png',
};
const languages = ['de', 'fr', 'it', 'en'] as const;
const themes = ['light', 'dark'] as const;
type Language = (typeof languages)[number];
type Theme = (typeof themes)[number];

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
await buildApp();
const { executablePath, args, env } = await findBrowser();
const browser = await chromium.launch({ executablePath, args, env });
try {
  const wanted = process.argv.slice(2).map((name) => (name === 'readme' ? 'de-light' : name));
  if (wanted.length === 0 || wanted.includes('gallery')) await takeGallery(browser, output);
  for (const language of languages) {
    const looks = themes.filter(
      (theme) => wanted.length === 0 || wanted.includes(language) || wanted.includes(`${language}-${theme}`),
    );
    if (looks.length > 0) await takeAll(language, looks);
  }
} finally {
  await browser.close();
}
console.log(`The screenshots are in ${output}.`);

/** One tour in a language. Each stop is taken in every look asked for: only colours depend on the theme, so it changes on the spot. */
async function takeAll(language: Language, looks: readonly Theme[]): Promise<void> {
  const backend = await startTestBackend();
  const dataFolder = mkdtempSync(join(tmpdir(), 'schalter-screenshots-'));
  const lines = [
    await openLine({ targetUrl: backend.supabaseUrl }),
    await openLine({ targetUrl: backend.powersyncUrl }),
  ] as const;
  const [api, stream] = lines;
  const servers = { supabaseUrl: api.url, supabaseKey: backend.anonKey, powersyncUrl: stream.url };
  writeFileSync(join(dataFolder, 'servers.json'), JSON.stringify(servers));
  const machine = { deviceId: crypto.randomUUID(), counterId: null, language, theme: looks[0] ?? 'light' };
  writeFileSync(join(dataFolder, 'machine.json'), JSON.stringify(machine));
  const arranged = await arrange(backend.databaseUrl);
  const counter = await serveCounter({
    dataFolder,
    pageFolder: builtApp.page,
    version: '0.1.0',
    log: () => undefined,
  });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    timezoneId: 'Europe/Zurich',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  let taken = 0;
  const visit = async (name: string): Promise<void> => {
    taken += 1;
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    for (const theme of looks.toReversed()) {
      await page.evaluate((shown) => void (document.documentElement.dataset['theme'] = shown), theme);
      const path = join(output, `${language}-${theme}-${String(taken).padStart(3, '0')}-${name}.png`);
      await page.screenshot({ path });
      const kept = process.argv.includes('readme') ? inReadme[name] : undefined;
      if (kept !== undefined) copyFileSync(path, join(images, kept));
    }
  };
  try {
    await page.goto(counter.address);
    await takeTour(
      {
        page,
        t: messages[language],
        visit,
        cutLine: async () => void (await Promise.all(lines.map((line) => line.cut()))),
        restoreLine: async () => void (await Promise.all(lines.map((line) => line.restore()))),
      },
      arranged,
    );
  } catch (error) {
    await page.screenshot({ path: join(output, `${language}-999-stuck.png`) });
    throw error;
  } finally {
    await context.close();
    await counter.close();
    for (const line of lines) await line.close();
    await backend.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
