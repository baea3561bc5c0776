import { expect, test } from './gallery.ts';

test('a damage is placed, described and removed by keyboard', async ({ openSection }) => {
  const page = await openSection('damage');
  const sketch = page.getByRole('application', { name: 'Fahrzeugskizze' }).first();
  await expect(sketch).toHaveAccessibleDescription(/Pfeiltasten und Enter/);
  await sketch.focus();
  for (let at = 0; at < 5; at += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Tür vorne, links', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('found')).toHaveText(/; left 505 550 scratch$/);
  await expect(page.getByRole('heading', { name: '5 · Tür vorne, links' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Art' })).toBeFocused();
  await page.keyboard.type('delle');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('found')).toHaveText(/; left 505 550 dent$/);
  await expect(page.getByRole('img', { name: 'Neuer Schaden 5: Delle, Tür vorne, links' })).toBeVisible();
  await sketch.focus();
  await page.keyboard.press('Delete');
  await expect(page.getByTestId('found')).toHaveText('right 420 560 scratch');
});

test('a click places where one clicks, selects what lies there, and known damage cannot be removed', async ({
  openSection,
}) => {
  const page = await openSection('damage');
  const sketch = page.getByRole('application', { name: 'Fahrzeugskizze' }).first();
  const found = sketch.getByRole('img', { name: /^Neuer Schaden 4:/ });
  await found.click();
  await expect(page.getByRole('heading', { name: /^4 · / })).toBeVisible();
  await page.getByRole('button', { name: 'Entfernen', exact: true }).click();
  await expect(page.getByTestId('found')).toHaveText('');
  const box = await sketch.boundingBox();
  if (!box) throw new Error('there is no sketch');
  await page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.73);
  await expect(page.getByTestId('found')).toHaveText(/^top \d+ \d+ scratch$/);
  await sketch.getByRole('img', { name: /^Bekannter Schaden 1:/ }).click();
  await page.keyboard.press('Delete');
  await expect(sketch.getByRole('img', { name: /^Bekannter Schaden/ })).toHaveCount(3);
});

test('the pad takes pen, finger and mouse, and the keyboard clears it', async ({ openSection }) => {
  const page = await openSection('actions');
  const pad = page.getByRole('img', { name: 'Hier unterschreiben' });
  const strokes = pad.locator('polyline');
  for (const pointerType of ['pen', 'touch', 'mouse']) {
    await pad.evaluate((element, type) => {
      const box = element.getBoundingClientRect();
      const send = (name: string, at: number) =>
        element.dispatchEvent(
          new PointerEvent(name, {
            bubbles: true,
            pointerId: 1,
            pointerType: type,
            isPrimary: true,
            button: name === 'pointermove' ? -1 : 0,
            clientX: box.x + at,
            clientY: box.y + at / 4,
          }),
        );
      // Chromium captures only pointers that it knows.
      element.setPointerCapture = () => undefined;
      send('pointerdown', 20);
      for (let at = 30; at <= 120; at += 10) send('pointermove', at);
      send('pointerup', 120);
    }, pointerType);
    await expect(strokes).toHaveCount(1);
    await expect(strokes.first()).toHaveAttribute('points', /(\d+,\d+ ){9,}/);
    await pad.focus();
    await page.keyboard.press('Delete');
    await expect(strokes).toHaveCount(0);
  }
  await expect(pad).toHaveCSS('touch-action', 'none');
});

test('who has no pointer signs on paper: a key says so, and draws nothing', async ({ openSection }) => {
  const page = await openSection('actions');
  const pad = page.getByRole('img', { name: 'Hier unterschreiben' });
  const choice = page.getByRole('checkbox', { name: /^Auf Papier unterschreiben/ }).first();
  await pad.focus();
  // Nothing is drawn, so nothing can be cleared: the next key is this one.
  await page.keyboard.press('Tab');
  await expect(choice).toBeFocused();
  await page.keyboard.press('Space');
  await expect(choice).toBeChecked();
  await expect(pad).toHaveCount(0);
  await expect(page.getByText('Unterschrieben wird auf dem Ausdruck')).toHaveCount(2);
  // The focus stays where the hand is, and the same key takes it back.
  await expect(choice).toBeFocused();
  await page.keyboard.press('Space');
  await expect(pad).toBeVisible();
  await expect(choice).not.toBeChecked();
});
