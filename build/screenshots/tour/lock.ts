import { type Entering, signIn } from './entrance.ts';
import type { Guest } from './guest.ts';

/** A first PIN, and the window that is locked with it, does not open to somebody of another branch, and is opened again. */
export async function visitLock(guest: Guest, pin: string, stranger: Entering): Promise<void> {
  const { t, page } = guest;
  await guest.goTo('settings');
  await guest.press('Control+l');
  await guest.field(t.clerks.newPin).waitFor();
  await guest.type('1234');
  await guest.press('Tab');
  await guest.type('1234');
  await guest.press('Control+Enter');
  await guest.stop('pin-refused', page.locator('input[aria-invalid=true]').first());
  await guest.field(t.clerks.newPin).fill(pin);
  await guest.field(t.clerks.again).fill(pin);
  await guest.press('Control+Enter');
  await guest.stop('pin-set', guest.text(t.clerks.saved));
  await guest.press('Control+l');
  await guest.stop('locked', guest.heading(t.lock.title));
  const box = page.getByLabel(t.lock.pin.split('{{name}}')[0] ?? '').first();
  await box.fill('0815');
  await guest.press('Enter');
  await guest.stop('locked-wrong', guest.alert);
  await guest.press('F2');
  await signIn(guest, stranger);
  await guest.stop('elsewhere', guest.heading(t.lock.elsewhereTitle));
  await guest.press('Enter');
  await box.fill(pin);
  await guest.press('Enter');
  await page.locator('[data-place="desk"]').waitFor();
}
