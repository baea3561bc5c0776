import type { Guest } from './guest.ts';

/** Signing in, once wrongly, and saying which counter this is. */
export async function visitEntrance(
  guest: Guest,
  who: { readonly email: string; readonly password: string },
  counterName: string,
): Promise<void> {
  const { t, page } = guest;
  await guest.stop('sign-in', guest.field(t.signIn.email));
  await guest.field(t.signIn.email).fill(who.email);
  await guest.field(t.signIn.password).fill('…');
  await guest.press('Enter');
  await guest.stop('sign-in-refused', page.getByRole('alert').filter({ hasText: /\S/ }));
  await guest.field(t.signIn.password).fill(who.password);
  await guest.press('Enter');
  await guest.stop('choose-counter', page.getByRole('button', { name: counterName }));
  await page.getByRole('button', { name: counterName }).click();
  await page.getByRole('status').filter({ hasText: t.sync.inStep }).waitFor();
}
