import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

test('a walk-in by keyboard, without a line, and everything arrives when it is back', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await counter.cutLine();
  const light = page.getByRole('status');
  await expect(light).toContainText('Ohne Verbindung seit');

  const { number } = await clerk.rent('Testmann');
  await expect(page.getByText('Mietvertrag')).toBeVisible();
  await expect(page.getByText('wird hochgeladen, sobald die Verbindung da ist')).toBeVisible();
  await page.keyboard.press('r');
  // The paper, and beside it what is owed.
  await expect(page.getByText(/Rechnung ZRH-A-\d\d-R\d{5}/)).toHaveCount(2);
  await expect(light).toContainText('warten');
  expect((await sql.query('select 1 from contracts where number = $1', [number])).rowCount).toBe(0);

  await counter.restoreLine();
  await expect(light).toHaveText('Auf dem Stand', { timeout: 20_000 });
  await expect(page.getByText(/^abgelegt/)).toHaveCount(2, { timeout: 20_000 });
  const { rows } = await sql.query(
    'select status, customer_name, total::int from contracts where number = $1',
    [number],
  );
  expect(rows).toEqual([{ status: 'out', customer_name: 'Testmann, Annalena', total: 5900 }]);
});

test('a reservation becomes the contract it is', async ({ counter, sql }) => {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.atDesk();
  const { rows } = await sql.query<{ id: string; customer_name: string }>(
    `select c.id, c.customer_name from contracts c join branches b on b.id = c.branch_id
     where b.code = 'ZRH' and c.status = 'reserved' and c.vehicle_id is not null and c.starts_at::date <= now()::date
     order by c.starts_at limit 1`,
  );
  const reservation = rows[0];
  test.skip(!reservation, 'the demo company has no reservation for today at this hour');
  await page.getByRole('button', { name: new RegExp(reservation?.customer_name ?? '') }).dblclick();
  await expect(page.getByLabel('Geburtsdatum')).not.toHaveValue('');
  await clerk.next();
  await expect(page.getByRole('radio', { checked: true }).first()).toBeVisible();
  await clerk.next();
  await clerk.acceptCondition();
  await clerk.sign();
  await expect(page.getByRole('heading', { name: /^Vertrag ZRH-A-/ })).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('Auf dem Stand');
  await expect
    .poll(async () => (await sql.query('select status from contracts where id = $1', [reservation?.id])).rows)
    .toEqual([{ status: 'out' }]);
});

test('an interrupted draft waits as a pill, with every key in it, also over a restart', async ({
  counter,
}) => {
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(counter.page);
  await clerk.beginWithNewCustomer('Urs', 'Unterbrochen');
  await expect(counter.page.getByRole('heading', { name: 'Freie Wagen' })).toBeVisible();
  await expect(counter.page.getByText(/Entwurf gespeichert/)).toBeVisible();
  await counter.restart();
  const pill = counter.page.getByRole('link', { name: /Übergabe · Unterbrochen 2\/4/ });
  await pill.click();
  await expect(counter.page.getByRole('heading', { name: 'Freie Wagen' })).toBeVisible();
  await counter.page.keyboard.press('Escape');
  await expect(counter.page.getByLabel('Geburtsdatum')).toHaveValue('24.12.1990');
});

test('what was only looked at leaves no draft, and of many drafts those that fit stand whole', async ({
  counter,
}) => {
  const { page } = counter;
  const { keyboard } = page;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.atDesk();
  const find = page.getByRole('combobox', { name: 'Kundin oder Kunden suchen' });
  const pills = page.getByRole('link', { name: /^(Übergabe|Rücknahme) · / });
  await keyboard.press('n');
  await expect(find).toBeFocused();
  await expect(pills).toHaveCount(1);
  await keyboard.press('Escape');
  await clerk.atDesk();
  await expect(pills).toHaveCount(0);
  // Also when it is left by another way.
  await keyboard.press('n');
  await expect(find).toBeFocused();
  await page.getByRole('link', { name: /^Plan/ }).click();
  await expect(page.getByRole('grid', { name: 'Plan' })).toBeVisible();
  await expect(pills).toHaveCount(0);

  const names = ['Zumbrunnen', 'Brunner-Hürlimann', 'Meierhans-Tscharner', 'Wyss'];
  for (const name of names) {
    await keyboard.press('g');
    await keyboard.press('h');
    await clerk.atDesk();
    await clerk.beginWithNewCustomer('Urs', name);
    await expect(page.getByRole('heading', { name: 'Freie Wagen' })).toBeVisible();
    await page.getByRole('heading', { name: 'Freie Wagen' }).click();
  }
  // The newest stand in the bar, the rest behind the button.
  await expect(pills.first()).toHaveText('Übergabe · Wyss 2/4');
  const more = page.getByRole('button', { name: /weitere[r]? Entw/ });
  await more.focus();
  await keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Übergabe · Zumbrunnen 2/4' }).click();
  await keyboard.press('Escape');
  await expect(page.getByLabel('Nachname').first()).toHaveValue('Zumbrunnen');
});

test('every field says what is wrong beside it and keeps what was typed', async ({ counter }) => {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.beginWithNewCustomer('Fritz', 'Falsch');
  await expect(page.getByRole('heading', { name: 'Freie Wagen' })).toBeVisible();
  // Without a vehicle it does not go on.
  await clerk.next();
  await expect(page.getByRole('alert')).toHaveText('Bitte wählen Sie einen Wagen.');
  await page.keyboard.press('Escape');
  await page.getByLabel('Geburtsdatum').fill('31.02.1990');
  await page.getByLabel('E-Mail').fill('fritz@');
  await clerk.next();
  await expect(page.getByText('Ein Datum wie 24.12.1990.')).toBeVisible();
  await expect(page.getByText('Eine E-Mail-Adresse, oder leer lassen.')).toBeVisible();
  await expect(page.getByLabel('Geburtsdatum')).toHaveValue('31.02.1990');
  await page.getByLabel('Geburtsdatum').fill('24.12.2010');
  await page.getByLabel('E-Mail').fill('');
  await clerk.next();
  await clerk.chooseVehicle(0);
  await expect(page.getByRole('alert')).toContainText('Mindestalter');
});
