import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

test('a customer is entered, changed and found again without a line, by keyboard', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  const { keyboard } = page;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.atDesk();
  await counter.cutLine();
  const presses = await clerk.watchPointer();
  for (const key of ['g', 'k']) await keyboard.press(key);
  await expect(page.getByRole('grid', { name: 'Kunden' })).toBeFocused();
  await keyboard.press('f');
  await keyboard.type('Madlaina Tuenascha');
  await expect(page.getByText('Niemand gefunden')).toBeVisible();
  await clerk.tabTo(page.getByRole('grid', { name: 'Kunden' }));
  await keyboard.press('n');
  await expect(page.getByLabel('Vorname')).toBeFocused();
  await expect(page.getByLabel('Nachname')).toHaveValue('Tuenascha');
  await clerk.tabTo(page.getByLabel('PLZ'));
  await keyboard.type('7550');
  await expect(page.getByLabel('Ort', { exact: true })).toHaveValue('Scuol');
  await clerk.tabTo(page.getByLabel('Telefon'));
  await keyboard.type('12345');
  await keyboard.press('Control+Enter');
  await expect(page.getByText('Eine Telefonnummer wie 079 123 45 67', { exact: false })).toBeVisible();
  // The focus is where the fault is.
  await expect(page.getByLabel('Telefon')).toBeFocused();
  await clerk.typeOver(page.getByLabel('Telefon'), '079 214 88 03');
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Madlaina Tuenascha' })).toBeVisible();
  await expect(page.getByText('Ohne Verbindung: hier steht nur', { exact: false })).toBeVisible();
  await keyboard.press('b');
  await clerk.typeOver(page.getByLabel('Kundengruppe'), 'Partner');
  await keyboard.press('Control+Enter');
  await expect(page.getByText('Person · Partner · Deutsch')).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('f');
  await keyboard.type('tuenasch');
  await expect(page.getByRole('row', { name: /Tuenascha, Madlaina/ })).toBeVisible();
  expect(await presses()).toBe(0);

  await counter.restoreLine();
  await expect(page.getByRole('status')).toHaveText('Auf dem Stand', { timeout: 20_000 });
  await expect
    .poll(
      async () =>
        (await sql.query("select phone, town, customer_group from customers where last_name = 'Tuenascha'"))
          .rows,
    )
    .toEqual([{ phone: '+41792148803', town: 'Scuol', customer_group: 'Partner' }]);
});

test('the same person, entered at two counters, is merged with a reason, by keyboard and without a line', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  const { keyboard } = page;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const add = (id: string, town: string, email: string) =>
    sql.query(
      `insert into customers (id, company_id, first_name, last_name, town, email, born_on, licence_number)
        values ($1, $2, 'Ladina', 'Campell', $3, $4, '1988-02-03', '004 111 222')`,
      [id, demoPeople.zurich.companyId, town, email],
    );
  const [one, other] = ['019ac000-0000-7000-8000-000000000001', '019ac000-0000-7000-8000-000000000002'];
  await add(one, 'Zernez', '');
  await add(other, 'Susch', 'ladina@example.ch');
  const clerk = new Clerk(page);
  await clerk.atDesk();
  const presses = await clerk.watchPointer();
  for (const key of ['g', 'k']) await keyboard.press(key);
  const grid = page.getByRole('grid', { name: 'Kunden' });
  await expect(grid).toBeFocused();
  await keyboard.press('f');
  await clerk.tabTo(page.getByRole('button', { name: /^doppelt/ }));
  await keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Campell/ })).toHaveCount(2);
  // The server found it; the rest is done without it.
  await counter.cutLine();
  await clerk.tabTo(grid);
  const first = page.getByRole('row', { name: /Campell, Ladina.*Zernez/ });
  for (let at = 0; at < 2 && (await first.getAttribute('data-cursor')) !== 'true'; at++)
    await keyboard.press('j');
  await expect(first).toHaveAttribute('data-cursor', 'true');
  await keyboard.press('Enter');
  await expect(page.getByText('scheint zweimal erfasst', { exact: false })).toBeVisible();
  await keyboard.press('z');
  await expect(page.getByRole('heading', { name: 'Zweimal dieselbe Person?' })).toBeVisible();
  await clerk.tabTo(page.getByRole('radio', { name: 'Zernez' }));
  await keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Susch' })).toBeChecked();
  await keyboard.press('Control+Enter');
  await clerk.tabTo(page.getByLabel('Grund'));
  await keyboard.type('gleicher Führerausweis');
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Ladina Campell' })).toBeVisible();
  await expect(page.getByText('ladina@example.ch')).toBeVisible();
  await expect(page.getByRole('status')).toContainText(/Ohne Verbindung seit .* wartet/);
  expect(await presses()).toBe(0);
  await counter.restoreLine();
  const stored = async () =>
    (
      await sql.query(
        "select id, town, email, merged_into from customers where last_name = 'Campell' order by id",
      )
    ).rows;
  await expect.poll(stored, { timeout: 20_000 }).toEqual([
    { id: one, town: 'Susch', email: 'ladina@example.ch', merged_into: null },
    { id: other, town: 'Susch', email: 'ladina@example.ch', merged_into: one },
  ]);
  const { rows } = await sql.query(
    "select settled_reason from conflicts where kind = 'duplicate_customer' and customer_id = any ($1)",
    [[one, other]],
  );
  expect(rows).toEqual([{ settled_reason: 'gleicher Führerausweis' }]);
});
