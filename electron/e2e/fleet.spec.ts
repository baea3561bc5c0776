import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { expect, test } from './fixture.ts';

test('a new car is entered, held and let go, and gets another plate, without a line', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  const { keyboard } = page;
  await counter.signIn(demoPeople.manager, 'Zürich HB, Schalter A');
  await expect(page.getByRole('heading', { name: /^Hinaus/ })).toBeVisible();
  await counter.cutLine();
  for (const key of ['g', 'f']) await keyboard.press(key);
  await expect(page.getByRole('grid', { name: 'Flotte' })).toBeFocused();
  await keyboard.press('n');
  await expect(page.getByLabel('Fahrgestell-Nr.')).toBeFocused();
  await keyboard.type('WVWZZZ1KZAW00001');
  await keyboard.press('Control+Enter');
  await expect(page.getByText('Eine Fahrgestellnummer hat 17 Zeichen, diese hat 16.')).toBeVisible();
  await page.getByLabel('Fahrgestell-Nr.').fill('WVW ZZZ 1KZ AW 000012');
  await page.getByLabel('Kennzeichen').fill('zh900800');
  await page.getByLabel('Marke').fill('VW');
  await page.getByLabel('Modell').fill('ID.3');
  await page.getByRole('radio', { name: 'Elektro' }).press('Space');
  await page.getByRole('combobox', { name: 'Kategorie' }).fill('B');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await page.getByLabel('Kilometer').fill('25');
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'VW ID.3' })).toBeVisible();
  await expect(page.getByText('frei', { exact: true })).toBeVisible();

  await keyboard.press('s');
  await page.getByLabel('Bemerkung').fill('Winterreifen');
  await keyboard.press('Enter');
  await expect(page.getByText('Service · Winterreifen')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Sperre aufheben' })).toBeVisible();
  await keyboard.press('s');
  await expect(page.getByText('frei', { exact: true })).toBeVisible();
  await keyboard.press('k');
  await page.getByRole('textbox', { name: 'Kennzeichen' }).fill('ZH 900801');
  await keyboard.press('Enter');
  await expect(page.getByText('ZH 900 801').first()).toBeVisible();

  // A car that is promised: the clerk sees to whom before the hold takes it away. One that is out is not held.
  const open = async (digits: string): Promise<void> => {
    await keyboard.press('Escape');
    await expect(page.getByRole('grid', { name: 'Flotte' })).toBeFocused();
    await keyboard.press('f');
    await keyboard.press('Control+a');
    await keyboard.type(digits);
    await expect(page.getByRole('grid', { name: 'Flotte' }).getByRole('row')).toHaveCount(2);
    await page.getByRole('grid', { name: 'Flotte' }).focus();
    await keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Sperren S' })).toBeVisible();
    await keyboard.press('s');
    await expect(page.getByLabel('Von', { exact: true })).toBeFocused();
    await keyboard.press('Enter');
  };
  // Due in two days: one that is late may be held.
  await open('218415');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('mit Vertrag ZRH-A-');
  await keyboard.press('Escape');
  await open('218410');
  const asked = page.getByRole('alertdialog', { name: 'ZH 218 410 ist reserviert' });
  await expect(asked.getByRole('listitem')).toContainText('Nair, Priya');
  await keyboard.press('Escape');
  await expect(page.getByLabel('Von', { exact: true })).toBeVisible();
  await keyboard.press('Enter');
  await expect(asked).toBeVisible();
  await keyboard.press('Control+Enter');
  await expect(asked).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Sperre aufheben' })).toBeVisible();

  await counter.restoreLine();
  await expect(page.getByRole('status')).toHaveText('Auf dem Stand', { timeout: 20_000 });
  await expect
    .poll(
      async () =>
        (await sql.query("select plate, energy from vehicles where vin = 'WVWZZZ1KZAW000012'")).rows,
    )
    .toEqual([{ plate: 'ZH 900801', energy: 'electric' }]);
  const { rows } = await sql.query(
    `select p.plate, p.used_to is null as current from vehicle_plates p join vehicles v on v.id = p.vehicle_id
      where v.vin = 'WVWZZZ1KZAW000012' order by used_from`,
  );
  expect(rows).toEqual([
    { plate: 'ZH 900800', current: false },
    { plate: 'ZH 900801', current: true },
  ]);
  await expect
    .poll(
      async () =>
        (
          await sql.query(
            "select status, vehicle_id, plate from contracts where customer_name = 'Nair, Priya' and number is null",
          )
        ).rows,
    )
    .toEqual([{ status: 'to_assign', vehicle_id: null, plate: '' }]);
  expect((await sql.query('select code from refused_changes')).rows).toEqual([]);
  const { rows: holds } = await sql.query(
    "select h.ends_at is not null as ended from vehicle_holds h join vehicles v on v.id = h.vehicle_id where v.vin = 'WVWZZZ1KZAW000012'",
  );
  expect(holds).toEqual([{ ended: true }]);
});
