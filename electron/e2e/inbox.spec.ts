import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

test('two contracts for one vehicle are told at both counters, and settled by keyboard while the line is cut', async ({
  openCounter,
  sql,
}) => {
  test.setTimeout(90_000);
  const one = await openCounter();
  const two = await openCounter();
  await one.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  await two.signIn(demoPeople.manager, 'Zürich HB, Schalter B');
  await one.cutLine();
  await two.cutLine();
  const first = await new Clerk(one.page).rent('Erste', 1);
  const second = await new Clerk(two.page).rent('Zweite', 1);
  expect(first.plate).toBe(second.plate);
  await one.page.keyboard.press('Escape');
  await new Clerk(one.page).atDesk();
  await one.page.keyboard.press('g');
  await one.page.keyboard.press('e');
  await expect(one.page.getByRole('listitem').filter({ hasText: first.number })).toContainText(
    /^Vertrag.*Erste.* · \d\d\.\d\d\./,
  );
  await one.page.keyboard.press('Escape');
  await one.restoreLine();
  await two.restoreLine();
  // From the contract to the desk, where the first counter is already.
  await two.page.keyboard.press('Enter');
  for (const { page } of [one, two]) {
    await expect(page.getByText('Zwei Verträge, ein Wagen')).toBeVisible({ timeout: 20_000 });
  }
  // What the server found is settled without it: the line of this counter is gone again.
  await two.cutLine();
  const { page } = two;
  const clerk = new Clerk(page);
  const presses = await clerk.watchPointer();
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await expect(page.getByText(`${first.number} ·`)).toBeVisible();
  await expect(page.getByText(`${second.number} ·`)).toBeVisible();
  // Each contract is a key away.
  await page.keyboard.press('v');
  await expect(page.getByRole('heading', { name: /^Vertrag / })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Eingang' })).toBeVisible();
  await clerk.tabTo(page.getByRole('button', { name: 'Erledigt' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Bitte schreiben Sie kurz, was entschieden wurde.')).toBeVisible();
  await clerk.tabTo(page.getByLabel('Was wurde entschieden?'), 'Shift+Tab');
  await page.keyboard.type('Zweite hat einen anderen Wagen erhalten.');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Keine Widersprüche.')).toBeVisible();
  await expect(page.getByRole('status')).toContainText(/Ohne Verbindung seit .* · 1 wartet/);
  expect(await presses()).toBe(0);
  expect((await sql.query('select 1 from conflicts where settled_at is not null')).rowCount).toBe(0);
  await two.restoreLine();
  await expect
    .poll(async () => (await sql.query('select settled_reason from conflicts')).rows, { timeout: 20_000 })
    .toEqual([{ settled_reason: 'Zweite hat einen anderen Wagen erhalten.' }]);
  // The other counter hears of it.
  await one.page.keyboard.press('g');
  await one.page.keyboard.press('e');
  await expect(one.page.getByText('Keine Widersprüche.')).toBeVisible({ timeout: 20_000 });
});

test('what the server refuses is told with its reason, and settled without a line', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  await counter.cutLine();
  const { number } = await new Clerk(page).rent('Abgelehnt');
  // Meanwhile another contract has taken the number, as it cannot outside a test: the server will not have it twice.
  await sql.query('set session_replication_role = replica');
  const { rows } = await sql.query<{ id: string }>(
    `select id from contracts where signed_at is not null limit 1`,
  );
  await sql.query('update contracts set number = $1 where id = $2', [number, rows[0]?.id]);
  await sql.query('set session_replication_role = origin');
  await counter.restoreLine();
  const light = page.getByRole('status');
  // The contract, and with it the record of its paper.
  await expect(light).toContainText(/[1-9] abgelehnt/, { timeout: 20_000 });
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  const refusal = page.getByRole('listitem').filter({ hasText: 'Das gibt es schon' });
  const clerk = new Clerk(page);
  await clerk.tabTo(refusal.locator('summary'));
  await page.keyboard.press('Enter');
  await expect(refusal.getByText(/already_exists/)).toContainText(number);
  await counter.cutLine();
  await clerk.tabTo(refusal.getByLabel('Was wurde entschieden?'));
  await page.keyboard.type('Neu erfasst.');
  await page.keyboard.press('Enter');
  await expect(refusal).toHaveCount(0);
  await counter.restoreLine();
  await expect
    .poll(
      async () =>
        (await sql.query(`select settled_note from refused_changes where code = 'already_exists'`)).rows,
      { timeout: 20_000 },
    )
    .toEqual([{ settled_note: 'Neu erfasst.' }]);
});

test('a viewer is offered nothing that writes', async ({ counter }) => {
  const { page } = counter;
  await counter.signIn(demoPeople.viewer, 'Zürich HB, Schalter A');
  await new Clerk(page).atDesk();
  await expect(page.getByRole('button', { name: /Laufkunde/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Übergabe beginnen/ })).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { name: /^Hinaus/ })).toBeVisible();
});
