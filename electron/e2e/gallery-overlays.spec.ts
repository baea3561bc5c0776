import { expect, test } from './gallery.ts';

test('a question keeps the focus, asks for its reason, and gives the focus back', async ({ openSection }) => {
  const page = await openSection('overlays');
  const opener = page.getByRole('button', { name: 'Verwerfen' });
  await opener.press('Enter');
  const dialog = page.getByRole('alertdialog', { name: 'Gutschrift ZRH-A-26-00042' });
  const reason = dialog.getByRole('textbox', { name: 'Grund' });
  await expect(reason).toBeFocused();
  for (let at = 0; at < 5; at += 1) {
    await page.keyboard.press('Tab');
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press('Control+Enter');
  await expect(reason).toHaveAccessibleDescription('Bitte kurz begründen.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await expect(page.getByTestId('done')).toHaveText('');
  await opener.press('Enter');
  await expect(reason).toHaveValue('');
  await reason.fill('  falscher Kunde ');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('done')).toHaveText('falscher Kunde');
  await expect(dialog).toBeHidden();
});

test('the palette is typed in, moved in and left by keyboard', async ({ openSection }) => {
  const page = await openSection('overlays');
  const opener = page.getByRole('button', { name: 'Befehl oder Suche' });
  await opener.press('Enter');
  const box = page.getByRole('combobox', { name: 'Befehl oder Suche' });
  await expect(box).toBeFocused();
  await expect(page.getByRole('option')).toHaveCount(4);
  await page.keyboard.type('zrh');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  await expect(opener).toBeFocused();
  await opener.press('Enter');
  await expect(box).toHaveValue('');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('done')).toHaveText('brunner');
});

test('a message is read out without taking the focus; a problem stays until it is dismissed', async ({
  openSection,
}) => {
  const page = await openSection('overlays');
  const opener = page.getByRole('button', { name: 'Senden gestört' });
  await opener.press('Enter');
  const log = page.getByRole('log');
  await expect(log).toHaveAttribute('aria-live', 'polite');
  await expect(log).toContainText('Das ging schief. Nichts ist verloren');
  await expect(opener).toBeFocused();
  await log.getByRole('button', { name: 'Noch einmal' }).click();
  await expect(page.getByTestId('done')).toHaveText('again');
  await expect(log).toBeEmpty();
});
