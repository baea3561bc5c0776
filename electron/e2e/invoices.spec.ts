import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

test('a bill is paid, credited in part and refunded, by keyboard and without a line', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.rent('Gutschrift');
  const pointerPresses = await clerk.watchPointer();
  await expect(page.getByRole('button', { name: 'Rechnung mit QR-Rechnung' })).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByText(/Rechnung ZRH-A-\d\d-R\d{5}/).first()).toBeVisible();
  await counter.cutLine();
  await expect(page.getByRole('status')).toContainText('Ohne Verbindung seit');

  await page.keyboard.press('g');
  await page.keyboard.press('r');
  const table = page.getByRole('grid', { name: 'Rechnungen' });
  await expect(table).toBeFocused();
  await page.keyboard.press('f');
  await page.keyboard.type('gutschrift');
  await expect(table.getByRole('row', { name: /Gutschrift/ })).toHaveCount(1);
  await clerk.tabTo(table);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Rechnung ZRH-A-/ })).toBeVisible();

  // Paid by card, with a receipt.
  await page.keyboard.press('p');
  await expect(page.getByLabel('Betrag')).toHaveValue('59.00');
  // What is missing is said beside its field, and the hand is led back to it.
  await expect(page.getByLabel('Betrag')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Tab');
  await clerk.next();
  await expect(page.getByLabel('Betrag')).toHaveAccessibleDescription(/Bitte geben Sie einen Betrag ein\./);
  await expect(page.getByLabel('Betrag')).toBeFocused();
  await page.keyboard.type('59');
  // Also from where one chose how: a radio button keeps Enter to itself.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Karte' })).toBeFocused();
  await clerk.next();
  await expect(page.getByText('Zahlung über CHF 59.00 erfasst.')).toBeVisible();
  await expect(page.getByText(/ZRH-A-\d\d-Q00001/)).toBeVisible();

  // Credited in part: what is over is given back.
  await page.keyboard.press('k');
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('zehn');
  await clerk.next();
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toHaveAccessibleDescription(/Betrag/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('10');
  await clerk.next();
  await expect(page.getByText(/^Gutschrift ZRH-A-\d\d-R\d{5} ausgestellt/)).toBeVisible();
  // The key works from the moment its step is offered, which is when the credit is read back.
  await expect(page.getByRole('button', { name: /^Zurückbezahlen/ })).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByLabel('Betrag')).toHaveValue('10.00');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('11');
  await clerk.next();
  await expect(page.getByRole('alert').filter({ hasText: '10.00' })).toBeVisible();
  await expect(page.getByLabel('Betrag')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('10');
  await clerk.next();
  await expect(page.getByText('Rückzahlung über CHF 10.00 erfasst.')).toBeVisible();
  expect(await pointerPresses()).toBe(0);

  await counter.restoreLine();
  await expect(page.getByRole('status')).toHaveText('Auf dem Stand', { timeout: 20_000 });
  const { rows } = await sql.query(
    `select kind, amount::int from payments where reference = '' and invoice_id in
       (select corrects_id from invoices where kind = 'credit_note' and total = 1000) order by id`,
  );
  expect(rows).toEqual([
    { kind: 'payment', amount: 5_900 },
    { kind: 'refund', amount: 1_000 },
  ]);
});

test('a customer is billed without a contract', async ({ counter, sql }) => {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.atDesk();
  const { rows } = await sql.query<{ last_name: string }>(
    "select last_name from customers where kind = 'person' and street <> '' order by id limit 1",
  );
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(page.getByRole('grid', { name: 'Rechnungen' })).toBeFocused();
  await page.keyboard.press('n');
  await expect(page.getByRole('combobox', { name: 'Kundin oder Kunden suchen' })).toBeFocused();
  await clerk.next();
  const finder = page.getByRole('combobox', { name: 'Kundin oder Kunden suchen' });
  await expect(finder).toHaveAccessibleDescription('Bitte wählen Sie eine Kundin oder einen Kunden.');
  await expect(finder).toBeFocused();
  await page.keyboard.type(rows[0]?.last_name ?? '');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Bezeichnung')).toBeFocused();
  await clerk.next();
  await expect(page.getByLabel('Bezeichnung')).toHaveAccessibleDescription('Die Bezeichnung fehlt.');
  await expect(page.getByLabel('Bezeichnung')).toBeFocused();
  await clerk.typeAndTab('Ersatzschlüssel');
  await clerk.typeAndTab('');
  await clerk.typeAndTab('250');
  await clerk.next();
  await expect(page.getByRole('heading', { name: /^Rechnung ZRH-A-/ })).toBeVisible();
  await expect(page.getByText('CHF 250.00').first()).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('Auf dem Stand', { timeout: 20_000 });
});
