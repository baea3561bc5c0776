import { camtText } from '#shared/bank-files/testing-camt.ts';
import { dayOf, now } from '#shared/time/instant.ts';
import type { PaidBill } from './arrange.ts';
import type { Guest } from './guest.ts';

/** A file before it is booked, what is left over of it, and what is asked about that. */
export async function visitBank(guest: Guest, bills: readonly PaidBill[]): Promise<void> {
  const { t } = guest;
  await guest.goTo('bank');
  await guest.stop('bank', guest.text(t.bank.nothingWaits));
  await guest.choose('o', 'november.xml', 'text/xml', fileFor(bills));
  await guest.stop('bank-plan', guest.text(t.bank.kinds.exact));
  await guest.press('Control+Enter');
  await guest.stop('bank-waiting', guest.text(t.bank.booked));
  await guest.grid(t.bank.waiting).focus();
  await guest.press('Enter');
  await guest.stop('bank-assign', guest.page.getByRole('option'));
  await guest.leaveDialog();
  await guest.grid(t.bank.waiting).focus();
  await guest.stopAtDialog('bank-ignore', 'i');
}

function fileFor(bills: readonly PaidBill[]): string {
  const day = dayOf(now());
  const entry = (servicerRef: string, amount: string, detail: object) => ({
    amount,
    servicerRef,
    day,
    details: [{ amount, ...detail }],
  });
  return camtText({
    entries: [
      ...bills
        .slice(0, 1)
        .map(({ amount, reference, name }, at) => entry(`B${at}`, amount, { ref: reference, payer: name })),
      entry('B8', '594.20', { payer: 'Marie Dubois', ustrd: 'Location de voiture novembre, merci' }),
      entry('B9', '40.00', { payer: 'Gartenbau Tobler AG', ustrd: 'ZRH-B' }),
    ],
  });
}
