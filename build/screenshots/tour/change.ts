import type { Guest } from './guest.ts';

/** From a contract that was just signed: its papers by e-mail, two days more, and another car in place of the first. */
export async function visitChange(guest: Guest): Promise<void> {
  const { t, page } = guest;
  await guest.button(t.mail.title).waitFor();
  await guest.press('e');
  await guest.dialog.waitFor();
  await guest.press('Control+Enter');
  await guest.stop('contract-mail', guest.text(t.mail.problem.email_invalid));
  await guest.leaveDialog();

  await guest.press('c');
  await guest.stop('change-nothing', guest.text(t.change.nothingYet));
  await guest.field(t.change.until).fill('+2');
  await guest.stop('change-terms', guest.text(t.change.difference));
  await guest.press('Control+Enter');
  const stays = page.getByRole('radio', { name: t.change.keep });
  await stays.waitFor();
  await stays.focus();
  await guest.press('ArrowRight');
  await guest.press('Control+Enter');
  await guest.stop('change-exchange-errors', guest.field(t.change.reason));
  await page.getByRole('application').focus();
  await guest.press('ArrowRight', 'ArrowDown', 'Enter');
  await guest.stop('change-exchange-damage', guest.button(t.checkIn.photoFile));
  await page
    .getByRole('radiogroup', { name: t.checkOut.vehicleTitle })
    .getByRole('radio')
    .first()
    .press('Space');
  await guest.stop('change-exchange-out', guest.text(t.change.goesOut));
  await page.getByRole('img', { name: t.ui.sketch }).scrollIntoViewIfNeeded();
  await guest.stop('change-exchange-known');
  await stays.focus();
  await guest.press('ArrowLeft', 'ArrowLeft');
  await stays.press('Space');
  await guest.press('Control+Enter');
  await guest.stop('change-signature', page.getByRole('img', { name: t.change.signHere }));
  await guest.sign(t.change.signHere);
  await guest.press('Control+Enter');
  await guest.stop('contract-changed', page.getByText(/ZRH-A-\d\d-N\d{5}/));
}
