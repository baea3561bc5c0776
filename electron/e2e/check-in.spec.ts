import { samplePhoto } from '#build/pdf/sample-photos.ts';
import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

test('a car comes back with new damage and extra kilometres, by keyboard and without a line', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  await sql.query('update companies set fuel_per_eighth = 1200, fuel_service = 2000');
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.atDesk();
  await expect(page.getByRole('status')).toHaveText('Auf dem Stand');
  await counter.cutLine();
  const presses = await clerk.watchPointer();

  await page.keyboard.press('r');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Kilometerstand')).toBeFocused();
  const plate = (await page.getByRole('complementary').innerText()).split('\n')[1] ?? '';
  const { rows: before } = await sql.query<{ id: string; odometer: number; deposit: number }>(
    `select c.id, h.odometer_km as odometer, c.deposit::int from contracts c join handovers h on h.contract_id = c.id
      where replace(c.plate, ' ', '') = $1 and c.status = 'out'`,
    [plate.replaceAll(/\s/g, '')],
  );
  const rental = before[0]!;
  await page.keyboard.type(String(rental.odometer + 2_000));
  await clerk.tab(1);
  await page.keyboard.press('4');
  const bill = page.getByRole('complementary');
  await expect(bill.getByText(/Mehrkilometer/)).toBeVisible();
  await clerk.next();

  // The damage: a place on the sketch by arrows, then what it is, what it costs, and a photo.
  await clerk.tabTo(page.getByRole('application'));
  for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('heading', { name: /^Schäden: \d+ bekannt, 1 neu/ })).toBeVisible();
  await clerk.tabTo(page.getByLabel('Reparatur zulasten Mieter'));
  await page.keyboard.type('350');
  const chooser = page.waitForEvent('filechooser');
  await clerk.tabTo(page.getByRole('button', { name: 'Bild wählen' }));
  await page.keyboard.press('Enter');
  await (
    await chooser
  ).setFiles({
    name: 'schaden.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from(samplePhoto(4).base64, 'base64'),
  });
  await expect(page.getByText('1 Foto')).toBeVisible();
  await expect(bill.getByText('Schäden, ohne MWST')).toBeVisible();
  await clerk.next();

  await clerk.tabTo(page.getByRole('radio', { name: 'Karte' }));
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await expect(page.getByRole('radio', { name: 'aus der Kaution' })).toBeChecked();
  expect(await presses()).toBe(0);
  await clerk.sign('Rückgabe unterschreiben');
  await expect(page.getByRole('heading', { name: /^Vertrag ZRH-A-/ })).toBeVisible();
  await expect(page.getByText('Übergabeprotokoll')).toBeVisible();
  // Two papers, and beside them what is owed of each.
  await expect(page.getByText(/Rechnung ZRH-A-\d\d-R\d{5}/)).toHaveCount(4);

  await counter.restoreLine();
  await expect(page.getByRole('status')).toHaveText('Auf dem Stand', { timeout: 20_000 });
  await expect
    .poll(async () => (await sql.query('select status from contracts where id = $1', [rental.id])).rows)
    .toEqual([{ status: 'closed' }]);
  const { rows: deposits } = await sql.query<{ amount: number; kept: number; released: number }>(
    'select amount::int, kept::int, released::int from deposits where contract_id = $1',
    [rental.id],
  );
  expect(deposits[0]!.kept + deposits[0]!.released).toBe(deposits[0]!.amount);
  const { rows: damages } = await sql.query(
    'select i.total::int, i.vat_total::int as vat from invoices i where contract_id = $1 order by number desc limit 1',
    [rental.id],
  );
  expect(damages).toEqual([{ total: 35_000, vat: 0 }]);
  await expect
    .poll(
      async () =>
        (
          await sql.query('select stored_at is not null as stored from photos where contract_id = $1', [
            rental.id,
          ])
        ).rows,
      { timeout: 20_000 },
    )
    .toEqual([{ stored: true }]);
});

test('what is wrong is said beside its field, and a parked check-in waits as a pill', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  await sql.query(
    `set session_replication_role = replica; update handovers set accessories = '[{"name":"Dachträger","count":1},{"name":"Schneeketten","count":2}]'; set session_replication_role = default`,
  );
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.atDesk();
  await page.keyboard.press('r');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Kilometerstand')).toBeFocused();
  await clerk.next();
  await expect(page.getByText('Bitte ausfüllen.').first()).toBeVisible();
  // Of what goes with the car, only what was emptied.
  const chains = page.getByLabel('Schneeketten');
  await chains.fill('');
  await page.getByLabel('Kilometerstand').focus();
  await page.keyboard.type('999999');
  await clerk.next();
  await expect(chains).toHaveAccessibleDescription('Bitte ausfüllen.');
  await expect(page.getByLabel('Dachträger')).toHaveAccessibleDescription(/1/);
  await expect(chains).toBeFocused();
  await page.keyboard.type('2');
  await page.getByLabel('Kilometerstand').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('12');
  await expect(page.getByLabel('Gefahrene Kilometer')).toBeVisible();
  await page.keyboard.press('Escape');
  await clerk.atDesk();
  await clerk.tabTo(page.getByRole('link', { name: /^Rücknahme · .* 1\/3$/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Kilometerstand')).toHaveValue('12');
});

test('more damages than a report holds are refused in a sentence, before the renter signs', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  await sql.query(
    `insert into damages (id, company_id, vehicle_id, view, x, y, kind, size, found_at)
     select gen_random_uuid(), v.company_id, v.id, 'left', 10 + at * 20, 500, 'scratch', 'small', now() - interval '30 days'
     from vehicles v, generate_series(1, 40 - (select count(*)::int from damages d where d.vehicle_id = v.id and repaired_at is null)) at`,
  );
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.atDesk();
  await page.keyboard.press('r');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Kilometerstand')).toBeFocused();
  await page.keyboard.type('999999');
  await clerk.next();
  await page.getByRole('application').focus();
  for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  const heading = page.getByRole('heading', { name: 'Schäden: 40 bekannt, 1 neu' });
  await expect(heading).toBeVisible();
  await clerk.next();
  await expect(page.getByRole('alert').filter({ hasText: 'höchstens 40 Schäden' })).toBeVisible();
  await expect(heading).toBeVisible();
  // One of the old ones was mended: there is room again.
  await page.getByRole('checkbox', { name: 'Bekannter Schaden behoben' }).first().press('Space');
  await clerk.next();
  await expect(heading).toBeHidden();
  await expect(page.getByRole('img', { name: 'Rückgabe unterschreiben' })).toBeVisible();
});
