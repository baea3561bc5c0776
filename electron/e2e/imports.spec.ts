import { readFileSync } from 'node:fs';
import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

/** As Excel on Windows saves it: Windows-1252, where every letter of these is one byte. */
const windows1252 = (text: string): Buffer => Buffer.from(text, 'latin1');

test('1000 customers are read from a file without a line, looked at, written, and the rest is handed back', async ({
  counter,
  sql,
}) => {
  test.setTimeout(90_000);
  const { page } = counter;
  const { keyboard } = page;
  await counter.signIn(demoPeople.manager, 'Zürich HB, Schalter A');
  await expect(page.getByRole('heading', { name: /^Hinaus/ })).toBeVisible();
  await counter.cutLine();
  const clerk = new Clerk(page);
  const presses = await clerk.watchPointer();
  const rows = Array.from(
    { length: 1_000 },
    (_, at) =>
      `Käthi;Müller ${at};Bahnhofstrasse ${(at % 90) + 1}, 8001 Zürich;079 214 88 03;${600_000 + at}`,
  );
  const wrong = 'Urs;Falsch;irgendwo;12;1';
  const again = 'Käthi;Müller-Meier;;;600 000';
  const file = ['Vorname;Nachname;Adresse;Telefon;Führerausweis', ...rows, wrong, again].join('\r\n');

  for (const key of ['g', 'k']) await keyboard.press(key);
  await expect(page.getByRole('grid', { name: 'Kunden' })).toBeFocused();
  await keyboard.press('i');
  const chooser = page.waitForEvent('filechooser');
  await keyboard.press('d');
  await (await chooser).setFiles({ name: 'kunden.csv', mimeType: 'text/csv', buffer: windows1252(file) });

  await expect(page.getByText('Spalten: 5 von 5 werden gelesen')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'zu bestätigen 1’000' })).toBeVisible();
  // Views side by side: Tab leads to the one that is open, the arrows to the others.
  await clerk.tabTo(page.getByRole('tab', { name: 'zu bestätigen 1’000' }));
  for (const key of ['ArrowRight', 'ArrowRight']) await keyboard.press(key);
  await expect(page.getByRole('row', { name: /Adresse, ganz: / })).toBeVisible();
  await keyboard.press('ArrowLeft');
  await expect(page.getByText('Steht schon in Zeile 2.')).toBeVisible();
  await keyboard.press('ArrowLeft');
  await expect(page.getByText('Bahnhofstrasse | 1 | 8001 | Zürich')).toBeVisible();
  await clerk.tabTo(page.getByRole('checkbox', { name: 'Alle auswählen' }));
  await keyboard.press('Space');
  await expect(page.getByRole('button', { name: '1000 Zeilen einlesen' })).toBeEnabled();
  await keyboard.press('Control+Enter');
  await expect(page.getByText('1000 Zeilen sind eingelesen. 2 blieben übrig.')).toBeVisible({
    timeout: 20_000,
  });
  const download = page.waitForEvent('download');
  await keyboard.press('e');
  const left = readFileSync(await (await download).path(), 'utf8');
  expect(left).toContain('Urs;Falsch;irgendwo;12;1;');
  expect(left.split('\r\n')).toHaveLength(4);
  expect(await presses()).toBe(0);

  await counter.restoreLine();
  await expect(page.getByRole('status')).toHaveText('Auf dem Stand', { timeout: 40_000 });
  const stored = async () =>
    (
      await sql.query(
        "select count(*)::int, min(town) as town, max(phone) as phone from customers where last_name like 'Müller %' and first_name = 'Käthi'",
      )
    ).rows;
  await expect
    .poll(stored, { timeout: 20_000 })
    .toEqual([{ count: 1_000, town: 'Zürich', phone: '+41792148803' }]);
  expect((await sql.query('select code from refused_changes')).rows).toEqual([]);
});
