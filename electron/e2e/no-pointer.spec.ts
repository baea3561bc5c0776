import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

test('from signing in to a signed contract and back again: no pointer at all, and no line', async ({
  counter,
  sql,
}) => {
  test.setTimeout(90_000);
  const { page } = counter;
  const { keyboard } = page;
  const clerk = new Clerk(page);
  const presses = await clerk.watchPointer();

  await clerk.tabTo(page.getByLabel('E-Mail'));
  await clerk.typeAndTab(demoPeople.zurich.email);
  await clerk.tabTo(page.getByLabel('Passwort'));
  await keyboard.type(demoPeople.zurich.password);
  await keyboard.press('Enter');
  await clerk.tabTo(page.getByRole('button', { name: 'Zürich HB, Schalter A' }));
  await keyboard.press('Enter');
  const light = page.getByRole('status');
  await expect(light).toHaveText('Auf dem Stand');
  await counter.cutLine();
  await expect(light).toContainText('Ohne Verbindung seit');

  await clerk.beginWithNewCustomer('Flurina', 'Handfest');
  await clerk.chooseVehicle(0);
  await clerk.acceptCondition();
  await clerk.signOnPaper();
  const heading = page.getByRole('heading', { name: /^Vertrag ZRH-A-/ });
  await expect(heading).toBeVisible();
  const number = (await heading.innerText()).replace('Vertrag ', '');
  // The paper goes to the printer with an empty line: whoever looks at the contract reads so.
  await expect(page.getByText(/Auf Papier zu unterschreiben, erfasst \d/)).toBeVisible();
  await expect(page.getByText('Mietvertrag')).toBeVisible();

  // Two days more, which are signed on paper too.
  await keyboard.press('c');
  await expect(page.getByLabel('Rückgabe bis')).toBeFocused();
  await keyboard.press('Control+a');
  await keyboard.type('+2');
  await expect(page.getByRole('complementary').getByText('Unterschied')).toBeVisible();
  await clerk.next();
  await expect(page.getByRole('radio', { name: 'bleibt' })).toBeChecked();
  await clerk.next();
  await clerk.signOnPaper();
  await expect(page.getByText(/^Nachtrag ZRH-A-\d\d-N00001/).first()).toBeVisible();
  await expect(page.getByText(/Auf Papier zu unterschreiben, erfasst \d/)).toHaveCount(2);

  // Back at the counter.
  await keyboard.press('t');
  await expect(page.getByLabel('Kilometerstand')).toBeFocused();
  const out = page.getByText(/^bei Übergabe [\d’]+$/).first();
  await keyboard.type(String(Number((await out.innerText()).replaceAll(/\D/g, '')) + 50));
  await clerk.next();
  await expect(page.getByRole('heading', { name: /^Schäden: / })).toBeVisible();
  await clerk.next();
  await clerk.signOnPaper();
  await expect(page.getByText('Übergabeprotokoll')).toBeVisible();
  expect(await presses()).toBe(0);

  await counter.restoreLine();
  await expect(light).toHaveText('Auf dem Stand', { timeout: 20_000 });
  const stored = async () =>
    (
      await sql.query(
        `select c.status, c.signature as out, c.signed_name, a.signature as changed, h.signature as back
         from contracts c join amendments a on a.contract_id = c.id
         join handovers h on h.contract_id = c.id and h.kind = 'check_in' where c.number = $1`,
        [number],
      )
    ).rows;
  const onPaper = { onPaper: true };
  await expect.poll(stored, { timeout: 20_000 }).toEqual([
    {
      status: 'closed',
      out: onPaper,
      signed_name: 'Flurina Handfest',
      changed: onPaper,
      back: onPaper,
    },
  ]);
  expect((await sql.query('select code from refused_changes')).rows).toEqual([]);
});
