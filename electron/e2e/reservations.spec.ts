import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

test('a reservation by keyboard, without a line, becomes a contract with its extras', async ({
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
  await expect(page.getByRole('status')).toContainText('Ohne Verbindung seit');

  // Who: a customer of the company, whose licence is on file.
  await keyboard.press('b');
  await expect(page.getByRole('combobox', { name: 'Kundin oder Kunden suchen' })).toBeFocused();
  await keyboard.type('Widmer');
  await expect(page.getByRole('option', { name: /Widmer/ }).first()).toBeVisible();
  await keyboard.press('Enter');
  await expect(page.getByText('Widmer, Lukas').first()).toBeVisible();

  // When and what: today, the first category, the first vehicle of it.
  await clerk.tabTo(page.getByLabel('Übergabe', { exact: true }));
  await keyboard.press('Control+a');
  await clerk.typeAndTab('heute');
  await keyboard.press('Control+a');
  await clerk.typeAndTab('+2');
  const categories = page.getByRole('radiogroup', { name: 'Kategorie' }).getByRole('radio');
  await clerk.tabTo(categories.first());
  await keyboard.press('ArrowDown');
  await expect(categories.first()).toBeChecked();
  await expect(categories.first()).toContainText(/\d frei/);
  await clerk.tabTo(page.getByRole('combobox', { name: 'Bestimmter Wagen' }));
  await keyboard.type('ZH 2184');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');

  // On top: two child seats, and no deductible.
  await clerk.tabTo(page.getByRole('radio', { name: 'keiner' }));
  for (const key of ['ArrowDown', 'ArrowDown']) await keyboard.press(key);
  await expect(page.getByRole('radio', { name: /^Vollkasko ohne Selbstbehalt/ })).toBeChecked();
  await clerk.tabTo(page.getByRole('spinbutton', { name: /Kindersitz/ }));
  await keyboard.press('2');
  const bill = page.getByRole('complementary');
  await expect(bill).toContainText('Kindersitz');
  await expect(bill).toContainText('Vollkasko ohne Selbstbehalt');
  await expect(bill.getByText(/^CHF/)).toBeVisible();
  const total = await bill.getByText(/^CHF/).innerText();
  await clerk.next();

  // It waits at the desk for its pick-up, and the check-out takes over what was chosen.
  await clerk.atDesk();
  await clerk.chooseAtDesk('Widmer, Lukas');
  await keyboard.press('Enter');
  await expect(page.getByLabel('Geburtsdatum')).not.toHaveValue('');
  await clerk.next();
  await expect(page.getByRole('spinbutton', { name: /Kindersitz/ })).toHaveAttribute('aria-valuenow', '2');
  await expect(page.getByRole('complementary').getByText(total)).toBeVisible();
  await clerk.next();
  await clerk.acceptCondition();
  await clerk.signOnPaper();
  await expect(page.getByRole('heading', { name: /^Vertrag ZRH-A-/ })).toBeVisible();
  expect(await presses()).toBe(0);
  await expect(page.getByRole('complementary')).toContainText('Kindersitz');

  await counter.restoreLine();
  await expect(page.getByRole('status')).toHaveText('Auf dem Stand', { timeout: 20_000 });
  const { rows } = await sql.query(
    `select c.status, c.deductible::int, count(*) filter (where l.label like '%Kindersitz%')::int as seats
     from contracts c join contract_lines l on l.contract_id = c.id
     where c.customer_name = 'Widmer, Lukas' and c.status = 'out' and c.signed_at > now() - interval '10 minutes'
     group by c.id`,
  );
  expect(rows).toEqual([{ status: 'out', deductible: 0, seats: 1 }]);
  expect((await sql.query('select code from refused_changes')).rows).toEqual([]);
});

test('a reservation is handed over with what was reserved in sight, and another price is agreed before it is signed', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  const { keyboard } = page;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.atDesk();
  await keyboard.press('b');
  await expect(page.getByRole('combobox', { name: 'Kundin oder Kunden suchen' })).toBeFocused();
  await keyboard.type('Widmer');
  await expect(page.getByRole('option', { name: /Widmer/ }).first()).toBeVisible();
  await keyboard.press('Enter');
  await expect(page.getByText('Widmer, Lukas').first()).toBeVisible();
  await page.getByLabel('Übergabe', { exact: true }).focus();
  await clerk.typeAndTab('heute');
  await clerk.typeAndTab('+2');
  // Not the first of the list: what was reserved must come before it.
  const categories = page.getByRole('radiogroup', { name: 'Kategorie' }).getByRole('radio');
  await categories.first().focus();
  await keyboard.press('ArrowDown');
  await expect(categories.first()).toBeChecked();
  await keyboard.press('ArrowDown');
  await expect(categories.nth(1)).toBeChecked();
  const name = (await categories.nth(1).locator('span').first().innerText()).trim();
  const bill = page.getByRole('complementary');
  const promised = (await bill.getByText(/^CHF/).innerText()).replace(/^CHF\s/, '');
  await clerk.next();

  await clerk.atDesk();
  await page
    .getByRole('button', { name: /Widmer, Lukas/ })
    .first()
    .dblclick();
  await expect(page.getByLabel('Geburtsdatum')).not.toHaveValue('');
  await clerk.next();
  await expect(page.getByText(`Reserviert: Kategorie ${name}.`)).toBeVisible();
  const vehicles = page.getByRole('radiogroup', { name: 'Freie Wagen' }).getByRole('radio');
  await expect(vehicles.first()).toContainText('wie reserviert');
  await expect(vehicles.first()).toContainText(name);
  await vehicles.first().focus();
  await keyboard.press('ArrowDown');
  await expect(vehicles.first()).toBeChecked();
  await expect(bill.getByText(/^CHF/)).toContainText(promised);
  await expect(bill).not.toContainText('Bei der Reservation');

  // A car of another category is allowed, and says so.
  const others = vehicles.filter({ hasNotText: 'wie reserviert' });
  await others.last().focus();
  await keyboard.press('Space');
  await expect(others.last()).toBeChecked();
  await expect(page.getByText(new RegExp(`^Reserviert war ${name}; dieser Wagen ist `))).toBeVisible();
  await expect(bill.getByText('Bei der Reservation')).toContainText('andere Kategorie');
  await expect(bill).toContainText(promised);
  await clerk.next();
  await clerk.acceptCondition();
  await clerk.sign();
  const question = page.getByRole('alertdialog', { name: 'Neuer Preis' });
  await expect(question).toContainText(`Reserviert zu CHF ${promised}`);
  await expect(question).toContainText('Grund: andere Kategorie.');
  await keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  const signed = async () =>
    (
      await sql.query(
        `select total::int as total from contracts where customer_name = 'Widmer, Lukas' and status = 'out'
         and signed_at > now() - interval '10 minutes'`,
      )
    ).rows;
  expect(await signed()).toEqual([]);
  await clerk.next();
  await expect(question).toBeVisible();
  await clerk.next();
  await expect(page.getByRole('heading', { name: /^Vertrag ZRH-A-/ })).toBeVisible();
  await expect.poll(signed, { timeout: 20_000 }).toHaveLength(1);
  const [{ total } = { total: 0 }] = (await signed()) as { total: number }[];
  expect(total).not.toBe(Math.round(Number(promised.replaceAll('’', '')) * 100));
});

