import type { Drive } from './arrange.ts';
import { type Guest, pattern } from './guest.ts';

/** A fine as it is entered, with who drove; then named, and in the list. */
export async function visitFines(guest: Guest, { plate, outAt }: Drive): Promise<void> {
  const { t } = guest;
  await guest.goTo('fines');
  await guest.stop('fines-open', guest.grid(t.fines.title));
  await guest.press('n');
  await guest.field(t.fines.plate).fill(plate);
  const at = new Date(outAt.getTime() + 3 * 3_600_000);
  const swiss = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('de-CH', { timeZone: 'Europe/Zurich', ...options }).format(at);
  await guest.field(t.fines.day).fill(swiss({ day: '2-digit', month: '2-digit', year: 'numeric' }));
  await guest.field(t.fines.time).fill(swiss({ hour: '2-digit', minute: '2-digit', hour12: false }));
  await guest.text(t.fines.found).waitFor();
  await guest.press('Control+Enter');
  await guest.stop('fine-new-error', guest.text(t.fines.problem.reference));
  for (const [label, text] of [
    [t.fines.reference, 'OB 2026-118'],
    [t.fines.place, 'Badenerstrasse 120'],
    [t.fines.offence, 'Überschreiten der Höchstgeschwindigkeit innerorts um 6 bis 10 km/h'],
    [t.fines.authority, 'Stadtpolizei Zürich'],
    [t.fines.addition, 'Ordnungsbussen'],
    [t.ui.street, 'Förrlibuckstrasse'],
    [t.ui.houseNumber, '61'],
    [t.ui.postcode, '8005'],
    [t.ui.town, 'Zürich'],
  ] as const)
    await guest.field(label).fill(text);
  await guest.press('Control+Enter');
  await guest.stop('fine', guest.button(t.fines.name));
  await guest.stopAtDialog('fine-name', 'b');
  await guest.press('Escape');
  await guest.stop(
    'fines',
    guest.grid(t.fines.title).getByRole('row', { name: pattern(t.fines.statuses.resolved) }),
  );
}
