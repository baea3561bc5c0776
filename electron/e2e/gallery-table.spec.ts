import { expect, test } from './gallery.ts';

test('a table of 100,000 rows draws what is in sight, and is worked by keyboard', async ({ openSection }) => {
  const page = await openSection('table');
  const grid = page.getByRole('grid', { name: 'Papiere' });
  await expect(grid).toHaveAttribute('aria-rowcount', '100001');
  expect(await grid.getByRole('row').count()).toBeLessThan(60);
  await grid.focus();
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('opened')).toHaveText('ZRH-A-26-000002');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('opened')).toHaveText('ZRH-A-26-100000');
  const active = await grid.getAttribute('aria-activedescendant');
  const row = page.locator(`[id="${active}"]`);
  await expect(row).toHaveAttribute('aria-rowindex', '100001');
  await expect(row).toBeInViewport();
  await page.keyboard.press('PageUp');
  await expect(row).toBeAttached();
  await expect(grid).not.toHaveAttribute('aria-activedescendant', active ?? '');
});

test('a head sorts by the language and by size, and the cursor stays on its row', async ({ openSection }) => {
  const page = await openSection('table');
  const grid = page.getByRole('grid', { name: 'Papiere' });
  const head = (name: string) => grid.getByRole('columnheader', { name });
  await grid.focus();
  await page.keyboard.press('j');
  const active = await grid.getAttribute('aria-activedescendant');
  await head('Kunde').getByRole('button').click();
  await expect(head('Kunde')).toHaveAttribute('aria-sort', 'ascending');
  await expect(grid.getByRole('row').nth(1)).toContainText('=cmd(), Favre');
  await head('Kunde').getByRole('button').click();
  await expect(head('Kunde')).toHaveAttribute('aria-sort', 'descending');
  await expect(grid.getByRole('row').nth(1)).toContainText('Zbinden, Beat');
  await head('Total').getByRole('button').press('Enter');
  await expect(head('Kunde')).toHaveAttribute('aria-sort', 'none');
  await expect(grid.getByRole('row').nth(1)).toContainText('−50.00');
  await expect(grid).toHaveAttribute('aria-activedescendant', active ?? '');
});

test('rows are marked with Space, all at once by the head, and survive a filter', async ({ openSection }) => {
  const page = await openSection('table');
  const grid = page.getByRole('grid', { name: 'Papiere' });
  await grid.focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('j');
  await page.keyboard.press(' ');
  await expect(page.getByTestId('selected')).toHaveText('2');
  await page.keyboard.press(' ');
  await expect(page.getByTestId('selected')).toHaveText('1');
  await page.getByRole('textbox', { name: 'Suchen' }).fill('amisegger');
  await expect(grid).toHaveAttribute('aria-rowcount', '20001');
  await page.getByRole('textbox', { name: 'Suchen' }).press('Escape');
  await expect(grid).toHaveAttribute('aria-rowcount', '100001');
  await page.getByRole('checkbox', { name: 'Alle auswählen' }).click();
  await expect(page.getByTestId('selected')).toHaveText('100000');
  await page.getByRole('textbox', { name: 'Suchen' }).fill('niemand');
  await expect(page.getByText('Nichts gefunden.')).toBeVisible();
});

test('what is exported opens in a spreadsheet without running', async ({ openSection }) => {
  const page = await openSection('table');
  await page.getByRole('textbox', { name: 'Suchen' }).fill('=cmd');
  await page.getByRole('button', { name: 'CSV' }).click();
  const csv = await page.getByTestId('csv').textContent();
  expect(csv?.split('\r\n').slice(0, 2)).toEqual([
    '\ufeffVertrag;Kunde;Total',
    "ZRH-A-26-000005;'=cmd(), Favre;139.16",
  ]);
});