test('who reserves and is on file already is taken with a key, and nothing of whoever was entered before stays', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  const { keyboard } = page;
  const { rows } = await sql.query<{ first_name: string; last_name: string; phone: string }>(
    `select first_name, last_name, phone from customers c where kind = 'person' and phone <> ''
      and (select count(*) from customers d where d.first_name = c.first_name and d.last_name = c.last_name) = 1
      order by id limit 1`,
  );
  const known = rows[0]!;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  await new Clerk(page).atDesk();
  await keyboard.press('b');
  const find = page.getByRole('combobox', { name: 'Kundin oder Kunden suchen' });
  await expect(find).toBeFocused();
  await keyboard.type(`${known.first_name} ${known.last_name}x`);
  await expect(page.getByRole('option', { name: /^Neu erfassen: / })).toBeVisible();
  await keyboard.press('Enter');
  await expect(page.getByLabel('Vorname')).toBeFocused();
  await keyboard.press('Control+f');
  await expect(find).toBeFocused();
  await keyboard.press('Escape');
  await expect(page.getByLabel('Nachname')).toHaveValue(`${known.last_name}x`);
  await page.getByLabel('Nachname').press('End');
  await keyboard.press('Backspace');
  await page.getByLabel('Telefon').focus();
  await keyboard.type(known.phone);
  await expect(page.getByText(/^Schon erfasst: /)).toBeVisible();
  await keyboard.press('Control+e');
  await expect(page.getByText(`${known.last_name}, ${known.first_name}`).first()).toBeVisible();
  await expect(page.getByLabel('Telefon')).toHaveCount(0);
  await keyboard.press('Control+f');
  await expect(find).toBeFocused();
  await keyboard.type('Ganz Anders');
  await expect(page.getByRole('option', { name: 'Neu erfassen: Ganz Anders' })).toBeVisible();
  await keyboard.press('Enter');
  await expect(page.getByLabel('Nachname')).toHaveValue('Anders');
  await expect(page.getByLabel('Telefon')).toHaveValue('');
});

