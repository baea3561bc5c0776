import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

test('the owner changes a rate and adds an extra by keyboard; both arrive', async ({ counter, sql }) => {
  const { page } = counter;
  await counter.signIn(demoPeople.owner, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.atDesk();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Tarife' }).click();
  await expect(page.getByRole('grid', { name: 'Tarife' })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const daily = dialog.getByLabel('je Tag', { exact: true });
  const before = await daily.inputValue();
  expect(before).not.toBe('77.70');
  await daily.fill('77.70');
  // A weekend from Friday noon to Monday nine; with one end only it is not taken.
  await dialog.getByLabel('Wochenende', { exact: true }).fill('150');
  await dialog.getByLabel('km am Wochenende').fill('600');
  const chooseDay = async (label: string, day: string, time: string, at: number): Promise<void> => {
    await dialog.getByRole('combobox', { name: label }).fill(day);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Uhrzeit').nth(at).fill(time);
  };
  await chooseDay('Wochenende ab', 'Fr', '12', 0);
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('combobox', { name: 'Wochenende bis' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await chooseDay('Wochenende bis', 'Mo', '9:00', 1);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();

  await page.getByRole('button', { name: 'Zubehör' }).click();
  await expect(page.getByRole('grid', { name: 'Zubehör' })).toBeFocused();
  await page.keyboard.press('n');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Bitte ausfüllen.').first()).toBeVisible();
  await dialog.getByLabel('Name').fill('Dachbox');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: 'Dachbox' })).toBeVisible();

  await expect
    .poll(async () => {
      const { rows } = await sql.query(
        `select (select count(*)::int from rates where day_price = 7770 and weekend_price = 15000
                  and weekend_from = '5 12:00' and weekend_to = '1 09:00') as rates,
                (select count(*)::int from extras where name = 'Dachbox') as extras`,
      );
      return rows;
    })
    .toEqual([{ rates: 1, extras: 1 }]);
});

test('a clerk looks at the rates and changes none', async ({ counter }) => {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  await new Clerk(page).atDesk();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Tarife' }).click();
  await expect(page.getByRole('grid', { name: 'Tarife' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('je Tag', { exact: true })).toBeDisabled();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Sichern' })).toBeHidden();
});
