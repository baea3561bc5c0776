import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import { expect, test } from './fixture.ts';

test('a filter is named, found again, renamed and deleted, by keyboard and without a line', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  const { keyboard } = page;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  await expect(page.getByRole('heading', { name: /^Hinaus/ })).toBeVisible();
  await counter.cutLine();
  const grid = page.getByRole('grid', { name: 'Kunden' });
  const companies = page.getByRole('button', { name: 'Firmen', exact: true });
  const views = page.getByRole('group', { name: 'Gespeicherte Ansichten' });
  const dialog = page.getByRole('dialog', { name: 'Ansicht speichern' });
  const name = dialog.getByRole('textbox', { name: 'Name der Ansicht' });

  for (const key of ['g', 'k']) await keyboard.press(key);
  await expect(grid).toBeFocused();
  // Nothing is filtered, so there is nothing to name.
  await expect(views).toBeHidden();
  await keyboard.press('f');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await expect(companies).toBeFocused();
  await keyboard.press('Space');
  await expect(views.getByRole('button', { name: 'Ansicht speichern S' })).toBeVisible();
  await keyboard.press('s');
  await expect(name).toBeFocused();
  await keyboard.press('Enter');
  await expect(name).toHaveAccessibleDescription('Bitte geben Sie der Ansicht einen Namen.');
  await keyboard.type('Alle  Firmen ');
  await keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const saved = views.getByRole('button', { name: 'Alle Firmen 1' });
  await expect(saved).toHaveAttribute('aria-pressed', 'true');

  // The order belongs to it; the same name is refused.
  await companies.press('Space');
  await expect(saved).toHaveAttribute('aria-pressed', 'false');
  await page.getByRole('button', { name: 'Ort', exact: true }).press('Enter');
  await expect(views.getByRole('button', { name: 'Ansicht speichern S' })).toBeVisible();
  await keyboard.press('s');
  await expect(name).toBeFocused();
  await keyboard.type('alle firmen');
  await keyboard.press('Enter');
  await expect(name).toHaveAccessibleDescription(
    '«Alle Firmen» gibt es hier schon. Bitte wählen Sie einen anderen Namen.',
  );
  await keyboard.press('Control+a');
  await keyboard.type('Nach Ort');
  await keyboard.press('Enter');
  await expect(views.getByRole('button', { name: 'Nach Ort 2' })).toHaveAttribute('aria-pressed', 'true');
  await keyboard.press('1');
  await expect(companies).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('columnheader', { name: /^Ort/ })).toHaveAttribute('aria-sort', 'none');

  // What was opened from it leads back to it, and so does the way back.
  await grid.focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Zurück' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(saved).toHaveAttribute('aria-pressed', 'true');
  for (const key of ['g', 'h']) await keyboard.press(key);
  await expect(page.getByRole('heading', { name: /^Hinaus/ })).toBeVisible();
  await keyboard.press('Alt+ArrowLeft');
  await expect(saved).toHaveAttribute('aria-pressed', 'true');

  // From anywhere by its name.
  for (const key of ['g', 'h']) await keyboard.press(key);
  await keyboard.press('Control+k');
  await keyboard.type('>nach');
  await expect(page.getByRole('option', { name: 'Nach Ort Kunden' })).toBeVisible();
  await keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: /^Ort/ })).toHaveAttribute('aria-sort', 'ascending');
  await expect(views.getByRole('button', { name: 'umbenennen U' })).toBeVisible();
  await keyboard.press('u');
  const rename = page.getByRole('dialog', { name: 'Ansicht umbenennen' });
  await expect(rename.getByRole('textbox')).toHaveValue('Nach Ort');
  await keyboard.press('Control+a');
  await keyboard.type('Ortschaften');
  await keyboard.press('Enter');
  await expect(views.getByRole('button', { name: 'Ortschaften 2' })).toBeVisible();
  await keyboard.press('1');
  await expect(saved).toHaveAttribute('aria-pressed', 'true');
  await keyboard.press('Delete');
  await expect(page.getByRole('alertdialog', { name: 'Ansicht löschen' })).toBeVisible();
  await keyboard.press('Control+Enter');
  await expect(saved).toBeHidden();

  await counter.restoreLine();
  await expect(page.getByRole('status')).toHaveText('Auf dem Stand', { timeout: 20_000 });
  await expect
    .poll(async () => (await sql.query('select user_id, list, name from saved_views')).rows)
    .toEqual([{ user_id: demoPeople.zurich.id, list: 'customers', name: 'Ortschaften' }]);
});

