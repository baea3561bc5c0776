import type { Locator, Page } from '@playwright/test';
import { samplePhoto } from '#build/pdf/sample-photos.ts';
import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

/** With how many kilometres the car went out, as the hint beside the odometer says. */
async function kilometresOut(page: Page): Promise<number> {
  const hint = await page
    .getByText(/^bei Übergabe [\d’]+$/)
    .first()
    .innerText();
  return Number(hint.replaceAll(/\D/g, ''));
}

test('a contract is extended, its car exchanged and the second one taken back, by keyboard and without a line', async ({
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
  const { number, plate: first } = await clerk.rent('Wechsler');
  const bill = page.getByRole('complementary');

  // Two days more: the difference is there before anybody signs.
  await expect(page.getByRole('button', { name: /^Vertrag ändern/ })).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByLabel('Rückgabe bis')).toBeFocused();
  await expect(bill.getByText('Noch ist nichts geändert.')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('+2');
  await expect(bill.getByText('Unterschied')).toBeVisible();
  await clerk.next();
  await expect(page.getByRole('radio', { name: 'bleibt' })).toBeChecked();
  await clerk.next();
  await clerk.sign('Nachtrag unterschreiben');
  await expect(page.getByText(/^Nachtrag ZRH-A-\d\d-N00001/).first()).toBeVisible();
  await expect(page.getByText('Rückgabe bis', { exact: true })).toBeVisible();

  // Another car, of whichever category stands next; left alone for a while, it waits as a pill.
  await page.keyboard.press('c');
  await expect(page.getByLabel('Rückgabe bis')).toBeFocused();
  await clerk.next();
  await clerk.tabTo(page.getByRole('radio', { name: 'bleibt' }));
  await page.keyboard.press('ArrowRight');
  await clerk.tab(1);
  await expect(page.getByLabel('Kilometerstand')).toBeFocused();
  await clerk.typeAndTab(String((await kilometresOut(page)) + 80));
  await page.keyboard.press('4');
  await clerk.tab(2);
  await expect(page.getByLabel('Grund des Tauschs')).toBeFocused();
  await page.keyboard.type('Warnlampe');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await clerk.atDesk();
  await clerk.tabTo(page.getByRole('link', { name: /^Änderung · .* \d\/3$/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Rückgabe bis')).toBeVisible();
  await clerk.next();
  await expect(page.getByLabel('Grund des Tauschs')).toHaveValue('Warnlampe');
  const vehicles = page.getByRole('radiogroup', { name: 'Freie Wagen' }).getByRole('radio');
  await clerk.tabTo(vehicles.first());
  await page.keyboard.press('ArrowDown');
  await expect(vehicles.first()).toBeChecked();
  const second = (await vehicles.first().innerText()).split('\n')[0] ?? '';
  expect(second).not.toBe(first);
  await expect(page.getByText(/ geht hinaus$/)).toBeVisible();
  await clerk.next();
  await clerk.sign('Nachtrag unterschreiben');
  await expect(page.getByText(/^Nachtrag ZRH-A-\d\d-N00002/).first()).toBeVisible();
  await expect(page.getByText(/Warnlampe/)).toBeVisible();

  // Back with the second car: its plate, and the fuel that the first one lacked.
  await page.keyboard.press('t');
  await expect(page.getByLabel('Kilometerstand')).toBeFocused();
  await expect(bill.getByText(second.slice(-3)).first()).toBeVisible();
  await page.keyboard.type(String((await kilometresOut(page)) + 50));
  await expect(
    bill.getByText('Fehlender Treibstoff').or(bill.getByText('Fehlende Ladung')).first(),
  ).toBeVisible();
  await clerk.next();
  await expect(page.getByRole('application')).toBeVisible();
  await clerk.next();
  await clerk.tabTo(page.getByRole('radio', { name: 'Karte' }));
  await page.keyboard.press('Space');
  await clerk.sign('Rückgabe unterschreiben');
  await expect(page.getByText(/geschlossen|abgeschlossen/).first()).toBeVisible();

  await counter.restoreLine();
  await expect(page.getByRole('status')).toHaveText('Auf dem Stand', { timeout: 20_000 });
  await expect
    .poll(async () => (await sql.query('select status from contracts where number = $1', [number])).rows)
    .toEqual([{ status: 'closed' }]);
  const { rows } = await sql.query(
    `select a.position, a.total > a.total_before as more, a.vehicle_id = c.vehicle_id as same, a.changes -> 0 ->> 'kind' as kind
      from amendments a join contracts c on c.id = a.contract_id where c.number = $1 order by a.position`,
    [number],
  );
  expect(rows).toMatchObject([
    { position: 1, more: true, same: true, kind: 'extend' },
    { position: 2, same: false, kind: 'exchange_vehicle' },
  ]);
  const { rows: handed } = await sql.query(
    `select h.kind, v.plate from handovers h join vehicles v on v.id = h.vehicle_id join contracts c on c.id = h.contract_id
      where c.number = $1 order by h.handed_over_at, h.kind desc`,
    [number],
  );
  expect(handed.map(({ kind }) => kind)).toEqual(['check_out', 'check_in', 'check_out', 'check_in']);
  expect(handed[0]!.plate).toBe(handed[1]!.plate);
  expect(handed[2]!.plate).toBe(handed[3]!.plate);
  expect((await sql.query('select 1 from refused_changes')).rowCount).toBe(0);
});

/** As long as a note may be, with a word that fits in no line. */
const longNote = `Delle von der Anhängerkupplung ${'W'.repeat(129)}`;

/** Shown, wrapped, and sticking out of nothing. */
async function expectWhole(note: Locator): Promise<void> {
  await expect(note).toBeVisible();
  const [inner, outer] = await note.evaluate((element) => [
    element.scrollWidth,
    element.parentElement?.clientWidth ?? element.clientWidth,
  ]);
  expect(inner).toBeLessThanOrEqual(outer ?? 0);
}

test('a car that is exchanged comes back scratched: on the sketch, with a photo, into its file, without a line', async ({
  counter,
  sql,
}) => {
  const { page } = counter;
  // Known of every car that could take over: what is shown of it is looked at before it goes out.
  await sql.query(
    `insert into damages (id, company_id, vehicle_id, view, x, y, kind, size, note, found_at)
      select gen_random_uuid(), company_id, id, 'rear', 400, 500, 'dent', 'small', $1, now() - interval '30 days' from vehicles`,
    [longNote],
  );
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.atDesk();
  await expect(page.getByRole('status')).toHaveText('Auf dem Stand');
  await counter.cutLine();
  await page.keyboard.press('r');
  await page.keyboard.press('v');
  const heading = page.getByRole('heading', { name: /^Vertrag / });
  await expect(heading).toBeVisible();
  const number = (await heading.innerText()).replace('Vertrag ', '');
  await page.keyboard.press('c');
  // It is due, or was: for a new car there are days more.
  await expect(page.getByLabel('Rückgabe bis')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('+3');
  await clerk.next();
  await clerk.tabTo(page.getByRole('radio', { name: 'bleibt' }));
  await page.keyboard.press('ArrowRight');
  await clerk.tab(1);
  await expect(page.getByLabel('Kilometerstand')).toBeFocused();
  await clerk.typeAndTab(String((await kilometresOut(page)) + 80));
  await clerk.tab(2);
  await page.keyboard.type('Unfall');

  const sketch = page.getByRole('application');
  await clerk.tabTo(sketch);
  for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('heading', { name: 'Schäden: 1 bekannt, 1 neu' })).toBeVisible();
  await expectWhole(page.getByText(longNote));
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('f');
  const buffer = Buffer.from(samplePhoto(4).base64, 'base64');
  await (await chooser).setFiles({ name: 'schaden.jpg', mimeType: 'image/jpeg', buffer });
  await expect(page.getByText('1 Foto')).toBeVisible();
  await clerk.tabTo(page.getByRole('checkbox', { name: 'Bekannter Schaden behoben' }));
  await page.keyboard.press('Space');

  // Parked and taken up again, all of it is there.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await clerk.atDesk();
  await clerk.tabTo(page.getByRole('link', { name: /^Änderung · / }));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Rückgabe bis')).toBeFocused();
  await clerk.next();
  await expect(page.getByText('1 Foto')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Bekannter Schaden behoben' })).toBeChecked();

  const vehicles = page.getByRole('radiogroup', { name: 'Freie Wagen' }).getByRole('radio');
  await clerk.tabTo(vehicles.first());
  await page.keyboard.press('ArrowDown');
  await expect(vehicles.first()).toBeChecked();
  await expect(page.getByRole('heading', { name: 'Bekannte Schäden: 1' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Fahrzeugskizze' })).toBeVisible();
  // Of the car that comes back, and of the one that goes out.
  await expect(page.getByText(longNote)).toHaveCount(2);
  await expectWhole(page.getByText(longNote).last());
  await clerk.next();
  await clerk.sign('Nachtrag unterschreiben');
  await expect(page.getByText(/^Nachtrag ZRH-A-\d\d-N00001/).first()).toBeVisible();

  await counter.restoreLine();
  const inItsFile = async () => {
    const { rows } = await sql.query(
      `select d.kind, d.vehicle_id = c.vehicle_id as first, h.kind as found_at, p.stored_at is not null as stored,
          (select count(*)::int from damages k where k.vehicle_id = c.vehicle_id and k.repaired_at is not null) as mended
        from damages d join contracts c on c.id = d.contract_id join handovers h on h.id = d.handover_id
        left join photos p on p.damage_id = d.id where c.number = $1`,
      [number],
    );
    return rows;
  };
  await expect
    .poll(inItsFile, { timeout: 20_000 })
    .toEqual([{ kind: 'scratch', first: true, found_at: 'check_in', stored: true, mended: 1 }]);
  expect((await sql.query('select 1 from refused_changes')).rowCount).toBe(0);
  // In the file of a car, too.
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await page.keyboard.press('Enter');
  await expectWhole(page.getByText(longNote));
});

test('who only looks is offered no change', async ({ counter }) => {
  const { page } = counter;
  await counter.signIn(demoPeople.viewer, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.atDesk();
  await page.keyboard.press('r');
  await page.keyboard.press('v');
  await expect(page.getByRole('heading', { name: /^Vertrag / })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Vertrag ändern/ })).toHaveCount(0);
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { name: /^Vertrag / })).toBeVisible();
});
