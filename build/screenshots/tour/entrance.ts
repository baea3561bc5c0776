import type { Guest } from './guest.ts';

export interface Entering {
  readonly email: string;
  readonly password: string;
}

/** Signing in, once wrongly and once as somebody for whom there is no counter, and saying which counter this is. */
export async function visitEntrance(
  guest: Guest,
  who: Entering,
  without: Entering,
  counterName: string,
): Promise<void> {
  const { t, page } = guest;
  await guest.stop('sign-in', guest.field(t.signIn.email));
  await guest.field(t.signIn.email).fill(who.email);
  await guest.field(t.signIn.password).fill('…');
  await guest.press('Enter');
  await guest.stop('sign-in-refused', page.getByRole('alert').filter({ hasText: /\S/ }));
  await signIn(guest, without);
  await guest.stop('choose-counter-none', guest.text(t.chooseCounter.noneAtOwnBranch));
  await guest.button(t.settings.signOut).click();
  await signIn(guest, who);
  await guest.stop('choose-counter', page.getByRole('button', { name: counterName }));
  await page.getByRole('button', { name: counterName }).click();
  await page.getByRole('status').filter({ hasText: t.sync.inStep }).waitFor();
}

/** With the password, from where it is asked for. */
export async function signIn(guest: Guest, { email, password }: Entering): Promise<void> {
  const { t } = guest;
  await guest.field(t.signIn.email).fill(email);
  await guest.field(t.signIn.password).fill(password);
  await guest.press('Enter');
}
