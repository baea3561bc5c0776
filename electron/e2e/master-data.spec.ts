import { formatDay } from '#shared/time/format-time.ts';
import { holidayOn } from '#shared/time/holidays.ts';
import { type IsoDay, addDays, dayOf, now } from '#shared/time/instant.ts';
import { dayNumber, weekdayOf } from '#shared/time/wall-clock.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
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
  const daily = dialog.getByLabel('Je Tag', { exact: true });
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

test('the owner says when the branch is open; a quote before it opens has the fee, and one on a closed day is refused', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  const { keyboard } = page;
  const day = plainMonday();
  const closedFrom = addDays(day, 16);
  await counter.signIn(demoPeople.owner, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.atDesk();
  await counter.cutLine();
  for (const key of ['g', 's']) await keyboard.press(key);
  await page.getByRole('button', { name: 'Filialen' }).click();
  await expect(page.getByRole('grid', { name: 'Filialen' })).toBeFocused();
  await page.getByRole('row').filter({ hasText: 'Zürich HB' }).click();
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Übergabe ausser Öffnungszeit').fill('35');
  const week = dialog.getByRole('group', { name: 'Öffnungszeiten' });
  await week.getByRole('switch').press('Space');
  await week.getByRole('textbox', { name: 'Montag' }).fill('12-8');
  await keyboard.press('Control+Enter');
  await expect(week.getByRole('textbox', { name: 'Montag' })).toHaveAccessibleDescription(
    'Das Ende muss nach dem Anfang liegen.',
  );
  await week.getByRole('textbox', { name: 'Montag' }).fill('7.30-12 13.30-18.30');
  await week.getByRole('button', { name: 'Dienstag bis Freitag wie Montag' }).press('Enter');
  const closed = dialog.getByRole('group', { name: 'Ausserdem geschlossen' });
  await closed.getByRole('button', { name: 'Weitere Tage' }).press('Enter');
  await clerk.typeAndTab(formatDay(closedFrom));
  await keyboard.type('+2');
  await keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();

  for (const key of ['g', 'h']) await keyboard.press(key);
  await clerk.atDesk();
  await keyboard.press('b');
  await expect(page.getByRole('combobox', { name: 'Kundin oder Kunden suchen' })).toBeFocused();
  const from = async (start: string): Promise<void> => {
    await page.getByLabel('Übergabe', { exact: true }).focus();
    await keyboard.press('Control+a');
    await clerk.typeAndTab(start);
    await keyboard.press('Control+a');
    await clerk.typeAndTab('+2 10:00');
  };
  await from(`${formatDay(day)} 7:00`);
  const categories = page.getByRole('radiogroup', { name: 'Kategorie' }).getByRole('radio');
  await categories.first().focus();
  await keyboard.press('ArrowDown');
  const bill = page.getByRole('complementary');
  await expect(bill).toContainText('Abholung ausserhalb der Öffnungszeiten');
  await expect(bill).toContainText('35.00');
  await from(`${formatDay(day)} 13:45`);
  await expect(bill).not.toContainText('ausserhalb der Öffnungszeiten');
  await expect(bill.getByText(/^CHF/)).toBeVisible();
  // To come back on a closed day is not offered here.
  await from(`${formatDay(addDays(closedFrom, -2))} 10:00`);
  await expect(bill).toContainText(/Zürich HB.*geschlossen|geschlossen.*Zürich HB/);

  await counter.restoreLine();
  await expect
    .poll(async () => {
      const { rows } = await sql.query(
        `select opening -> 1 as tuesday, opening -> 6 as sunday, closed_on, after_hours_pick_up::int as fee
         from branches where code = 'ZRH'`,
      );
      return rows;
    })
    .toEqual([
      {
        tuesday: [
          { from: '07:30', to: '12:00' },
          { from: '13:30', to: '18:30' },
        ],
        sunday: [],
        closed_on: [0, 1, 2].map((later) => addDays(closedFrom, later)),
        fee: 3500,
      },
    ]);
  expect((await sql.query('select code from refused_changes')).rows).toEqual([]);
});

test('the owner adds a counter, with the letter that comes next', async ({ counter, sql }) => {
  const { page } = counter;
  await counter.signIn(demoPeople.owner, 'Zürich HB, Schalter A');
  await new Clerk(page).atDesk();
  for (const key of ['g', 's']) await page.keyboard.press(key);
  await page.getByRole('button', { name: 'Schalter', exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Schalter' })).toBeFocused();
  // What each runs, and when it was last heard of: of the one that was never set up, nothing.
  await expect(page.getByRole('row').filter({ hasText: 'Zürich HB, Schalter A' })).toContainText(
    /\d+\.\d+\.\d+\d\d\.\d\d\.\d{4} \d\d:\d\d/,
  );
  await expect(page.getByRole('row').filter({ hasText: 'Schalter B' })).not.toContainText(/\d\d:\d\d/);
  // What is older than the oldest that may write is called so: none until the company says which that is.
  await expect(page.getByText('zu alt')).toHaveCount(0);
  await sql.query(
    `insert into release_policies (id, company_id, channel, version, minimum_version)
     values (gen_random_uuid(), $1, 'stable', '9.10.0', '9.9.0')`,
    [alpina.id],
  );
  await expect(page.getByRole('row').filter({ hasText: 'Zürich HB, Schalter A' })).toContainText('zu alt');
  await expect(page.getByText('zu alt')).toHaveCount(1);
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Buchstabe')).toHaveValue('C');
  await dialog.getByLabel('Buchstabe').fill('A');
  await dialog.getByLabel('Name').fill('Zürich HB, Schalter C');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByLabel('Buchstabe')).toHaveAccessibleDescription('Das gibt es schon.');
  await dialog.getByLabel('Buchstabe').fill('C');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: 'Schalter C' })).toBeVisible();
  await expect
    .poll(
      async () =>
        (await sql.query(`select letter, is_active from counters where name like '%Schalter C'`)).rows,
    )
    .toEqual([{ letter: 'C', is_active: true }]);
  // The one at which the owner stands cannot be switched off.
  await page.getByRole('row').filter({ hasText: 'Zürich HB, Schalter A' }).click();
  await page.keyboard.press('Enter');
  await dialog.getByRole('switch', { name: 'Aktiv' }).press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toHaveText(/^Das ist dieser Schalter/);
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
  await expect(page.getByRole('dialog').getByLabel('Je Tag', { exact: true })).toBeDisabled();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Speichern' })).toBeHidden();
  await page.keyboard.press('Escape');
  // Nor when the branch is open.
  await page.getByRole('button', { name: 'Filialen' }).click();
  await expect(page.getByRole('grid', { name: 'Filialen' })).toBeFocused();
  await page.keyboard.press('Enter');
  const week = page.getByRole('dialog').getByRole('group', { name: 'Öffnungszeiten' });
  await expect(week.getByRole('switch')).toBeDisabled();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Weitere Tage' })).toBeHidden();
});

/** A Monday ahead with no holiday in the days that follow. */
function plainMonday(): IsoDay {
  let day = addDays(dayOf(now()), 7);
  const isPlain = (): boolean =>
    weekdayOf(dayNumber(day)) === 1 &&
    Array.from({ length: 19 }, (_, later) => holidayOn('ZH', addDays(day, later))).every((found) => !found);
  while (!isPlain()) day = addDays(day, 1);
  return day;
}
