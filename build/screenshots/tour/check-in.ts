import type { Guest } from './guest.ts';

/** A car that comes back late, driven far and scratched. */
export async function visitCheckIn(guest: Guest): Promise<void> {
  const { t, page } = guest;
  await guest.atDesk();
  await guest.press('r');
  await guest.button(t.desk.startCheckIn).waitFor();
  await guest.press('Enter');
  await guest.field(t.checkIn.odometer).waitFor();
  await guest.press('Control+Enter');
  await guest.stop('check-in-condition-error', guest.text(t.field.required));
  await guest.field(t.checkIn.odometer).fill('12');
  await guest.stop('check-in-odometer-back', guest.field(t.checkIn.driven));
  await guest.field(t.checkIn.odometer).fill('98000');
  await page.getByRole('radio', { name: t.checkIn.dirty, exact: true }).press('Space');
  await guest.stop('check-in-condition', page.getByRole('complementary').getByText(/CHF/));
  await guest.press('Control+Enter');
  await page.getByRole('application').focus();
  await guest.press('ArrowRight', 'ArrowDown', 'Enter');
  await guest.field(t.checkIn.cost).fill('350');
  await guest.stop('check-in-damage', guest.text(t.checkIn.damageBill));
  await guest.press('Control+Enter');
  await guest.stop('check-in-settle', page.getByRole('img', { name: t.checkIn.signHere }));
  await guest.sign(t.checkIn.signHere);
  await guest.press('Control+Enter');
  await guest.heading(t.contract.title).waitFor();
  await guest.stop('contract-returned', guest.button(t.contract.openInvoice));
}
