import type { Guest } from './guest.ts';

/** The list with a filter that gets a name, one customer, the editor, and two who are one. */
export async function visitCustomers(guest: Guest): Promise<void> {
  const { t, page } = guest;
  const grid = guest.grid(t.places.customers);
  await guest.goTo('customers');
  await guest.stop('customers', grid.getByRole('row'));
  await visitViews(guest);
  await guest.press('f');
  await guest.type('xyzxyz');
  await guest.stop('customers-nobody', guest.text(t.customers.nobody));
  await guest.button(t.ui.filterClear).click();
  await guest.press('f');
  await guest.type('Widmer');
  await grid.getByRole('row', { name: /Widmer/ }).dblclick();
  await guest.stop('customer', guest.button(t.customers.edit));
  await guest.press('b');
  await guest.stop('customer-edit', guest.field(t.customers.firstName));
  await guest.press('Escape');
  await guest.goTo('customers');
  await grid.waitFor();
  await guest.press('n');
  await guest.field(t.customers.firstName).waitFor();
  await guest.field(t.customers.phone).fill('12345');
  await guest.press('Control+Enter');
  await guest.stop('customer-new-errors', guest.text(t.field.phone));
  await guest.goTo('customers');
  await grid.waitFor();
  await guest.button(t.customers.filter.duplicates).click();
  await guest.stop('customers-duplicates', grid.getByRole('row', { name: /Campell/ }));
  await grid
    .getByRole('row', { name: /Campell/ })
    .first()
    .dblclick();
  await guest.stop('customer-duplicate', guest.text(t.customers.duplicateNotice));
  await guest.press('z');
  await guest.stop('customer-merge', guest.heading(t.customers.mergeTitle));
  await guest.stopAtDialog('customer-merge-confirm', 'Control+Enter');
  await page.getByRole('heading', { name: t.customers.mergeTitle }).waitFor();
  await guest.press('Escape');
}

async function visitViews(guest: Guest): Promise<void> {
  const { t, page } = guest;
  await guest.button(t.customers.filter.companies).click();
  await page.getByRole('group', { name: t.views.label }).waitFor();
  await guest.grid(t.places.customers).focus();
  await guest.press('s');
  await guest.dialog.waitFor();
  await guest.press('Enter');
  await guest.stop('view-name-error', guest.text(t.views.problem.name_missing));
  await guest.type('Grosse Firmen im Kanton Zürich');
  await guest.press('Enter');
  await guest.dialog.waitFor({ state: 'detached' });
  await guest.stop(
    'customers-view',
    page.getByRole('group', { name: t.views.label }).getByText(/Grosse Firmen/),
  );
  await guest.grid(t.places.customers).focus();
  await guest.stopAtDialog('view-delete', 'Delete');
  await guest.button(t.customers.filter.companies).click();
}