test('lists keep what was filtered: bills, the fleet, the plan and reports', async ({ counter }) => {
  const { page } = counter;
  const { keyboard } = page;
  await counter.signIn(demoPeople.manager, 'Zürich HB, Schalter A');
  await expect(page.getByRole('heading', { name: /^Hinaus/ })).toBeVisible();
  const away = async (): Promise<void> => {
    for (const key of ['g', 'h']) await keyboard.press(key);
    await expect(page.getByRole('heading', { name: /^Hinaus/ })).toBeVisible();
    await keyboard.press('Alt+ArrowLeft');
  };

  for (const key of ['g', 'f']) await keyboard.press(key);
  await expect(page.getByRole('grid', { name: 'Flotte' })).toBeFocused();
  await keyboard.press('f');
  // Typed fast, nothing is lost of it.
  await keyboard.type('ZH 218 4');
  const typed = page.getByRole('textbox', { name: /Kennzeichen/ });
  await expect(typed).toHaveValue('ZH 218 4');
  await page.getByRole('grid', { name: 'Flotte' }).focus();
  for (let at = 0; at < 3; at += 1) await keyboard.press('j');
  const row = page.locator('[role="row"][data-cursor="true"]');
  const plate = await row.getByText(/^ZH\s218/).innerText();
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Zurück' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(typed).toHaveValue('ZH 218 4');
  // The cursor stands where it stood.
  await expect(row.getByText(plate)).toBeVisible();

  for (const key of ['g', 'p']) await keyboard.press(key);
  const zoom = page.getByRole('radio', { name: 'Monat' });
  await expect(zoom).toBeVisible();
  await keyboard.press('z');
  await expect(zoom).toBeChecked();
  await away();
  await expect(zoom).toBeChecked();

  for (const key of ['g', 'b']) await keyboard.press(key);
  await expect(page.getByRole('heading', { name: 'Berichte' })).toBeVisible();
  const from = page.getByRole('textbox', { name: 'Von' });
  await keyboard.press('m');
  const lastMonth = await from.inputValue();
  await away();
  await expect(from).toHaveValue(lastMonth);
});

test('the plan keeps a view of its branch, category and scale, whatever the days', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  const { keyboard } = page;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  await expect(page.getByRole('heading', { name: /^Hinaus/ })).toBeVisible();
  await counter.cutLine();
  for (const key of ['g', 'p']) await keyboard.press(key);
  const plan = page.getByRole('grid', { name: 'Plan' });
  const views = page.getByRole('group', { name: 'Gespeicherte Ansichten' });
  const branch = page.getByRole('combobox', { name: 'Filiale' });
  const month = page.getByRole('radio', { name: 'Monat' });
  await expect(plan).toBeFocused();
  await expect(views).toBeHidden();

  await keyboard.press('z');
  await expect(month).toBeChecked();
  await branch.fill('Chur');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(branch).toHaveValue('Chur');
  await expect(plan.getByText(/^GR\s/).first()).toBeVisible();
  await plan.focus();
  await keyboard.press('s');
  const name = page.getByRole('dialog').getByRole('textbox', { name: 'Name der Ansicht' });
  await expect(name).toBeFocused();
  await keyboard.type('Chur im Monat');
  await keyboard.press('Enter');
  const saved = views.getByRole('button', { name: 'Chur im Monat 1' });
  await expect(saved).toHaveAttribute('aria-pressed', 'true');

  // Five weeks on, it is still that view.
  const today = plan.locator('[data-today="true"]');
  await expect(today).toBeVisible();
  for (let week = 0; week < 5; week += 1) await keyboard.press('.');
  await expect(today).toBeHidden();
  await expect(saved).toHaveAttribute('aria-pressed', 'true');

  // Another scale is another view.
  await keyboard.press('z');
  await expect(page.getByRole('radio', { name: '90 Tage' })).toBeChecked();
  await expect(saved).toHaveAttribute('aria-pressed', 'false');
  await expect(views.getByRole('button', { name: 'Ansicht speichern S' })).toBeVisible();
  await keyboard.press('1');
  await expect(month).toBeChecked();
  await expect(saved).toHaveAttribute('aria-pressed', 'true');

  // From anywhere by its name: around today.
  for (const key of ['g', 'h']) await keyboard.press(key);
  await expect(page.getByRole('heading', { name: /^Hinaus/ })).toBeVisible();
  await keyboard.press('Control+k');
  await keyboard.type('>chur im');
  await expect(page.getByRole('option', { name: 'Chur im Monat Plan' })).toBeVisible();
  await keyboard.press('Enter');
  await expect(branch).toHaveValue('Chur');
  await expect(month).toBeChecked();
  await expect(today).toBeVisible();

  await counter.restoreLine();
  await expect
    .poll(async () => (await sql.query('select list, name, search from saved_views')).rows)
    .toEqual([
      {
        list: 'plan',
        name: 'Chur im Monat',
        search: { zoom: 'month', branch: alpina.branches.chur, category: null },
      },
    ]);
});
