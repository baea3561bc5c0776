import { type Guest, pattern } from './guest.ts';

/** The day, a row of it, and the box that finds everything. */
export async function visitDesk(guest: Guest): Promise<void> {
  const { t, page } = guest;
  await guest.atDesk();
  await guest.stop('desk', page.getByRole('button', { name: /Weber, Eva/ }));
  await guest.press('r');
  await guest.stop('desk-return', guest.button(t.desk.startCheckIn));
  await page
    .getByRole('button', { name: pattern(t.conflict.double_check_out) })
    .first()
    .click();
  await guest.stop('desk-conflict', guest.button(t.desk.openInbox));
  await guest.press('/');
  await guest.type('mu');
  await guest.stop('search', page.getByRole('option'));
  await guest.press('Escape', '/');
  await guest.type('>');
  await guest.stop('search-commands', page.getByRole('option', { name: pattern(t.commands.fine) }));
  await guest.press('Escape', '/');
  await guest.type('xyzxyz');
  await guest.stop('search-nothing', guest.text(t.search.nothing));
  await guest.press('Escape');
}
