/**
 * `npm run screenshots`: every screen at 1280 × 800, light and dark, in four languages, into `build/output/screenshots`.
 * Look at all of them after a change of looks.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, chromium } from 'playwright-core';
import { serveCounter } from '#electron/node-host/serve-counter.ts';
import type { Messages } from '#renderer/messages/de/index.ts';
import { messages } from '#renderer/messages/messages.ts';
import { openLine } from '#supabase/embedded/line.ts';
import { startTestBackend } from '#supabase/embedded/testing.ts';
import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { buildApp, builtApp } from '../start/build-app.ts';
import { takeGallery } from './gallery.ts';

const output = join(import.meta.dirname, '..', 'output', 'screenshots');
const looks = [
  { language: 'de', theme: 'light' },
  { language: 'de', theme: 'dark' },
  { language: 'fr', theme: 'light' },
  { language: 'it', theme: 'light' },
  { language: 'en', theme: 'light' },
] as const;

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
await buildApp();
const { executablePath, args, env } = await findBrowser();
const browser = await chromium.launch({ executablePath, args, env });
try {
  await takeGallery(browser, output);
  for (const look of looks) await takeAll(look);
} finally {
  await browser.close();
}
console.log(`The screenshots are in ${output}.`);

async function takeAll(look: (typeof looks)[number]): Promise<void> {
  const t = messages[look.language];
  const backend = await startTestBackend();
  const dataFolder = mkdtempSync(join(tmpdir(), 'schalter-screenshots-'));
  const api = await openLine({ targetUrl: backend.supabaseUrl });
  const stream = await openLine({ targetUrl: backend.powersyncUrl });
  writeFileSync(
    join(dataFolder, 'servers.json'),
    JSON.stringify({ supabaseUrl: api.url, supabaseKey: backend.anonKey, powersyncUrl: stream.url }),
  );
  writeFileSync(
    join(dataFolder, 'machine.json'),
    JSON.stringify({
      deviceId: crypto.randomUUID(),
      counterId: null,
      language: look.language,
      theme: look.theme,
    }),
  );
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
  const page = await context.newPage();
  let taken = 0;
  const take = async (name: string): Promise<void> => {
    taken += 1;
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.screenshot({
      path: join(output, `${look.language}-${look.theme}-${String(taken).padStart(2, '0')}-${name}.png`),
    });
  };
  try {
    await page.goto(counter.address);
    await page.getByLabel(t.signIn.email).fill(demoPeople.zurich.email);
    await take('sign-in');
    await page.getByLabel(t.signIn.password).fill(demoPeople.zurich.password);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Schalter A' }).last().waitFor();
    await take('choose-counter');
    await page.getByRole('button', { name: 'Zürich HB, Schalter A' }).click();
    await page.getByRole('status').filter({ hasText: t.sync.inStep }).waitFor();
    await take('desk');
    await reserve(page, t, take);
    await page.keyboard.press('/');
    await page.keyboard.type('mu');
    await page.getByRole('option').first().waitFor();
    await take('search');
    await page.keyboard.press('Escape');
    await api.cut();
    await stream.cut();
    await checkOut(page, t, take);
    await page.getByRole('button', { name: t.contract.issueInvoice }).waitFor();
    await page.keyboard.press('r');
    await page.getByText(/-R\d{5}/).waitFor();
    await take('contract-offline');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: t.desk.out }).waitFor();
    await take('desk-offline');
    await page.keyboard.press('g');
    await page.keyboard.press('e');
    await page.getByRole('heading', { name: t.inbox.title }).waitFor();
    await take('inbox');
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByRole('heading', { name: t.settings.title }).waitFor();
    await take('settings');
  } finally {
    await context.close();
    await counter.close();
    await api.close();
    await stream.close();
    await backend.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** The plan with a bar on its way, and a reservation as it is opened from there. */
async function reserve(page: Page, t: Messages, take: (name: string) => Promise<void>): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('g');
  await keyboard.press('p');
  const plan = page.getByRole('grid', { name: t.plan.title });
  await plan.getByRole('gridcell').first().waitFor();
  await take('plan');
  await plan.getByRole('gridcell', { name: /Priya/ }).click();
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', '+']) await keyboard.press(key);
  await page.getByText(/\+CHF/).waitFor();
  await take('plan-moving');
  await keyboard.press('Escape');
  await keyboard.press('h');
  // On a reservation, H asks to hold the vehicle beside it.
  await page.getByRole('dialog').waitFor();
  await take('plan-hold');
  await keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await plan.focus();
  await keyboard.press('Enter');
  await page.getByText(t.checkOut.deductibleHint).waitFor();
  await take('reservation');
  await page.getByRole('spinbutton').first().focus();
  await keyboard.press('1');
  await take('reservation-extras');
  await keyboard.press('Control+Enter');
  await page.getByRole('alertdialog').waitFor();
  await take('reservation-new-price');
  await keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: t.checkOut.discard }).click();
  await plan.waitFor();
  await keyboard.press('Escape');
  await page.getByRole('heading', { name: t.desk.out }).waitFor();
}

async function checkOut(page: Page, t: Messages, take: (name: string) => Promise<void>): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('n');
  await page.getByRole('combobox', { name: t.checkOut.findCustomer }).waitFor();
  await keyboard.type('Annalena Brunner-Hürlimann');
  await page.getByRole('option').first().waitFor();
  await take('find-customer');
  await keyboard.press('Enter');
  await page.getByLabel(t.ui.street).fill('Bahnhofstrasse');
  await page.getByLabel(t.ui.houseNumber, { exact: true }).fill('12');
  await page.getByLabel(t.ui.postcode).fill('8001');
  await page.getByLabel(t.ui.town, { exact: true }).fill('Zürich');
  await page.getByLabel(t.checkOut.bornOn).fill('31.02.1990');
  await page.getByLabel(t.checkOut.licenceNumber).fill('003784562001');
  await page.getByLabel(t.checkOut.licenceSince).fill('1.3.2009');
  await keyboard.press('Control+Enter');
  await page.getByText(t.field.day).waitFor();
  await take('customer-with-error');
  await page.getByLabel(t.checkOut.bornOn).fill('24.12.1990');
  await keyboard.press('Control+Enter');
  await page.getByRole('radiogroup', { name: t.checkOut.vehicleTitle }).getByRole('radio').nth(2).click();
  await page.getByText(t.checkOut.deductibleHint).waitFor();
  await take('vehicle');
  await keyboard.press('Control+Enter');
  await page.getByLabel(t.checkOut.odometer).waitFor();
  await take('condition');
  await keyboard.press('Control+Enter');
  const pad = page.getByRole('img', { name: t.checkOut.signHere });
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is no pad');
  await page.mouse.move(box.x + 60, box.y + 90);
  await page.mouse.down();
  for (let step = 1; step <= 60; step++) {
    const fade = 1 - step / 90;
    await page.mouse.move(box.x + 60 + step * 6, box.y + 90 + Math.sin(step / 3) * 42 * fade);
  }
  await page.mouse.up();
  await take('signature');
  await keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /[A-Z]{3}-[A-Z]-\d\d-\d{5}/ }).waitFor();
}
