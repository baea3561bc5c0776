import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

test('a walk-in pays by card before driving off, by keyboard and without a line', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  await counter.cutLine();
  const clerk = new Clerk(page);
  await clerk.beginWithNewCustomer('Paula', 'Bezahlt');
  await clerk.chooseVehicle(0);
  await clerk.acceptCondition();
  const card = page.getByRole('radiogroup', { name: 'Miete bezahlen' }).getByRole('radio', { name: 'Karte' });
  const later = page.getByRole('radio', { name: 'bei der Rückgabe' });
  await expect(later).toBeChecked();
  for (let tabs = 0; tabs < 8 && !(await later.evaluate((radio) => radio === document.activeElement)); tabs++)
    await clerk.tab(1);
  await expect(later).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(card).toBeChecked();
  await clerk.sign();
  await expect(page.getByRole('heading', { name: /^Vertrag / })).toBeVisible();
  await expect(page.getByText('bezahlt', { exact: true })).toBeVisible();
  for (const paper of ['Mietvertrag', 'Rechnung ZRH-A', 'Quittung'])
    await expect(page.getByRole('listitem').filter({ hasText: paper })).toContainText('Zeigen');
  await counter.restoreLine();
  await expect(page.getByRole('status')).toHaveText('Auf dem Stand', { timeout: 30_000 });
  const { rows } = await sql.query(
    `select i.total = p.amount as whole, p.method, p.receipt is not null as receipt from contracts c
      join invoices i on i.contract_id = c.id join payments p on p.invoice_id = i.id where c.customer_name like 'Bezahlt%'`,
  );
  expect(rows).toEqual([{ whole: true, method: 'card', receipt: true }]);
});
