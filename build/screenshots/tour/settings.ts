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
  }
}
