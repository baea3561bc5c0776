import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { expect, test } from './fixture.ts';

test('every command is found from the search box, by keyboard and without a line', async ({ counter }) => {
  const { page } = counter;
  const { keyboard } = page;
  await counter.signIn(demoPeople.manager, 'Zürich HB, Schalter A');
  await expect(page.getByRole('heading', { name: /^Hinaus/ })).toBeVisible();
  await counter.cutLine();
  const box = page.getByRole('combobox', { name: 'Suchen' });
  const list = page.getByRole('listbox', { name: 'Suchen' });

  await keyboard.press('Control+k');
  await expect(box).toBeFocused();
  await keyboard.type('>');
  // Under headings, each with the keys that do the same without the list.
  for (const name of ['Orte', 'Aufgaben', 'Berichte', 'Einstellungen', 'Fenster'])
    await expect(list.getByRole('group', { name, exact: true })).toBeVisible();
  await expect(list.getByRole('option', { name: 'Neuer Kunde G K N' })).toBeVisible();
  await expect(list.getByRole('option', { name: 'Heute G H' })).toHaveAttribute('aria-selected', 'true');
  await expect(box).toHaveAccessibleDescription('↵ ausführen');

  // Left without choosing, the hand is where it was.
  await keyboard.press('Escape');
  await expect(box).toHaveValue('');
  for (const key of ['g', 'k']) await keyboard.press(key);
  const grid = page.getByRole('grid', { name: 'Kunden' });
  await expect(grid).toBeFocused();
  await keyboard.press('Control+k');
  await keyboard.press('Escape');
  await expect(grid).toBeFocused();

  await keyboard.press('Control+k');
  await keyboard.type('>bus');
  await expect(list.getByRole('option')).toHaveCount(2);
  await keyboard.press('ArrowDown');
  await expect(list.getByRole('option', { name: 'Neue Busse G U N' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Busse erfassen' })).toBeVisible();

  // A part of the settings, a report, and the brightness.
  await keyboard.press('Control+k');
  await keyboard.type('> einst saisons');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Saisons' })).toBeVisible();
  await keyboard.press('Control+k');
  await keyboard.type('>mwst');
  await keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'MWST' })).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Control+k');
  await keyboard.type('>dunkel');
  await keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  // One place back at a time, as it was.
  await keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('heading', { name: 'Saisons' })).toBeVisible();
  await keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('heading', { name: 'Busse erfassen' })).toBeVisible();
});

test('a find leads to the next task, and with Shift to its screen and back', async ({ counter }) => {
  const { page } = counter;
  const { keyboard } = page;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  await expect(page.getByRole('heading', { name: /^Hinaus/ })).toBeVisible();
  const found = page.getByRole('listbox', { name: 'Suchen' }).getByRole('group', { name: 'Gefunden' });
  const search = async (text: string): Promise<void> => {
    await keyboard.press('Control+k');
    await keyboard.type(text);
  };

  // Enter on a reservation of today hands it over, on a later one changes it, wherever it stands in the list.
  await search('weber eva');
  const reservation = found.getByRole('option', { name: /Reservation$/ });
  await expect(reservation).toContainText('Weber, Eva');
  while ((await reservation.getAttribute('aria-selected')) !== 'true') await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(page.getByLabel('Geburtsdatum')).not.toHaveValue('');
  await keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: /^Hinaus/ })).toBeVisible();
  await search('nair priya');
  await expect(reservation).toContainText('Nair, Priya');
  while ((await reservation.getAttribute('aria-selected')) !== 'true') await keyboard.press('ArrowDown');
  await expect(page.getByRole('combobox', { name: 'Suchen' })).toHaveAccessibleDescription(
    '↵ ändern ⇧ ↵ Kundenblatt',
  );
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Reservation ändern' })).toBeVisible();

  await keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: /^Hinaus/ })).toBeVisible();
  await search('weber eva');
  await expect(found.getByRole('option', { name: /Kunde$/ })).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Shift+Enter');
  await expect(page.getByRole('heading', { name: 'Eva Weber' })).toBeVisible();
  await search('ZH 218 401');
  await expect(found.getByRole('option', { name: 'ZH 218 401 Fiat 500 Wagen' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await keyboard.press('Shift+Enter');
  await expect(page.getByRole('heading', { name: 'Fiat 500' })).toBeVisible();
  // Escape leads to what one came from, Alt and the arrow to what was before.
  await keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Eva Weber' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: /^Hinaus/ })).toBeVisible();

  // As a scanner does: Enter before anything is shown.
  await keyboard.press('Control+k');
  await page.evaluate(() => {
    const [input] = document.querySelectorAll<HTMLInputElement>('header input');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'ZH 218 402');
    input?.dispatchEvent(new Event('input', { bubbles: true }));
    input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', shiftKey: true, bubbles: true }));
  });
  await expect(page.getByRole('heading', { name: 'Toyota Aygo X' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: /^Hinaus/ })).toBeVisible();

  // From what comes back to its contract, and from there to the car and its renter.
  await expect(page.getByText('O’Connor, Liam')).toBeVisible();
  await keyboard.press('r');
  await expect(page.getByRole('heading', { name: 'O’Connor, Liam' })).toBeVisible();
  await keyboard.press('v');
  await expect(page.getByRole('heading', { name: /^Vertrag / })).toBeVisible();
  await keyboard.press('w');
  await expect(page.getByRole('button', { name: 'Zurück' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: /^Vertrag / })).toBeVisible();
  await keyboard.press('p');
  await expect(page.getByRole('heading', { name: /O’Connor/ })).toBeVisible();
});

test('a list and the plan are worked with at once, unless somebody types in the search box already', async ({
  counter,
}) => {
  const { page } = counter;
  const { keyboard } = page;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const desk = page.getByRole('heading', { name: /^Hinaus/ });
  await expect(desk).toBeVisible();
  for (const [keys, name] of [
    ['gf', 'Flotte'],
    ['gp', 'Plan'],
  ] as const) {
    await keyboard.type(keys);
    const work = page.getByRole('grid', { name });
    await expect(work).toBeFocused();
    await keyboard.type('gh');
    await expect(desk).toBeVisible();
    await keyboard.press('Control+k');
    await keyboard.type('web');
    await keyboard.press('Alt+ArrowLeft');
    await expect(work).toBeVisible();
    await expect(page.getByRole('gridcell').first()).toBeVisible();
    await keyboard.type('er');
    const box = page.getByRole('combobox', { name: 'Suchen' });
    await expect(box).toHaveValue('weber');
    await expect(box).toBeFocused();
    await keyboard.press('Escape');
  }
});

test('a viewer is led to screens and offered nothing that writes', async ({ counter }) => {
  const { page } = counter;
  const { keyboard } = page;
  await counter.signIn(demoPeople.viewer, 'Zürich HB, Schalter A');
  await expect(page.getByRole('heading', { name: /^Hinaus/ })).toBeVisible();
  await keyboard.press('Control+k');
  await keyboard.type('>neu');
  await expect(page.getByText('Nichts gefunden.')).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('Control+k');
  await keyboard.type('weber eva');
  await expect(page.getByRole('option', { name: /Kunde$/ })).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Eva Weber' })).toBeVisible();
});
