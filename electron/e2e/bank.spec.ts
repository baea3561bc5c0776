import { camtText } from '#shared/bank-files/testing-camt.ts';
import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

test('a bank file is matched without a line, what is left over is assigned, and again it changes nothing', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  await counter.signIn(demoPeople.manager, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  const invoice = page.getByRole('button', { name: 'Rechnung mit QR-Rechnung' });
  for (const [at, name] of ['Erstmann', 'Zweitmann'].entries()) {
    await clerk.rent(name, at);
    await expect(invoice).toBeVisible();
    await page.keyboard.press('r');
    await expect(page.getByText(/^Rechnung ZRH-A-/).first()).toBeVisible();
    await page.keyboard.press('Enter');
  }
  await expect
    .poll(
      async () =>
        (await sql.query("select 1 from invoices where issued_at is not null and number like 'ZRH-A-%'"))
          .rowCount,
      {
        timeout: 20_000,
      },
    )
    .toBeGreaterThanOrEqual(2);
  const { rows } = await sql.query<{ reference: string; total: number }>(
    "select reference, total::int from invoices where recipient ->> 'name' like '%Erstmann%'",
  );
  const [first] = rows;
  await counter.cutLine();
  await expect(page.getByRole('status')).toContainText('Ohne Verbindung seit');

  const amount = ((first?.total ?? 0) / 100).toFixed(2);
  const today = new Date().toISOString().slice(0, 10);
  const text = camtText({
    entries: [
      {
        amount,
        servicerRef: 'B1',
        day: today,
        details: [{ amount, ref: first?.reference ?? '', payer: 'Erstmann' }],
      },
      {
        amount: '59.00',
        servicerRef: 'B2',
        day: today,
        details: [{ amount: '59.00', payer: 'Annalena Zweitmann' }],
      },
    ],
  });
  const file = { name: 'november.xml', mimeType: 'text/xml', buffer: Buffer.from(text) };
  const choose = async (): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('o');
    await (await chooser).setFiles(file);
  };
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { name: 'Bank' })).toBeVisible();
  await choose();
  await expect(page.getByRole('row', { name: /Erstmann genau bezahlt/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Zweitmann zu entscheiden/ })).toBeVisible();
  await clerk.next();
  await expect(page.getByText('Zugeordnet: 1. Zu entscheiden: 1.')).toBeVisible();

  // The likeliest bill is the first one offered.
  const waiting = page.getByRole('grid', { name: 'Zu entscheiden' });
  await expect(waiting).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: /Zweitmann/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^CHF.59.00 der Rechnung ZRH-A-\d\d-R\d{5} zugeordnet/)).toBeVisible();

  await choose();
  await expect(page.getByText('november.xml wurde schon eingelesen', { exact: false })).toBeVisible();
  await page.keyboard.press('Escape');

  await counter.restoreLine();
  await expect(page.getByRole('status')).toHaveText('Auf dem Stand', { timeout: 20_000 });
  const booked = await sql.query(
    `select count(*)::int as entries, (select sum(p.amount)::int from payments p join bank_entries e on e.payment_id = p.id) as paid
     from bank_entries where outcome = 'matched'`,
  );
  expect(booked.rows).toEqual([{ entries: 2, paid: (first?.total ?? 0) + 5_900 }]);
});
