import type { Guest } from './guest.ts';

/** The list by age, a bill that is late with all that can be done about it, and a bill without a contract. */
export async function visitInvoices(guest: Guest): Promise<void> {
  const { t, page } = guest;
  const grid = guest.grid(t.invoices.title);
  await guest.goTo('invoices');
  await guest.stop('invoices', grid.getByRole('row', { name: /Moser/ }));
  await grid.getByRole('row', { name: /Moser/ }).dblclick();
  await guest.stop('invoice', guest.button(t.invoices.remind));
  await guest.stopAtDialog('invoice-pay', 'p');
  await guest.stopAtDialog('invoice-credit', 'k');
  await guest.stopAtDialog('invoice-remind', 'm');
  await guest.press('p');
  await guest.dialog.waitFor();
  await guest.press('Control+Enter');
  await guest.stop('invoice-paid', guest.text(t.invoices.done.payment));
  await guest.press('Escape');
  await grid.waitFor();
  await guest.press('n');
  await page.getByRole('combobox', { name: t.invoices.free.customer }).waitFor();
  await guest.type('Widmer');
  await page
    .getByRole('option', { name: /Widmer/ })
    .first()
    .waitFor();
  await guest.press('Enter');
  await guest.field(t.invoices.free.item).waitFor();
  await guest.press('Control+Enter');
  await guest.stop('invoice-free', guest.text(t.invoices.free.titleMissing));
  await guest.press('Escape');
}
