import type { Guest } from './guest.ts';

/** The drawer from the float to its closing, with a difference. */
export async function visitCash(guest: Guest): Promise<void> {
  const { t, page } = guest;
  await guest.goTo('cash');
  await guest.stop('cash-closed', guest.text(t.cash.closed));
  await guest.field(t.cash.float).fill('200');
  await guest.press('Control+Enter');
  await guest.stop('cash-open', guest.button(t.cash.payOut));
  await guest.press('-');
  await guest.dialog.waitFor();
  await guest.press('Control+Enter');
  await guest.stop('cash-move', guest.text(t.cash.problem.amount_missing));
  await guest.field(t.cash.amount).fill('45.50');
  await guest.field(t.cash.why).fill('Briefmarken');
  await guest.press('Control+Enter');
  await guest.dialog.waitFor({ state: 'detached' });
  await guest.stop('cash-moved', page.getByRole('row', { name: /Briefmarken/ }));
  await guest.press('Control+Enter');
  await guest.field('CHF 100.00').fill('1');
  await guest.field('CHF 50.00').fill('1');
  await guest.stop('cash-count', guest.field(t.cash.differenceReason));
  await guest.field(t.cash.differenceReason).fill('Beim Wechseln zu viel herausgegeben.');
  await guest.press('Control+Enter');
  await guest.stop('cash-close', guest.dialog);
  await guest.press('Control+Enter');
  await guest.stop('cash-closed-now', guest.text(t.cash.closedNow));
  await page.getByRole('heading', { name: t.cash.title, exact: true }).click();
  await guest.press('l');
  await guest.stop('cash-closings', guest.heading(t.cash.closings));
}
