import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

test('a wrong password, an unreachable server and another company are said in words', async ({ counter }) => {
  const { page } = counter;
  const submit = async (email: string, password: string): Promise<void> => {
    await page.getByLabel('E-Mail').fill(email);
    await page.getByLabel('Passwort').fill(password);
    await page.keyboard.press('Enter');
  };
  await submit(demoPeople.zurich.email, 'falsch');
  await expect(page.getByRole('alert')).toHaveText('E-Mail oder Passwort stimmt nicht.');
  await counter.cutLine();
  await submit(demoPeople.zurich.email, demoPeople.zurich.password);
  await expect(page.getByRole('alert')).toContainText('Der Server ist nicht erreichbar.', {
    timeout: 20_000,
  });
  await counter.restoreLine();
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await submit(demoPeople.lagoOwner.email, demoPeople.lagoOwner.password);
  await expect(page.getByRole('alert')).toContainText('gehört einer anderen Firma');
});

test('a counter is one machine; the next one is told so', async ({ openCounter }) => {
  const first = await openCounter();
  await first.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const second = await openCounter();
  await second.page.getByLabel('E-Mail').fill(demoPeople.zurich.email);
  await second.page.getByLabel('Passwort').fill(demoPeople.zurich.password);
  await second.page.keyboard.press('Enter');
  await second.page.getByRole('button', { name: 'Zürich HB, Schalter A' }).click();
  await expect(second.page.getByRole('alert')).toHaveText('Diesen Schalter belegt schon ein anderes Gerät.');
  await expect(second.page.getByRole('button', { name: /umziehen/ })).toHaveCount(0);
});

test('staff are offered the counters of their branch, and are told whom to ask when there is none', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  await page.getByLabel('E-Mail').fill(demoPeople.chur.email);
  await page.getByLabel('Passwort').fill(demoPeople.chur.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem').getByRole('button')).toHaveText(['Chur, Schalter ACHR-A']);
  await sql.query('update counters set is_active = false where id = $1', [alpina.counters.churA]);
  await expect(page.getByRole('status')).toContainText('Sie arbeiten in der Filiale Chur');
  await expect(page.getByRole('status')).toContainText('Bitte fragen Sie Regula Steiner');
  await expect(page.getByRole('listitem')).toHaveCount(0);
  await page.getByRole('button', { name: 'Abmelden' }).press('Enter');
  await expect(page.getByLabel('E-Mail')).toBeVisible();
});

test.describe('with a token that expires', () => {
  test.use({ accessTokenSeconds: 4 });

  test('work goes on offline and after a restart, and is sent later', async ({ counter, sql }) => {
    await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
    await counter.cutLine();
    // Longer than the token lives: from here on it is expired.
    const expired = Date.now() + 5_000;
    await expect.poll(() => Date.now(), { timeout: 10_000 }).toBeGreaterThan(expired);
    await counter.restart();
    const { number } = await new Clerk(counter.page).rent('Abgelaufen');
    await expect(counter.page.getByRole('status')).toContainText('Ohne Verbindung');
    await counter.restoreLine();
    await expect
      .poll(async () => (await sql.query('select 1 from contracts where number = $1', [number])).rowCount, {
        timeout: 30_000,
      })
      .toBe(1);
  });
});

test('a wrong file of addresses is named, with its field', async ({ counter }) => {
  await expect(counter.page.getByLabel('E-Mail')).toBeVisible();
  await counter.restart(() =>
    writeFileSync(
      join(counter.dataFolder, 'servers.json'),
      '{"supabaseUrl":"http://example.com","supabaseKey":"x"}',
    ),
  );
  await expect(counter.page.getByRole('status')).toContainText('supabaseUrl');
  await expect(counter.page.getByRole('status')).toContainText('servers.json');
});
