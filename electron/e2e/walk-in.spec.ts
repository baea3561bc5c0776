import { samplePhoto } from '#build/pdf/sample-photos.ts';
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

test('a damage that is found before the car goes out is known when it is back', async ({ counter, sql }) => {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await counter.cutLine();
  await clerk.beginWithNewCustomer('Annalena', 'Schramm');
  const plate = await clerk.chooseVehicle(0);
  await expect(page.getByLabel('Kilometerstand')).toBeFocused();
  // Most cars have none, and no sketch is in the way.
  await expect(page.getByText('Ohne bekannte Schäden.')).toBeVisible();
  await expect(page.getByRole('application')).toHaveCount(0);
  await clerk.tab(1);
  await page.keyboard.press('6');
  await clerk.tab(1);
  await expect(page.getByLabel('Schlüssel')).toBeFocused();
  await clerk.typeAndTab('2');
  await expect(page.getByLabel('Zubehör, das mitgeht')).toBeFocused();
  await page.keyboard.type('2 Kindersitze');
  await clerk.tab(2);
  await expect(page.getByRole('button', { name: 'Schaden erfassen' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('application')).toBeFocused();
  for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  const found = page.getByRole('heading', { name: 'Schäden: 0 bekannt, 1 neu' });
  await expect(found).toBeVisible();
  await expect(page.getByLabel('Reparatur zulasten')).toHaveCount(0);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('f');
  await (
    await chooser
  ).setFiles({
    name: 'schaden.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from(samplePhoto(4).base64, 'base64'),
  });
  await expect(page.getByText('1 Foto')).toBeVisible();
  const seen = page.locator('section').filter({ has: page.getByRole('application') });
  await clerk.tabTo(seen.getByLabel('Bemerkung'));
  await page.keyboard.type('Von einem Einkaufswagen');

  // Interrupted, and gone on with; the same car chosen again keeps it.
  await expect(page.getByText(/Entwurf gespeichert/)).toBeVisible();
  await clerk.tabTo(page.getByRole('button', { name: 'Bild wählen' }));
  await page.keyboard.press('p');
  await clerk.atDesk();
  await clerk.tabTo(page.getByRole('link', { name: /^Übergabe · Schramm 3\/4/ }));
  await page.keyboard.press('Enter');
  await expect(found).toBeVisible();
  await expect(page.getByText('1 Foto')).toBeVisible();
  await clerk.next();
  await clerk.sign();
  await expect(page.getByRole('heading', { name: /^Vertrag ZRH-A-/ })).toBeVisible();

  // Back at the same counter, still without a line.
  await page.keyboard.press('t');
  await expect(page.getByLabel('Kilometerstand')).toBeFocused();
  const out = await page
    .getByText(/^bei Übergabe [\d’]+$/)
    .first()
    .innerText();
  await page.keyboard.type(String(Number(out.replaceAll(/\D/g, '')) + 50));
  await expect(page.getByLabel('Schlüssel')).toHaveValue('2');
  await expect(page.getByLabel('Kindersitze')).toHaveValue('2');
  await clerk.next();
  await expect(page.getByRole('heading', { name: 'Schäden: 1 bekannt, 0 neu' })).toBeVisible();
  await expect(page.getByRole('listitem').getByText('Von einem Einkaufswagen')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Bekannter Schaden behoben' })).toHaveCount(1);

  await counter.restoreLine();
  await expect(page.getByRole('status')).toHaveText('Auf dem Stand', { timeout: 20_000 });
  const inItsFile = async () => {
    const { rows } = await sql.query(
      `select d.contract_id, h.kind as found_at, p.stored_at is not null as stored
        from damages d join vehicles v on v.id = d.vehicle_id join handovers h on h.id = d.handover_id
        left join photos p on p.damage_id = d.id where replace(v.plate, ' ', '') = $1`,
      [plate.replaceAll(/\s/g, '')],
    );
    return rows;
  };
  await expect
    .poll(inItsFile, { timeout: 20_000 })
    .toEqual([{ contract_id: null, found_at: 'check_out', stored: true }]);
  expect((await sql.query('select 1 from refused_changes')).rowCount).toBe(0);
});

test('a reservation becomes the contract it is', async ({ counter, sql }) => {
  const { page } = counter;
  // Whatever time it is, somebody has come for their car.
  const { rows } = await sql.query<{ id: string }>(
    `update contracts set starts_at = now() - interval '5 minutes', ends_at = now() - interval '5 minutes' + (ends_at - starts_at)
     where customer_name = 'Weber, Eva' and status = 'reserved' returning id`,
  );
  expect(rows).toHaveLength(1);
  const reservation = rows[0];
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.atDesk();
  const presses = await clerk.watchPointer();
  await clerk.chooseAtDesk('Weber, Eva');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Geburtsdatum')).not.toHaveValue('');
  await clerk.next();
  await expect(page.getByRole('radio', { checked: true }).first()).toBeVisible();
  await clerk.next();
  await clerk.acceptCondition();
  await clerk.signOnPaper();
  await expect(page.getByRole('heading', { name: /^Vertrag ZRH-A-/ })).toBeVisible();
  expect(await presses()).toBe(0);
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
  const clerkAgain = new Clerk(counter.page);
  await clerkAgain.tabTo(pill);
  await counter.page.keyboard.press('Enter');
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
  await clerk.tabTo(page.getByRole('link', { name: /^Plan/ }), 'Shift+Tab');
  await keyboard.press('Enter');
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
  await clerk.tabTo(more, 'Shift+Tab');
  await keyboard.press('Enter');
  const oldest = page.getByRole('menuitem', { name: 'Übergabe · Zumbrunnen 2/4' });
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  for (let at = 0; at < (await page.getByRole('menuitem').count()) - 1; at++)
    await keyboard.press('ArrowDown');
  await expect(oldest).toBeFocused();
  await keyboard.press('Enter');
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
  await clerk.typeOver(page.getByLabel('E-Mail'), 'fritz@');
  await clerk.typeOver(page.getByLabel('Geburtsdatum'), '31.02.1990');
  await clerk.next();
  await expect(page.getByText('Ein Datum wie 24.12.1990.')).toBeVisible();
  await expect(page.getByText('Eine E-Mail-Adresse, oder leer lassen.')).toBeVisible();
  await expect(page.getByLabel('Geburtsdatum')).toHaveValue('31.02.1990');
  await clerk.typeOver(page.getByLabel('Geburtsdatum'), '24.12.2010');
  await clerk.typeOver(page.getByLabel('E-Mail'), '', 'Shift+Tab');
  await page.keyboard.press('Delete');
  await clerk.next();
  await clerk.chooseVehicle(0);
  await expect(page.getByRole('alert')).toContainText('Mindestalter');
});

test('who presses Enter before the list has followed gets whom they typed, not whom it showed', async ({
  counter,
}) => {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  await new Clerk(page).atDesk();
  await page.keyboard.press('n');
  const box = page.getByRole('combobox', { name: 'Kundin oder Kunden suchen' });
  await expect(box).toBeFocused();
  await page.keyboard.type('Anna');
  await expect(page.getByRole('option', { name: /Anna Meier/ })).toBeVisible();
  // The rest of the name and Enter in one turn of the page: nothing can have been found in between.
  await box.evaluate((input) => {
    Reflect.set(HTMLInputElement.prototype, 'value', 'Anna Lena Eilig', input);
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  });
  await expect(page.getByLabel('Vorname').first()).toHaveValue('Anna Lena');
  await expect(page.getByLabel('Nachname').first()).toHaveValue('Eilig');
});

test('from somebody new a key leads back to the search, and who is on file already is taken with another', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  const { keyboard } = page;
  const { rows } = await sql.query<{ id: string; first_name: string; last_name: string; phone: string }>(
    `select id, first_name, last_name, phone from customers c where kind = 'person' and phone <> '' and licence_expires_on is null
      and (select count(*) from customers d where d.first_name = c.first_name and d.last_name = c.last_name) = 1
      order by id limit 1`,
  );
  const known = rows[0]!;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  await new Clerk(page).atDesk();
  await keyboard.press('n');
  const find = page.getByRole('combobox', { name: 'Kundin oder Kunden suchen' });
  await expect(find).toBeFocused();
  await keyboard.type('Hans Niemandsonst');
  await expect(page.getByRole('option', { name: 'Neu erfassen: Hans Niemandsonst' })).toBeVisible();
  await keyboard.press('Enter');
  const firstName = page.getByLabel('Vorname').first();
  await expect(firstName).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.type('Gerbergasse');
  // Back and forth: what was typed stays.
  await keyboard.press('Control+f');
  await expect(find).toBeFocused();
  await expect(find).toHaveValue('Hans Niemandsonst');
  await keyboard.press('Escape');
  await expect(page.getByLabel('Strasse')).toHaveValue('Gerbergasse');
  // Somebody else, by another name: nothing of the first is left.
  await keyboard.press('Control+f');
  await expect(find).toBeFocused();
  await keyboard.type(`${known.first_name} ${known.last_name}x`);
  await expect(page.getByRole('option', { name: /^Neu erfassen: / })).toBeVisible();
  await keyboard.press('Enter');
  await expect(page.getByLabel('Strasse')).toHaveValue('');
  await page.getByLabel('Nachname').first().press('End');
  await keyboard.press('Backspace');
  await page.getByLabel('Telefon').focus();
  await expect(page.getByText(/^Schon erfasst: /)).toHaveCount(0);
  await keyboard.type(known.phone);
  await expect(page.getByRole('status').filter({ hasText: 'Schon erfasst: ' })).toContainText(
    known.last_name,
  );
  await keyboard.press('Control+e');
  await expect(page.getByLabel('Geburtsdatum')).toBeFocused();
  await expect(page.getByText(/^Schon erfasst: /)).toHaveCount(0);
  await expect(page.getByText(/Entwurf gespeichert/)).toBeVisible();
  // And from them to nobody.
  await keyboard.press('Control+f');
  await expect(find).toBeFocused();
  await expect(find).toHaveValue('');
});

test('a signature holds for what was signed: with another car it is given again', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.beginWithNewCustomer('Annalena', 'Zweifel');
  const first = await clerk.chooseVehicle(0);
  await clerk.acceptCondition();
  await clerk.draw();
  const pad = page.getByRole('img', { name: 'Hier unterschreiben' });
  await expect(pad.locator('polyline, path').first()).toBeVisible();
  const again = page.getByText(/^Seit der Unterschrift hat sich geändert/);
  await expect(again).toHaveCount(0);
  for (let step = 0; step < 2; step++) await page.keyboard.press('Escape');
  const vehicles = page.getByRole('radiogroup', { name: 'Freie Wagen' }).getByRole('radio');
  await expect(vehicles.first()).toBeChecked();
  await clerk.tabTo(vehicles.first());
  await page.keyboard.press('ArrowDown');
  await expect(vehicles.nth(1)).toBeChecked();
  const second = (await vehicles.nth(1).innerText()).split('\n')[0] ?? '';
  expect(second).not.toBe(first);
  await clerk.next();
  await clerk.acceptCondition();
  await expect(again).toBeVisible();
  await clerk.next();
  await expect(page.getByRole('alert')).toHaveText(/bitte nochmals unterschreiben lassen\.$/);
  expect((await sql.query(`select 1 from contracts where customer_name like 'Zweifel%'`)).rowCount).toBe(0);
  await clerk.sign();
  await expect(page.getByRole('heading', { name: /^Vertrag ZRH-A-/ })).toBeVisible();
  await expect
    .poll(
      async () =>
        (await sql.query(`select plate from contracts where customer_name like 'Zweifel%'`)).rows.map(
          ({ plate }) => String(plate).replaceAll(/\s/g, ''),
        ),
      { timeout: 20_000 },
    )
    .toEqual([second.replaceAll(/\s/g, '')]);
});

test('a car that is held is not offered and says why; what begins under way is told where it is signed', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  const hold = (begins: string, note: string, which: string) =>
    sql.query<{ plate: string }>(
      `with held as (
        insert into vehicle_holds (id, company_id, vehicle_id, reason, starts_at, ends_at, note)
        select gen_random_uuid(), v.company_id, v.id, 'repair', now() + $1::interval, null, $2 from vehicles v
          join branches b on b.id = v.branch_id
          where b.code = 'ZRH' and v.status = 'active' and ${which}
            and not exists (select 1 from contracts c where c.vehicle_id = v.id and c.status in ('reserved', 'out'))
        returning vehicle_id
      ) select v.plate from vehicles v join held on held.vehicle_id = v.id order by v.plate`,
      [begins, note],
    );
  // One is held now, and of all others everybody should know.
  const one = `v.id = (select min(id::text)::uuid from vehicles w where w.branch_id = v.branch_id and w.status = 'active'
    and not exists (select 1 from contracts c where c.vehicle_id = w.id and c.status in ('reserved', 'out')))`;
  const { rows: held } = await hold('-1 hour', 'Bremsen', one);
  expect(held).toHaveLength(1);
  await hold('12 hours', 'MFK-Termin', `not (${one})`);
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.beginWithNewCustomer('Annalena', 'Gesperrt');
  const kept = page.getByRole('list', { name: 'Nicht zu haben' });
  await expect(kept).toContainText('Gesperrt bis auf Weiteres: Reparatur: Bremsen');
  const plate = held[0]!.plate.replaceAll(/\s/g, '').slice(-3);
  await expect(kept).toContainText(plate);
  const free = page.getByRole('radiogroup', { name: 'Freie Wagen' }).getByRole('radio');
  await expect(free.filter({ hasText: plate })).toHaveCount(0);
  const told = page.getByText(/^Ab .* gesperrt: Reparatur: MFK-Termin$/);
  await clerk.tabTo(free.first());
  for (let at = 0; at < (await free.count()); at++) await page.keyboard.press('ArrowDown');
  await expect(free.last()).toBeChecked();
  await expect(told).toBeVisible();
  await clerk.next();
  await clerk.acceptCondition();
  await expect(page.getByRole('img', { name: 'Hier unterschreiben' })).toBeVisible();
  await expect(told).toBeVisible();
  // Cash needs a drawer that is open: known before anybody signs.
  const deposit = page.getByRole('radiogroup', { name: 'Kaution' });
  await clerk.tabTo(deposit.getByRole('radio', { name: 'Karte' }));
  await page.keyboard.press('ArrowRight');
  await expect(deposit.getByRole('radio', { name: 'bar' })).toBeChecked();
  await expect(page.getByText(/^Die Kasse dieses Schalters ist nicht offen/)).toBeVisible();
  // From the first one back is the last one: none.
  for (const key of ['ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
  await expect(deposit.getByRole('radio', { name: 'keine' })).toBeChecked();
  await expect(page.getByText(/^Die Kasse dieses Schalters ist nicht offen/)).toHaveCount(0);
});
