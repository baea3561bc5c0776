import type { Guest } from './guest.ts';

/** The plan at every scale, a bar on its way, and what can be asked there. */
export async function visitPlan(guest: Guest): Promise<void> {
  const { t, page } = guest;
  await guest.goTo('plan');
  const plan = guest.grid(t.plan.title);
  await guest.stop('plan', plan.getByRole('gridcell'));
  for (const name of ['month', 'quarter'] as const) {
    await guest.press('z');
    await page.getByRole('radio', { name: t.plan[name], checked: true }).waitFor();
    await guest.stop(`plan-${name}`);
  }
  await guest.press('s');
  await guest.dialog.getByRole('textbox').waitFor();
  await guest.type('90 T');
  await guest.press('Enter');
  await guest.dialog.waitFor({ state: 'detached' });
  await guest.stop('plan-view', page.getByRole('button', { pressed: true, name: '90 T' }));
  await guest.press('Delete');
  await guest.dialog.waitFor();
  await guest.press('Control+Enter');
  await guest.dialog.waitFor({ state: 'detached' });
  await guest.press('z');
  await page.getByRole('radio', { name: t.plan.twoWeeks, checked: true }).waitFor();
  const bar = plan.getByRole('gridcell', { name: /Priya/ });
  await bar.click();
  await guest.press('Shift+ArrowRight', 'Shift+ArrowRight', '+');
  await guest.stop('plan-moving', page.getByText(/CHF\s\+/));
  await guest.press('Escape');
  // On a reservation, H and M ask about the vehicle beside it.
  await guest.stopAtDialog('plan-hold', 'h');
  await plan.focus();
  await guest.stopAtDialog('plan-transfer', 'm');
  await visitReservation(guest);
  await visitNewReservation(guest);
}

async function visitReservation(guest: Guest): Promise<void> {
  const { t, page } = guest;
  const plan = guest.grid(t.plan.title);
  await plan.getByRole('gridcell', { name: /Priya/ }).click();
  await guest.press('Enter');
  await guest.stop('reservation', guest.text(t.checkOut.deductibleHint));
  await page.getByRole('spinbutton').first().focus();
  await guest.press('1');
  await guest.stop('reservation-extras');
  await guest.press('Control+Enter');
  await guest.stop('reservation-new-price', guest.dialog);
  await guest.leaveDialog();
  await page.getByRole('heading', { name: t.reservation.changeTitle }).click();
  await guest.stopAtDialog('reservation-cancel', 'x');
  await guest.button(t.checkOut.discard).click();
  await plan.waitFor();
}

/** A quote, first without anything said. */
async function visitNewReservation(guest: Guest): Promise<void> {
  const { t, page } = guest;
  await guest.atDesk();
  await guest.press('b');
  await page.getByRole('combobox', { name: t.checkOut.findCustomer }).waitFor();
  await guest.press('Control+Enter');
  await guest.stop('reservation-errors', guest.text(t.reservation.chooseCustomer));
  await page.getByRole('combobox', { name: t.checkOut.findCustomer }).focus();
  await guest.type('Widmer');
  await page
    .getByRole('option', { name: /Widmer/ })
    .first()
    .waitFor();
  await guest.press('Enter');
  await page
    .getByRole('radiogroup', { name: t.reservation.what, exact: true })
    .getByRole('radio')
    .first()
    .press('Space');
  await page.getByRole('radio', { name: t.reservation.kindQuote }).press('Space');
  await guest.stop('quote', guest.text(t.checkOut.deductibleHint));
  await guest.button(t.checkOut.discard).click();
  await guest.heading(t.desk.out).waitFor();
}
