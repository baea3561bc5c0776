import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

test('the drawer is opened, moves and is closed with a difference, by keyboard and without a line', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.atDesk();
  await counter.cutLine();
  const presses = await clerk.watchPointer();
  await expect(page.getByRole('status')).toContainText('Ohne Verbindung seit');
  await page.keyboard.press('g');
  await page.keyboard.press('c');

  // Opened with a float.
  await expect(page.getByText('Die Kasse ist geschlossen.')).toBeVisible();
  const float = page.getByLabel('Wechselgeld in der Kasse');
  await expect(float).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('200');
  await clerk.next();
  await expect(page.getByRole('heading', { name: /^Kasse ZRH-A-\d\d-K\d{5}$/ })).toBeVisible();

  // Paid out, not without a reason.
  await page.keyboard.press('-');
  await expect(page.getByLabel('Betrag')).toBeFocused();
  await page.keyboard.type('45.50');
  await clerk.next();
  await expect(page.getByRole('alert').filter({ hasText: 'Grund' })).toBeVisible();
  await clerk.tab(1);
  await page.keyboard.type('Briefmarken');
  await clerk.next();
  await expect(page.getByRole('row', { name: /Entnahme Briefmarken/ })).toContainText('154.50');

  // Counted: 2 francs are missing.
  await clerk.next();
  await expect(page.getByLabel('CHF 1’000.00')).toBeFocused();
  for (const text of ['', '', '1', '1', '', '', '', '1', '', '1']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText('CHF −2.00')).toBeVisible();
  await clerk.next();
  await expect(page.getByRole('alertdialog')).toContainText('Differenz');
  await clerk.next();
  await expect(page.getByRole('alert')).toContainText('zu wenig');
  await clerk.tabTo(page.getByLabel('Grund der Differenz'));
  await page.keyboard.type('Beim Wechseln zu viel herausgegeben.');
  await clerk.typeOver(page.getByLabel('Bleibt in der Kasse'), '100');
  await clerk.next();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await clerk.next();
  await expect(page.getByText(/ist abgeschlossen/)).toBeVisible();
  // What was left is proposed as the next float.
  await expect(page.getByLabel('Wechselgeld in der Kasse')).toHaveValue('100.00');
  // The float has the focus, and takes letters: one Tab on, L is a key again.
  await clerk.tab(1);
  await page.keyboard.press('l');
  await expect(page.getByRole('row', { name: /Beim Wechseln/ })).toContainText('−2.00');
  expect(await presses()).toBe(0);

  await counter.restoreLine();
  await expect(page.getByRole('status')).toHaveText('Auf dem Stand', { timeout: 20_000 });
  const { rows } = await sql.query(
    'select counted_total::int, expected::int, to_bank::int from cash_sessions where closed_at is not null and difference_reason <> $1',
    [''],
  );
  expect(rows).toEqual([{ counted_total: 15_250, expected: 15_450, to_bank: 5_250 }]);
  await expect
    .poll(
      async () =>
        (await sql.query("select 1 from documents where kind = 'cash_report' and stored_at is not null"))
          .rowCount,
      { timeout: 20_000 },
    )
    .toBe(1);
});

test('a drawer that is open since a day before needs somebody', async ({ counter, sql }) => {
  const { page } = counter;
  await sql.query(
    `insert into cash_sessions (id, company_id, branch_id, counter_id, number, opened_at, opened_by, opening_float)
     select gen_random_uuid(), c.company_id, c.branch_id, c.id, 'ZRH-A-26-K00001', now() - interval '1 day',
       (select u.id from users u where u.company_id = c.company_id limit 1), 20000
     from counters c join branches b on b.id = c.branch_id where b.code = 'ZRH' and c.letter = 'A'`,
  );
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const row = page.getByRole('button', { name: /Kasse offen seit/ });
  await row.click();
  await expect(page.getByRole('heading', { name: /Kasse offen seit/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Kasse ZRH-A-26-K00001' })).toBeVisible();
});
