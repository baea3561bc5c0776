import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { withBrokenWrite } from './broken-write.ts';
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
  for (const [text, says] of [
    ['', /wie viel Geld in der Kasse liegt/],
    ['zweihundert', /Betrag/],
    ['200.02', /auf 5 Rappen runden/],
  ] as const) {
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.keyboard.type(text);
    await clerk.next();
    await expect(float).toHaveAccessibleDescription(says);
    await expect(float).toHaveValue(text);
    await expect(float).toBeFocused();
  }
  await page.keyboard.press('Control+A');
  await page.keyboard.type('200');
  await clerk.next();
  await expect(page.getByRole('heading', { name: /^Kasse ZRH-A-\d\d-K\d{5}$/ })).toBeVisible();

  // Paid out, not without an amount nor without a reason; each is said beside its field.
  await page.keyboard.press('-');
  const amount = page.getByLabel('Betrag');
  const why = page.getByLabel('Wofür');
  await expect(amount).toBeFocused();
  await clerk.tab(1);
  await clerk.next();
  await expect(amount).toHaveAccessibleDescription('Bitte geben Sie einen Betrag ein.');
  await expect(why).toHaveAccessibleDescription(/braucht einen Grund/);
  await expect(amount).toBeFocused();
  await page.keyboard.type('245.50');
  await expect(amount).toHaveAccessibleDescription('');
  await clerk.next();
  await expect(why).toHaveAccessibleDescription(/braucht einen Grund/);
  await expect(why).toBeFocused();
  await page.keyboard.type('Briefmarken');
  await clerk.next();
  await expect(amount).toHaveAccessibleDescription(/In der Kasse sind CHF\s200\.00/);
  await expect(amount).toBeFocused();
  await expect(why).toHaveValue('Briefmarken');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('45.50');
  await clerk.next();
  await expect(page.getByRole('row', { name: /Entnahme Briefmarken/ })).toContainText('154.50');

  // Nothing counted is no empty drawer: the first field says what to do, and nobody is asked whether to close.
  await clerk.next();
  const first = page.getByLabel('CHF 1’000.00');
  await expect(first).toBeFocused();
  await clerk.next();
  await expect(first).toHaveAccessibleDescription(/wo keine sind, 0\.$/);
  await expect(first).toBeFocused();
  await expect(page.getByRole('alertdialog')).toBeHidden();

  // What cannot be read stays, and is said beside it.
  await page.keyboard.type('1o');
  await clerk.next();
  await expect(first).toHaveAccessibleDescription(/keine ganze Zahl/);
  await expect(first).toHaveValue('1o');
  await expect(first).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await expect(first).toHaveAccessibleDescription('');

  // Counted: 2 francs are missing.
  for (const text of ['', '', '1', '1', '', '', '', '1', '', '1']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText('CHF −2.00')).toBeVisible();

  // Somebody comes to the counter: the count waits, and its pill leads back to it.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: /^Kasse ZRH-A/ })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await clerk.atDesk();
  await expect(page.getByRole('link', { name: /^Kassenzählung · ZRH-A-\d\d-K\d{5} 1\/1$/ })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { name: /^Kasse ZRH-A/ })).toBeVisible();
  await clerk.next();
  await expect(page.getByLabel('CHF 100.00')).toHaveValue('1');
  await expect(page.getByText('CHF −2.00')).toBeVisible();

  // The difference has no reason: said beside the reason, before anybody is asked.
  await clerk.next();
  const reason = page.getByLabel('Grund der Differenz');
  await expect(reason).toHaveAccessibleDescription(/zu wenig/);
  await expect(reason).toBeFocused();
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await page.keyboard.type('Beim Wechseln zu viel herausgegeben.');
  await clerk.tab(1);
  const left = page.getByLabel('Bleibt in der Kasse');
  await expect(left).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('400');
  await clerk.next();
  await expect(left).toHaveAccessibleDescription(/gezählt sind CHF\s152\.50/);
  await expect(left).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('100');
  await clerk.next();
  await expect(page.getByRole('alertdialog')).toContainText('−2.00');
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

test('a count is given up only deliberately; an empty drawer is closed with a 0, also after a write that broke', async ({
  counter,
}) => {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.atDesk();
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page.getByLabel('Wechselgeld in der Kasse')).toBeFocused();
  await page.keyboard.type('0');
  await clerk.next();
  await expect(page.getByRole('heading', { name: /^Kasse ZRH-A/ })).toBeVisible();
  const pill = page.getByRole('link', { name: /^Kassenzählung/ });

  // Only looked at: nothing waits.
  await clerk.next();
  const first = page.getByLabel('CHF 1’000.00');
  await expect(first).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(pill).toBeHidden();

  await clerk.next();
  await expect(first).toBeFocused();
  await page.keyboard.type('3');
  await expect(pill).toBeVisible();
  const giveUp = page.getByRole('button', { name: 'Zählung verwerfen' });
  await giveUp.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toContainText('Zählung verwerfen?');
  await page.keyboard.press('Escape');
  await expect(first).toHaveValue('3');
  await giveUp.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await clerk.next();
  await expect(page.getByRole('heading', { name: /^Kasse ZRH-A/ })).toBeVisible();
  await expect(pill).toBeHidden();

  await clerk.next();
  await expect(first).toHaveValue('');
  await page.keyboard.type('0');
  await clerk.next();
  await expect(page.getByRole('alertdialog')).toContainText('Gezählt CHF 0.00');
  await withBrokenWrite(counter, 'update', 'cash_sessions', async () => {
    await clerk.next();
    await expect(page.getByRole('alert')).toContainText('Das ging schief.');
  });
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await expect(first).toHaveValue('0');
  await clerk.next();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await clerk.next();
  await expect(page.getByText(/ist abgeschlossen/)).toBeVisible();
  await expect(pill).toBeHidden();
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
