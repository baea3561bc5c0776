import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

test('a fine leads to who drove and to the letter, by keyboard and without a line', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  const { number, plate } = await clerk.rent('Lenkermann');
  await expect
    .poll(async () => (await sql.query('select 1 from contracts where number = $1', [number])).rowCount)
    .toBe(1);
  // The car left some minutes ago: a fine names a whole minute.
  const early = "handed_over_at = now() - interval '20 minutes'";
  await sql.query(
    `set session_replication_role = replica; update handovers set ${early} where contract_id = (select id from contracts where number = '${number}'); set session_replication_role = default`,
  );
  await page.keyboard.press('Enter');
  await clerk.atDesk();

  await page.keyboard.press('g');
  await page.keyboard.press('u');
  // The one that waits is of Chur.
  await expect(page.getByRole('row', { name: /CHR-A-\d\d-B00001/ })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByLabel('Kennzeichen')).toBeFocused();
  // Nothing entered: each field says what it wants, and the first has the focus.
  await clerk.next();
  for (const [label, says] of [
    ['Kennzeichen', 'Bitte ausfüllen.'],
    ['Tag', 'Ein Datum wie 24.12.1990.'],
    ['Zeit', 'Eine Zeit wie 14:30.'],
    ['Widerhandlung', 'Die Widerhandlung fehlt.'],
    ['PLZ', 'Die PLZ der Behörde fehlt.'],
    ['Ort', 'Der Ort der Behörde fehlt.'],
  ] as const)
    await expect(page.getByLabel(label, { exact: true })).toHaveAccessibleDescription(says);
  await expect(page.getByLabel('Kennzeichen')).toBeFocused();
  const at = new Date(Date.now() - 10 * 60_000);
  const swiss = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('de-CH', { timeZone: 'Europe/Zurich', ...options }).format(at);
  await clerk.typeAndTab(plate);
  await clerk.typeAndTab(swiss({ day: '2-digit', month: '2-digit', year: 'numeric' }));
  await clerk.typeAndTab(swiss({ hour: '2-digit', minute: '2-digit', hour12: false }));
  const unbroken = number.replaceAll('-', '\u2011');
  await expect(page.getByText(`Annalena Lenkermann fuhr mit Vertrag ${unbroken}.`)).toBeVisible();
  await counter.cutLine();
  await expect(page.getByRole('status')).toContainText('Ohne Verbindung seit');
  await clerk.next();
  const reference = page.getByLabel('Zeichen der Behörde');
  await expect(reference).toHaveAccessibleDescription('Das Zeichen der Behörde fehlt.');
  await expect(reference).toBeFocused();
  for (const text of [
    'OB 2026-118',
    'Badenerstrasse 120',
    'Zu schnell',
    'Stadtpolizei Zürich',
    'Ordnungsbussen',
  ])
    await clerk.typeAndTab(text);
  for (const text of ['Förrlibuckstrasse', '61', '8005', 'Zürich']) await clerk.typeAndTab(text);
  // What only the rule knows is said beside its field too.
  const received = page.getByLabel('Eingegangen am');
  const today = await received.inputValue();
  await clerk.tabTo(received, 'Shift+Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('1.1.2020');
  await clerk.next();
  await expect(received).toHaveAccessibleDescription('Eine Busse geht nach der Widerhandlung ein.');
  await expect(received).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(today);
  await clerk.next();
  await expect(page.getByRole('heading', { name: /^Busse ZRH-A-\d\d-B00001$/ })).toBeVisible();

  await expect(page.getByRole('button', { name: 'Lenkerin, Lenker nennen' })).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Annalena Lenkermann');
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await expect(name).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  const town = page.getByRole('dialog').getByLabel('Ort', { exact: true });
  await clerk.tabTo(town);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await clerk.next();
  await expect(name).toHaveAccessibleDescription('Der Name fehlt.');
  await expect(town).toHaveAccessibleDescription('Bitte ausfüllen.');
  await expect(name).toBeFocused();
  await page.keyboard.type('Annalena Lenkermann');
  await clerk.tabTo(town);
  await page.keyboard.type('Zürich');
  await clerk.next();
  await expect(page.getByRole('button', { name: 'Lenkerangabe' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Schreiben zur Busse' })).toBeVisible();

  await counter.restoreLine();
  await expect(page.getByRole('status')).toHaveText('Auf dem Stand', { timeout: 20_000 });
  const { rows } = await sql.query(
    "select named ->> 'name' as name, named_on is not null as named from fines where number like 'ZRH-A-%'",
  );
  expect(rows).toEqual([{ name: 'Annalena Lenkermann', named: true }]);
});
