import type { Guest } from './guest.ts';

/** The list, one car and what is asked about it, and the editor with what is wrong in it. */
export async function visitFleet(guest: Guest): Promise<void> {
  const { t } = guest;
  const grid = guest.grid(t.places.fleet);
  await guest.goTo('fleet');
  await guest.stop('fleet', grid.getByRole('row'));
  await guest.press('f');
  await guest.type('218 401');
  await grid
    .getByRole('row', { name: /Fiat 500/ })
    .first()
    .dblclick();
  await guest.stop('vehicle', guest.button(t.fleet.newPlate));
  await guest.stopAtDialog('vehicle-hold', 's');
  await guest.stopAtDialog('vehicle-plate', 'k');
  await guest.press('b');
  await guest.stop('vehicle-edit', guest.field(t.fleet.colour));
  await guest.press('Escape');
  await guest.goTo('fleet');
  await grid.waitFor();
  await guest.press('n');
  await guest.field(t.fleet.vin).fill('WVWZZZ1KZAW00001');
  await guest.press('Control+Enter');
  await guest.stop('vehicle-new-errors', guest.page.getByText(/17/));
}
