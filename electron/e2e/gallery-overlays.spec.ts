import { expect, test } from './gallery.ts';

test('a question keeps the focus, asks for its reason, and gives the focus back', async ({ openSection }) => {
  const page = await openSection('overlays');
  const opener = page.getByRole('button', { name: 'Gutschrift ausstellen' });
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

test('finds of two kinds stand under headings, and the foot says what the keys do with each', async ({
  openSection,
}) => {
  const page = await openSection('overlays');
  const box = page.getByRole('combobox', { name: 'Suchen', exact: true });
  const list = page.getByRole('listbox', { name: 'Suchen', exact: true });
  const done = page.getByTestId('done');
  await box.focus();
  await page.keyboard.type('n');
  const [commands, found] = ['Befehle', 'Gefunden'].map((name) => list.getByRole('group', { name }));
  await expect(commands!.getByRole('option')).toHaveCount(2);
  await expect(found!.getByRole('option')).toHaveText([/^Annalena Brunner/]);
  await expect(box).toHaveAccessibleDescription('↵ ausführen');
  // The arrows go over the heading as if it were not there.
  for (let at = 0; at < 2; at += 1) await page.keyboard.press('ArrowDown');
  const chosen = found!.getByRole('option', { selected: true });
  await expect(chosen).toHaveText(/^Annalena Brunner/);
  await expect(box).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '');
  await expect(box).toHaveAccessibleDescription('↵ öffnen ⇧ ↵ Kundenblatt');
  await page.keyboard.press('Shift+Enter');
  await expect(done).toHaveText('brunner, other');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(done).toHaveText('brunner');
  await page.keyboard.type('xyz');
  await page.keyboard.press('Enter');
  await expect(done).toHaveText('none');
  await page.keyboard.press('Escape');
  await expect(box).toHaveValue('');
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
