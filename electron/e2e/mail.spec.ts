import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

test('the papers of a contract wait in the outbox without a line, and for the server with it', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await counter.cutLine();
  await clerk.rent('Briefmann');
  await expect(page.getByText('Mietvertrag')).toBeVisible();
  const button = page.getByRole('button', { name: /^Per E-Mail/ });
  await expect(button).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByText(/^Rechnung ZRH-A-\d\d-R\d{5}/)).toHaveCount(2);

  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Per E-Mail' });
  await expect(dialog.getByRole('checkbox')).toHaveCount(2);
  await expect(dialog.getByLabel('An')).toBeFocused();
  await page.keyboard.type('briefmann@');
  await clerk.next();
  await expect(dialog.getByText('Bitte eine E-Mail-Adresse eingeben, wie name@firma.ch.')).toBeVisible();
  await expect(dialog.getByLabel('An')).toHaveValue('briefmann@');
  await page.keyboard.type('post.example');
  await clerk.next();
  await expect(page.getByText('2 Papiere warten auf den Versand.')).toBeVisible();
  await expect(page.getByText('E-Mail an briefmann@post.example wartet auf den Versand')).toHaveCount(2);

  await counter.restoreLine();
  await expect(page.getByRole('status').first()).toHaveText('Auf dem Stand', { timeout: 20_000 });
  const { rows } = await sql.query(
    `select m.template, m.recipient, m.status, d.kind from messages m join documents d on d.id = m.document_id
      order by d.kind`,
  );
  expect(rows).toEqual([
    { template: 'paper_contract', recipient: 'briefmann@post.example', status: 'queued', kind: 'contract' },
    { template: 'paper_invoice', recipient: 'briefmann@post.example', status: 'queued', kind: 'invoice' },
  ]);
});