test('a bar dragged onto a taken vehicle is refused with whom, and onto a free one it is moved with its price', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  await new Clerk(page).atDesk();
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  const plan = page.getByRole('grid', { name: 'Plan' });
  await expect(plan).toBeFocused();
  const bar = plan.getByRole('gridcell', { name: /^Weber, Eva/ });
  const rowOf = (plate: string) => plan.getByRole('row').filter({ hasText: plate });

  /** From the middle of the bar straight to the row, held down on the way. */
  const drag = async (plate: string, days: number): Promise<void> => {
    const from = await bar.boundingBox();
    const to = await rowOf(plate).boundingBox();
    const track = await rowOf(plate).getByRole('presentation').boundingBox();
    if (!from || !to || !track) throw new Error('the plan does not show it');
    const x = from.x + Math.min(40, from.width / 2);
    await page.mouse.move(x, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(x + 10, to.y + to.height / 2, { steps: 5 });
    await page.mouse.move(x + days * (track.width / 14), to.y + to.height / 2, { steps: 5 });
    await page.mouse.up();
  };

  // Anna Meier has the Golf until this afternoon.
  await drag('218 405', 0);
  const panel = page.getByRole('region', { name: 'Weber, Eva verschieben' });
  await expect(panel).toContainText('Der Wagen ist vergeben: Meier, Anna');
  await expect(panel.getByRole('button', { name: 'Übernehmen' })).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(panel).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);

  await drag('218 406', 1);
  await expect(panel).toContainText('gleicher Preis');
  // A day longer, by keyboard: dearer, and said so before it is taken.
  await page.keyboard.press('+');
  await expect(panel).toContainText('CHF +');
  await page.keyboard.press('Enter');
  await expect(panel).toHaveCount(0);
  await expect(rowOf('218 406').getByRole('gridcell', { name: /^Weber, Eva/ })).toBeVisible();
  await expect(page.getByRole('status').first()).toHaveText('Auf dem Stand');
  await expect
    .poll(
      async () =>
        (
          await sql.query(
            `select plate, status, ends_at - starts_at as length, total::int = (select sum(amount) from contract_lines l
               where l.contract_id = c.id) as adds_up from contracts c where customer_name = 'Weber, Eva' and status = 'reserved'`,
          )
        ).rows,
    )
    .toMatchObject([{ plate: 'ZH 218406', status: 'reserved', length: { days: 4 }, adds_up: true }]);

  // Opened from the plan, with a child seat more: the new price is agreed before it is written.
  await expect(plan).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Reservation ändern' })).toBeVisible();
  await page.getByRole('spinbutton', { name: /Kindersitz/ }).focus();
  await page.keyboard.press('1');
  await expect(page.getByRole('complementary')).toContainText('Kindersitz');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alertdialog')).toContainText('CHF +32.00');
  await page.keyboard.press('Control+Enter');
  await expect(plan).toBeVisible();

  // Cancelled with a reason, it is gone from the plan.
  await plan.getByRole('gridcell', { name: /^Weber, Eva/ }).click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('spinbutton', { name: /Kindersitz/ })).toHaveAttribute('aria-valuenow', '1');
  await page.keyboard.press('x');
  await page.keyboard.type('Flug gestrichen');
  await page.keyboard.press('Control+Enter');
  await expect(plan).toBeVisible();
  await expect(plan.getByRole('gridcell', { name: /^Weber, Eva/ })).toHaveCount(0);
  await expect
    .poll(async () => (await sql.query(`select void_reason from contracts where status = 'void'`)).rows)
    .toEqual([{ void_reason: 'Flug gestrichen' }]);
});
