import type { Page } from '@playwright/test';
import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

const here = 'Zürich HB, Schalter A';

/** One key after the other without waiting for what they do, as a hand does: an answer takes longer than the rows. */
async function pressAtOnce(page: Page, keys: readonly string[]): Promise<void> {
  await Promise.all(keys.map((key) => page.keyboard.press(key)));
}

test('keys that come before the rows of a list act on them when they are there', async ({ counter }) => {
  const { page } = counter;
  const { keyboard } = page;
  await counter.signIn(demoPeople.owner, here);
  await new Clerk(page).atDesk();
  for (const keys of [
    ['g', 'f'],
    ['g', 'k'],
    ['g', 'r'],
  ]) {
    // No list was looked at yet: nothing of it is kept.
    await pressAtOnce(page, [...keys, 'j', 'Enter']);
    const back = page.getByRole('main').getByRole('button', { name: /^Zurück/ });
    await expect(back).toBeVisible();
    await expect(page.getByRole('grid')).toHaveCount(0);
    await keyboard.press('Escape');
    // The second row, under the head: it was that one.
    await expect(page.locator('[role="row"][data-cursor="true"]')).toHaveAttribute('aria-rowindex', '3');
  }
});

test('what is typed before a draft is there is typed into it', async ({ counter }) => {
  const { page } = counter;
  await counter.signIn(demoPeople.zurich, here);
  await new Clerk(page).atDesk();
  await pressAtOnce(page, ['n', 'G', 'r', 'a', 'f']);
  await expect(page.getByRole('combobox', { name: 'Kundin oder Kunden suchen' })).toHaveValue('Graf');
});

test('the PIN may be typed before the lock has read the names', async ({ counter }) => {
  const { page } = counter;
  const { keyboard } = page;
  await counter.signIn(demoPeople.zurich, here);
  await new Clerk(page).atDesk();
  await keyboard.press('Control+l');
  const pin = page.getByLabel('Neue PIN', { exact: true });
  await expect(pin).toBeFocused();
  await keyboard.type('2580');
  await keyboard.press('Tab');
  await keyboard.type('2580');
  await keyboard.press('Control+Enter');
  await expect(page.getByText('Die PIN gilt ab jetzt.')).toBeVisible();
  await keyboard.press('Control+l');
  await expect(page.getByRole('banner')).toHaveCount(0);
  await pressAtOnce(page, ['2', '5', '8', '0', 'Enter']);
  await expect(page.getByRole('banner')).toContainText(demoPeople.zurich.name);
});

test('Enter is for the link that has the focus, until the hand is in the lists again', async ({
  counter,
}) => {
  const { page } = counter;
  const { keyboard } = page;
  await counter.signIn(demoPeople.zurich, 'Zürich HB, Schalter A');
  const clerk = new Clerk(page);
  await clerk.atDesk();
  const plan = page.getByRole('link', { name: /^Plan/ });
  await clerk.tabTo(plan);
  await keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Plan' })).toBeFocused();
  for (const key of ['g', 'h']) await keyboard.press(key);
  await clerk.atDesk();
  await clerk.tabTo(plan, 'Shift+Tab');
  await keyboard.press('r');
  await keyboard.press('Enter');
  await expect(page.getByLabel('Kilometerstand')).toBeFocused();
  await keyboard.press('Escape');
  await clerk.atDesk();
  // Who clicked the place where they are has arrived.
  await page.getByRole('link', { name: /^Heute/ }).click();
  await keyboard.press('Enter');
  await expect(page.getByRole('link', { name: /^(Übergabe|Rücknahme) · / })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Hinaus/ })).toHaveCount(0);
});
