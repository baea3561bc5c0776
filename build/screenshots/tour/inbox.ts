import { type Guest, type Stage, pattern } from './guest.ts';

/** Without a line: what waits, what was refused, what contradicts itself, and how the top bar says so. */
export async function visitInbox(guest: Guest, { cutLine, restoreLine }: Stage): Promise<void> {
  const { t, page } = guest;
  await cutLine();
  await guest.goTo('cash');
  await guest.field(t.cash.float).fill('150');
  await guest.press('Control+Enter');
  await guest.button(t.cash.payOut).waitFor();
  await guest.goTo('inbox');
  await page.getByRole('listitem').filter({ hasText: t.inbox.what.cash }).first().waitFor();
  await guest.stop('inbox', page.getByRole('status').filter({ hasText: pattern(t.sync.offlineSince) }));
  await guest.text(t.inbox.details).click();
  await guest.button(t.inbox.settle).click();
  await guest.stop('inbox-reason-missing', guest.text(t.inbox.settleNeeded));
  await visitDrafts(guest);
  await restoreLine();
}

/** More that was begun than the top bar has room for. */
async function visitDrafts(guest: Guest): Promise<void> {
  const { t, page } = guest;
  for (const name of ['Zumbrunnen', 'Brunner-Hürlimann', 'Meierhans-Tscharner', 'Wyss']) {
    await guest.atDesk();
    await guest.press('n');
    await page.getByRole('combobox', { name: t.checkOut.findCustomer }).waitFor();
    await guest.type(`Urs ${name}`);
    await page
      .getByRole('option', { name: t.checkOut.createCustomer.replace('{{name}}', `Urs ${name}`) })
      .waitFor();
    await guest.press('Enter');
    await guest.field(t.ui.street).fill('Bahnhofstrasse');
  }
  await guest.atDesk();
  await guest.stop('desk-drafts', page.getByRole('button', { name: /Weber, Eva/ }));
}
