import type { Page } from '@playwright/test';
import { samplePhoto } from '#build/pdf/sample-photos.ts';
import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

const picture = (which: number, name = 'schaden.jpg') => ({
  name,
  mimeType: 'image/jpeg',
  buffer: Buffer.from(samplePhoto(which).base64, 'base64'),
});

/** Presses the key that asks for a picture; says which of the two ways it was asked for. */
async function asked(page: Page, key: string) {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press(key);
  const found = await chooser;
  return { chooser: found, capture: await found.element().getAttribute('capture') };
}

test('photos of a damage are looked at, taken away and tried again, and what is typed meanwhile stays', async ({
  counter,
  sql,
}) => {
  test.setTimeout(90_000);
  const { page } = counter;
  const { keyboard } = page;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.atDesk();
  await counter.cutLine();
  const presses = await clerk.watchPointer();
  await keyboard.press('r');
  await keyboard.press('Enter');
  await expect(page.getByLabel('Kilometerstand')).toBeFocused();
  const out = page.getByText(/^bei Übergabe [\d’]+$/).first();
  await keyboard.type(String(Number((await out.innerText()).replaceAll(/\D/g, '')) + 50));
  await clerk.next();
  const sketch = page.getByRole('application');
  await clerk.tabTo(sketch);
  for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await keyboard.press(key);
  await expect(page.getByRole('heading', { name: /^Schäden: \d+ bekannt, 1 neu/ })).toBeVisible();

  // A large picture from a slow disk: it is not there yet, and the clerk types on.
  await page.evaluate(() => {
    const read = createImageBitmap;
    const late = new Promise<void>((done) => Reflect.set(window, 'pictureIsRead', done));
    const slow = async (...given: Parameters<typeof createImageBitmap>) => {
      await late;
      Reflect.set(window, 'createImageBitmap', read);
      return await read(...given);
    };
    Reflect.set(window, 'createImageBitmap', slow);
  });
  const first = await asked(page, 'f');
  expect(first.capture).toBeNull();
  await first.chooser.setFiles(picture(4));
  await expect(page.getByText('Bild wird abgelegt …')).toBeVisible();
  const cost = page.getByLabel('Reparatur zulasten Mieter');
  await clerk.tabTo(cost);
  await keyboard.type('350');
  await clerk.tabTo(sketch, 'Shift+Tab');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter']) await keyboard.press(key);
  await expect(page.getByRole('heading', { name: /^Schäden: \d+ bekannt, 2 neu/ })).toBeVisible();
  await page.evaluate(() => (Reflect.get(window, 'pictureIsRead') as () => void)());
  await expect(page.getByText('1 Foto')).toBeVisible();
  await expect(page.getByText('Bild wird abgelegt …')).toHaveCount(0);
  await expect(cost.first()).toHaveValue('350.00');
  await expect(cost).toHaveCount(2);

  // Two at once, of which one cannot be kept: it is told beside its damage, held, and tried again.
  await page.evaluate(() => {
    const canvas = OffscreenCanvas.prototype;
    const convert: unknown = Reflect.get(canvas, 'convertToBlob');
    canvas.convertToBlob = () => {
      Reflect.set(canvas, 'convertToBlob', convert);
      return Promise.reject(new Error('no more memory'));
    };
  });
  const second = await asked(page, 'f');
  await second.chooser.setFiles([picture(1), picture(2, 'zweites.jpg')]);
  const told = page.getByRole('listitem').filter({ hasText: 'Dieses Bild liess sich nicht ablegen.' });
  await expect(told.getByRole('alert')).toContainText('Es ist noch hier.');
  await expect(told.getByText('1 Foto')).toBeVisible();
  // Also for who went on meanwhile, and comes back.
  await clerk.next();
  await expect(page.getByRole('radio', { name: 'Karte' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(told.getByRole('alert')).toContainText('Es ist noch hier.');
  await clerk.tabTo(page.getByRole('button', { name: 'Nochmals ablegen' }));
  await keyboard.press('Enter');
  await expect(page.getByText('2 Fotos')).toBeVisible();
  await expect(page.getByText('Dieses Bild liess sich nicht ablegen.')).toHaveCount(0);
  // What is no picture is said to be none.
  const third = await asked(page, 'f');
  await third.chooser.setFiles({ ...picture(1), buffer: Buffer.from('kein Bild') });
  await expect(page.getByText('Dieses Bild lässt sich nicht lesen.', { exact: false })).toBeVisible();
  await clerk.tabTo(page.getByRole('button', { name: 'Verwerfen' }).first());
  await keyboard.press('Enter');
  await expect(page.getByText('Dieses Bild lässt sich nicht lesen.', { exact: false })).toHaveCount(0);

  // Looked at large, and the wrong one taken away.
  const newer = page.getByRole('listitem').filter({ hasText: '2 Fotos' });
  const tile = newer.getByRole('button', { name: 'Foto 2 gross zeigen' });
  await clerk.tabTo(tile, 'Shift+Tab');
  await keyboard.press('Enter');
  const large = page.getByRole('dialog', { name: 'Foto 2 von 2' });
  await expect(large.locator('img')).toBeVisible();
  await expect
    .poll(() => large.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100);
  await keyboard.press('Escape');
  await expect(large).toHaveCount(0);
  await expect(tile).toBeFocused();
  await keyboard.press('Delete');
  await expect(page.getByText('2 Fotos')).toHaveCount(0);
  await expect(page.getByText('1 Foto')).toHaveCount(2);
  // The hand is not sent to the beginning of the screen.
  const choose = page.getByRole('button', { name: 'Bild wählen' });
  await expect(choose.last()).toBeFocused();
  await clerk.tabTo(page.getByRole('button', { name: 'Foto 1 gross zeigen' }).last());
  await keyboard.press('Enter');
  const only = page.getByRole('dialog', { name: 'Foto 1 von 1' });
  await clerk.tabTo(only.getByRole('button', { name: 'Entfernen' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(only).toHaveCount(0);
  await expect(page.getByText('1 Foto')).toHaveCount(1);
  await expect(choose.last()).toBeFocused();

  // A tablet: its camera by one key, a file by another.
  await expect(page.getByRole('button', { name: 'Foto aufnehmen' })).toHaveCount(0);
  await page.evaluate(() => {
    const { mediaDevices } = navigator;
    const camera = { kind: 'videoinput', deviceId: '', groupId: '', label: '' } as MediaDeviceInfo;
    mediaDevices.enumerateDevices = () => Promise.resolve([camera]);
    mediaDevices.dispatchEvent(new Event('devicechange'));
  });
  await expect(page.getByRole('button', { name: 'Foto aufnehmen F' })).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Bild wählen D' })).toHaveCount(2);
  expect((await asked(page, 'd')).capture).toBeNull();
  const shot = await asked(page, 'f');
  expect(shot.capture).toBe('environment');
  await shot.chooser.setFiles(picture(3));
  await expect(page.getByText('1 Foto')).toHaveCount(2);

  await clerk.next();
  await expect(page.getByRole('radio', { name: 'Karte' })).toBeVisible();
  await clerk.signOnPaper();
  await expect(page.getByText('Übergabeprotokoll')).toBeVisible();
  expect(await presses()).toBe(0);
  await counter.restoreLine();
  const stored = async () =>
    (
      await sql.query(
        `select count(*)::int, count(p.stored_at)::int as stored from photos p join damages d on d.id = p.damage_id
         where d.found_at > now() - interval '1 hour'`,
      )
    ).rows;
  await expect.poll(stored, { timeout: 30_000 }).toEqual([{ count: 2, stored: 2 }]);
});
