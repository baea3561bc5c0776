import { type Guest, pattern } from './guest.ts';

const customers = [
  'Vorname;Nachname;Adresse;Telefon;Führerausweis;Bemerkung intern',
  'Käthi;Müller;Bahnhofstrasse 12, 8001 Zürich;079 214 88 03;600000;',
  'Reto;Anliker;Via Maistra 4, 7500 St. Moritz;079 214 88 04;600001;Stammkunde',
  'Urs;Falsch;irgendwo;12;1;',
  'Käthi;Müller-Meier;;;600 000;',
].join('\r\n');

/** Nothing chosen, a file of customers with rows of every kind, and the fleet's. */
export async function visitImports(guest: Guest): Promise<void> {
  const { t, page } = guest;
  await guest.goTo('customers');
  await guest.grid(t.places.customers).waitFor();
  await guest.press('i');
  await guest.stop('import-begin', guest.text(t.imports.begin));
  await guest.choose('d', 'kunden.csv', 'text/csv', customers);
  await guest.stop('import-preview', guest.text(t.imports.mapping));
  await page.getByRole('tab', { name: pattern(t.imports.kind.wrong) }).click();
  await guest.stop(
    'import-wrong',
    page.getByRole('tab', { name: pattern(t.imports.kind.wrong), selected: true }),
  );
  await guest.goTo('fleet');
  await guest.grid(t.places.fleet).waitFor();
  await guest.press('i');
  await guest.stop('import-fleet', guest.heading(t.imports.fleet));
}
