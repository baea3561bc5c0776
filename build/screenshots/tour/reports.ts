import type { Guest } from './guest.ts';

const tabs = ['utilisation', 'revenue', 'openItems', 'vat', 'payments'] as const;

/** Every report, over this year. */
export async function visitReports(guest: Guest): Promise<void> {
  const { t, page } = guest;
  await guest.goTo('reports');
  await guest.heading(t.places.reports).waitFor();
  await guest.press('y');
  for (const tab of tabs) {
    await page.getByRole('tab', { name: t.reports[tab], exact: true }).click();
    await guest.stop(`report-${tab}`, guest.text(t.reports.reach));
  }
}
