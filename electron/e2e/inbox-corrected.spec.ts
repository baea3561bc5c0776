import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { type TestCounter, expect, test } from './fixture.ts';

const here = 'Zürich HB, Schalter A';

/** A customer by keyboard and without a line; the server, meanwhile, will not have that name. */
async function refusedCustomer(counter: TestCounter): Promise<void> {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, here);
  const clerk = new Clerk(page);
  await clerk.atDesk();
  await counter.cutLine();
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await expect(page.getByRole('grid', { name: 'Kunden' })).toBeFocused();
  await page.keyboard.press('n');
  await expect(page.getByLabel('Vorname')).toBeFocused();
  await clerk.typeAndTab('Nadja');
  await clerk.tabTo(page.getByLabel('Nachname'));
  await page.keyboard.type('Verschriebn');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: /Verschriebn/ })).toBeVisible();
  await counter.restoreLine();
  await expect(page.getByRole('status')).toContainText('1 abgelehnt', { timeout: 20_000 });
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await expect(page.getByRole('heading', { name: 'Eingang' })).toBeVisible();
}

test('a refused customer is put right by keyboard and without a line, and arrives under the same id', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  await sql.query("alter table customers add constraint played check (last_name <> 'Verschriebn') not valid");
  await refusedCustomer(counter);
  await expect(page.getByRole('button', { name: 'Korrigieren K' })).toBeVisible();
  // What was refused is put right also while nobody answers: it is sent once the line is back.
  await counter.cutLine();
  const clerk = new Clerk(page);
  const presses = await clerk.watchPointer();
  await page.keyboard.press('k');
  await expect(page.getByRole('heading', { name: 'Abgelehnte Angaben korrigieren' })).toBeVisible();
  await expect(page.getByLabel('Vorname')).toHaveValue('Nadja');
  await clerk.typeOver(page.getByLabel('Nachname'), 'Verschrieben');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Nichts abgelehnt.')).toBeVisible();
  await expect(page.getByRole('status')).toContainText(/Ohne Verbindung seit .* wartet/);
  expect(await presses()).toBe(0);
  expect((await sql.query("select 1 from customers where first_name = 'Nadja'")).rowCount).toBe(0);
  await counter.restoreLine();
  await expect
    .poll(
      async () => {
        const { rows } = await sql.query(
          `select c.last_name, r.settled_note, r.payload -> 0 ->> 'id' = c.id::text as same
         from refused_changes r left join customers c on c.first_name = 'Nadja'`,
        );
        return rows;
      },
      { timeout: 20_000 },
    )
    .toEqual([{ last_name: 'Verschrieben', settled_note: 'Korrigiert und neu gesendet.', same: true }]);
});

test('a refused change is handed over with a word, and lies on top for who it is for', async ({
  openCounter,
  sql,
}) => {
  test.setTimeout(120_000);
  const one = await openCounter();
  const two = await openCounter();
  await sql.query("alter table customers add constraint played check (last_name <> 'Verschriebn') not valid");
  await two.signIn(demoPeople.manager, 'Zürich HB, Schalter B');
  await refusedCustomer(one);
  const { page } = one;
  const clerk = new Clerk(page);
  await expect(page.getByRole('button', { name: 'Übergeben U' })).toBeVisible();
  await page.keyboard.press('u');
  const to = page.getByRole('combobox', { name: 'An wen?' });
  await expect(to).toBeFocused();
  await clerk.next();
  await expect(to).toHaveAccessibleDescription('Wählen Sie, wer es übernimmt.');
  await expect(page.getByLabel('Was soll die Person wissen?')).toHaveAccessibleDescription(
    'Schreiben Sie kurz, worum es geht.',
  );
  await expect(to).toBeFocused();
  await page.keyboard.type('Marco');
  await expect(page.getByRole('option', { name: 'Marco Caduff' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Die Kundin ruft morgen an.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Bei Marco Caduff: Die Kundin ruft morgen an.')).toBeVisible();
  await two.page.keyboard.press('g');
  await two.page.keyboard.press('e');
  await expect(two.page.getByText('Für Sie, von Anna Keller: Die Kundin ruft morgen an.')).toBeVisible({
    timeout: 20_000,
  });
  // What was wrong at the server is mended: as it was, it is taken now.
  await sql.query('alter table customers drop constraint played');
  await two.page.keyboard.press('s');
  await expect(two.page.getByText('Nichts abgelehnt.')).toBeVisible();
  await expect
    .poll(async () => (await sql.query("select 1 from customers where last_name = 'Verschriebn'")).rowCount)
    .toBe(1);
});

test('a refused reservation opens in its form with what was entered, and is saved anew without a line', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  const clerk = new Clerk(page);
  await sql.query("alter table contracts add constraint played check (note <> 'Falsch') not valid");
  await counter.signIn(demoPeople.zurich, here);
  await clerk.atDesk();
  await counter.cutLine();
  await page.keyboard.press('b');
  await expect(page.getByRole('combobox', { name: 'Kundin oder Kunden suchen' })).toBeFocused();
  await page.keyboard.type('Widmer');
  await expect(page.getByRole('option', { name: /Widmer/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await clerk.typeOver(page.getByLabel('Übergabe', { exact: true }), 'heute');
  await clerk.tab(1);
  const categories = page.getByRole('radiogroup', { name: 'Kategorie' }).getByRole('radio');
  await clerk.tabTo(categories.first());
  await page.keyboard.press('ArrowDown');
  await expect(categories.first()).toBeChecked();
  await clerk.tabTo(page.getByRole('spinbutton', { name: /Kindersitz/ }));
  await page.keyboard.press('2');
  await clerk.typeOver(page.getByLabel('Bemerkung'), 'Falsch');
  await expect(page.getByRole('complementary')).toContainText('Kindersitz');
  await clerk.next();
  await clerk.atDesk();
  await counter.restoreLine();
  await expect(page.getByRole('status')).toContainText('1 abgelehnt', { timeout: 20_000 });
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await expect(page.getByRole('button', { name: 'Korrigieren K' })).toBeVisible();
  await counter.cutLine();
  await page.keyboard.press('k');
  await expect(page.getByText('Widmer, Lukas').first()).toBeVisible();
  await expect(page.getByRole('spinbutton', { name: /Kindersitz/ })).toHaveAttribute('aria-valuenow', '2');
  await expect(categories.first()).toBeChecked();
  await expect(page.getByLabel('Bemerkung')).toHaveValue('Falsch');
  await clerk.typeOver(page.getByLabel('Bemerkung'), 'Richtig');
  await expect(page.getByRole('complementary')).toContainText('Kindersitz');
  await clerk.next();
  await expect(page.getByText('Nichts abgelehnt.')).toBeVisible();
  await counter.restoreLine();
  await expect
    .poll(async () => (await sql.query("select status from contracts where note = 'Richtig'")).rows, {
      timeout: 20_000,
    })
    .toEqual([{ status: 'to_assign' }]);
});
