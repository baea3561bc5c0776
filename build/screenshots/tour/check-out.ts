import { type Guest, pattern } from './guest.ts';

/** A walk-in from the first key to the contract and its bill, with what goes wrong on the way. */
export async function visitCheckOut(guest: Guest): Promise<void> {
  const { t, page } = guest;
  await onFile(guest);
  await reserved(guest);
  await guest.atDesk();
  await guest.press('n');
  await page.getByRole('combobox', { name: t.checkOut.findCustomer }).waitFor();
  await guest.type('Annalena Brunner-Hürlimann');
  await guest.stop('check-out-find', page.getByRole('option'));
  await guest.press('Enter');
  await customerStep(guest);
  await vehicleStep(guest);
  await guest.field(t.checkOut.odometer).fill('12');
  await guest.stop('check-out-condition-warning', guest.text(t.checkOut.odometerBack));
  // One more damage than it had.
  await page.getByRole('application').focus();
  await guest.press('ArrowRight', 'ArrowDown', 'Enter');
  await guest.stop('check-out-damage', guest.button(t.checkIn.photoFile));
  await guest.press('Control+Enter');
  await page.getByRole('img', { name: t.checkOut.signHere }).waitFor();
  await guest.press('Control+Enter');
  await guest.stop('check-out-unsigned', guest.alert);
  await guest.sign(t.checkOut.signHere);
  await guest.stop('check-out-signature');
  await guest.press('Control+Enter');
  await guest.stop('contract', guest.button(t.contract.issueInvoice));
  await guest.press('r');
  await guest.button(t.contract.openInvoice).waitFor();
  await guest.stop('contract-invoiced', page.getByText(/ZRH-A-\d\d-R\d{5}/));
}

/** Somebody who is entered although they are on file. */
async function onFile(guest: Guest): Promise<void> {
  const { t, page } = guest;
  await guest.atDesk();
  await guest.press('n');
  await page.getByRole('combobox', { name: t.checkOut.findCustomer }).waitFor();
  await guest.type('Lukas Widmer');
  await page.getByRole('option', { name: pattern(t.checkOut.createCustomer) }).click();
  await guest.field(t.ui.street).fill('Technikumstrasse');
  await guest.field(t.ui.postcode).fill('8400');
  await guest.stop('check-out-on-file', guest.button(t.checkOut.takeOnFile));
  await guest.press('Control+e');
  await guest.stop('check-out-known', guest.button(t.checkOut.changeCustomer));
  await guest.button(t.checkOut.discard).click();
}

/** A reservation that is handed over with a car of another category. */
async function reserved(guest: Guest): Promise<void> {
  const { t, page } = guest;
  await guest.atDesk();
  await page
    .getByRole('button', { name: /Jaquet, Nicolas/ })
    .first()
    .dblclick();
  await guest.field(t.checkOut.bornOn).waitFor();
  await guest.press('Control+Enter');
  await guest.text(t.checkOut.reservedCategory).waitFor();
  const vehicles = page.getByRole('radiogroup', { name: t.checkOut.vehicleTitle }).getByRole('radio');
  const other = vehicles.filter({ hasNotText: t.checkOut.asReserved }).last();
  // The list may still be on its way into its order when the key is pressed: then it was pressed on a row that is gone.
  for (let tries = 0; tries < 5 && !(await other.isChecked()); tries++) await other.press('Space');
  await guest.stop('check-out-other-category', guest.text(t.checkOut.otherCategory));
  await guest.button(t.checkOut.discard).click();
}

async function customerStep(guest: Guest): Promise<void> {
  const { t } = guest;
  await guest.field(t.ui.street).fill('Bahnhofstrasse');
  await guest.field(t.ui.houseNumber).fill('12');
  await guest.field(t.ui.postcode).fill('8001');
  await guest.field(t.ui.town).fill('Zürich');
  await guest.field(t.checkOut.bornOn).fill('31.02.1990');
  await guest.field(t.checkOut.licenceNumber).fill('003784562001');
  await guest.field(t.checkOut.licenceSince).fill('1.3.2009');
  await guest.press('Control+Enter');
  await guest.stop('check-out-customer-error', guest.text(t.field.day));
  await guest.field(t.checkOut.bornOn).fill('24.12.1990');
  await guest.press('Control+Enter');
}

async function vehicleStep(guest: Guest): Promise<void> {
  const { t, page } = guest;
  const vehicles = page.getByRole('radiogroup', { name: t.checkOut.vehicleTitle }).getByRole('radio');
  await vehicles.first().waitFor();
  await guest.press('Control+Enter');
  await guest.stop('check-out-vehicle-error', guest.text(t.problem.vehicle_missing));
  await vehicles.nth(2).press('Space');
  await guest.stop('check-out-vehicle', guest.text(t.checkOut.deductibleHint));
  // Most cars have no damage; the one of the tour has.
  await vehicles
    .filter({ hasNotText: /218.?40[24]/ })
    .first()
    .press('Space');
  await guest.press('Control+Enter');
  await guest.stop('check-out-condition', guest.button(t.checkOut.markDamage));
  await guest.press('Escape');
  const chosen = page.locator('[aria-checked="true"]');
  await vehicles.and(chosen).press('ArrowDown');
  await vehicles.nth(2).and(chosen).waitFor();
  await guest.press('Control+Enter');
  await guest.text(t.checkIn.repaired).waitFor();
}
