import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

test('language and brightness change at once and stay; the addresses are shown', async ({ counter }) => {
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  await new Clerk(counter.page).atDesk();
  await counter.page.keyboard.press('g');
  await counter.page.keyboard.press('s');
  const servers = JSON.parse(readFileSync(join(counter.dataFolder, 'servers.json'), 'utf8')) as {
    powersyncUrl: string;
  };
  await expect(counter.page.getByText(servers.powersyncUrl)).toBeVisible();
  await expect(counter.page.getByText('Datei auf diesem Gerät')).toBeVisible();
  await counter.page.getByText('dunkel').click();
  await counter.page.getByText('English').click();
  await expect(counter.page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await counter.restart();
  await expect(counter.page.getByRole('heading', { name: /^Out/ })).toBeVisible();
  await expect(counter.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(counter.page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the page has no more than the contract, and its address works once', async ({ counter }) => {
  const { page } = counter;
  await expect(page.getByLabel('E-Mail')).toBeVisible();
  await expect(page.addScriptTag({ content: 'window.injected = true' })).rejects.toThrow();
  const globals = await page.evaluate(() =>
    ['process', 'require', 'module', 'injected'].filter((name) => name in window),
  );
  expect(globals).toEqual([]);
  test.skip(counter.address === null, 'Electron has no address');
  const again = await fetch(counter.address ?? '', { redirect: 'manual' });
  expect(again.status).toBe(403);
  const stranger = await fetch(`${new URL(counter.address ?? '').origin}/call/clerks.read`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  expect(stranger.status).toBe(403);
});

test('the window speaks as its clerk does, until a language is chosen', async ({ counter }) => {
  const { page } = counter;
  await page.getByLabel('E-Mail').fill(demoPeople.lagoStaff.email);
  await page.getByLabel('Passwort').fill(demoPeople.lagoStaff.password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Lugano/ }).click();
  await expect(page.getByRole('status')).toHaveText('Aggiornato');
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { name: 'Impostazioni' })).toBeVisible();
  await page.getByText('Français').click();
  await expect(page.getByRole('heading', { name: 'Réglages' })).toBeVisible();
  await page.getByText('celle de la personne au guichet').click();
  await expect(page.getByRole('heading', { name: 'Impostazioni' })).toBeVisible();
  await page.getByRole('button', { name: 'Uscire' }).click();
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
});
