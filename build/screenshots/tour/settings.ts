import { masterNames } from '#renderer/settings/master/master-specs.ts';
import type { Guest } from './guest.ts';

/** This machine, and every table of the company's own data with its form. */
export async function visitSettings(guest: Guest): Promise<void> {
  const { t, page } = guest;
  await guest.goTo('settings');
  await guest.stop('settings', guest.heading(t.settings.title));
  for (const name of masterNames) {
    const title = t.master.tables[name];
    await page.getByRole('navigation', { name: t.places.settings }).getByText(title, { exact: true }).click();
    await guest.heading(title).waitFor();
    await guest.stop(`settings-${name}`, guest.grid(title));
    await guest.grid(title).focus();
    const rows = await guest.grid(title).getByRole('row').count();
    // The first row is the head.
    const isEmpty = rows < 2;
    if (isEmpty && (await guest.button(t.master.add).count()) === 0) continue;
    await guest.stopAtDialog(`settings-${name}-form`, isEmpty ? 'n' : 'Enter');
    if (name === 'branches') await visitOpening(guest);
  }
}

/** When a branch is open, with what is typed wrong; the form is left without saving. */
async function visitOpening(guest: Guest): Promise<void> {
  const { t, page } = guest;
  await guest.press('Enter');
  const week = guest.dialog.getByRole('group', { name: t.master.fields.opening });
  await week.getByRole('switch').press('Space');
  const [monday, tuesday] = [week.getByRole('textbox').first(), week.getByRole('textbox').nth(1)];
  await monday.fill('7.30-12 13.30-18.30');
  await guest.button(t.ui.weekdaysAsMonday).press('Enter');
  const closed = guest.dialog.getByRole('group', { name: t.master.fields.closed_on });
  await closed.getByRole('button', { name: t.ui.closedAdd }).press('Enter');
  for (const text of ['24.12.2026', '2.1.2027']) {
    await guest.type(text);
    await guest.press('Tab');
  }
  await guest.stop('settings-branches-opening');
  await tuesday.fill('8-12 11-18');
  await tuesday.press('Tab');
  await page.locator('[aria-invalid="true"]').first().waitFor();
  await guest.stop('settings-branches-opening-wrong');
  await guest.leaveDialog();
}
