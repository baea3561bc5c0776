import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

test('a damaged replica is moved aside and said so, unsent work is sent', async ({ counter, sql }) => {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  await counter.cutLine();
  const { number } = await new Clerk(page).rent('Gerettet');
  await expect(page.getByText('Mietvertrag')).toBeVisible();
  await counter.restart(() => damage(join(counter.dataFolder, 'replica', 'replica.sqlite')));
  await expect(counter.page.getByRole('alert').filter({ hasText: 'war beschädigt' })).toContainText(
    /nicht gesendete.* gerettet/,
    { timeout: 20_000 },
  );
  await counter.restoreLine();
  await expect
    .poll(async () => (await sql.query('select 1 from contracts where number = $1', [number])).rowCount, {
      timeout: 30_000,
    })
    .toBe(1);
  await expect(counter.page.getByRole('status')).toHaveText('Auf dem Stand', { timeout: 30_000 });
});

/** Overwrites the middle of the file, as a bad sector would. The header and the last pages stay. */
function damage(path: string): void {
  const file = openSync(path, 'r+');
  for (const page of [5, 6, 7, 20, 21, 40]) writeSync(file, Buffer.alloc(4096, 0x5a), 0, 4096, page * 4096);
  closeSync(file);
}
