import type { Page } from '@playwright/test';
import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { withBrokenWrite } from './broken-write.ts';
import { Clerk } from './clerk.ts';
import { expect, test } from './fixture.ts';

const here = 'Zürich HB, Schalter A';

/** Forms that keep no draft, from their list: its key, its name, how the first field is reached, and what is typed there. */
const forms = [
  { list: 'k', grid: 'Kunden', field: 'Vorname', typed: 'Annalena' },
  { list: 'f', grid: 'Flotte', field: 'Fahrgestell-Nr.', typed: 'WVWZZZ' },
  { list: 'u', grid: 'Bussen', field: 'Kennzeichen', typed: 'ZH 1' },
  { list: 'r', grid: 'Rechnungen', field: 'Bezeichnung', typed: 'Ersatz' },
] as const;

test('what was typed into a form without a draft is thrown away by Escape only after a question', async ({
  counter,
}) => {
  const { page } = counter;
  const { keyboard } = page;
  await counter.signIn(demoPeople.manager, here);
  await new Clerk(page).atDesk();
  for (const { list, grid, field, typed } of forms) {
    await keyboard.press('g');
    await keyboard.press(list);
    const table = page.getByRole('grid', { name: grid });
    const box = page.getByLabel(field, { exact: true });
    const begin = async (): Promise<void> => {
      await expect(table).toBeVisible();
      await keyboard.press('n');
      if (list === 'r') {
        await expect(page.getByRole('combobox', { name: 'Kundin oder Kunden suchen' })).toBeFocused();
        await keyboard.type('Widmer');
        await expect(page.getByRole('option', { name: /Widmer/ }).first()).toBeVisible();
        await keyboard.press('Enter');
      }
      await expect(box).toBeFocused();
    };
    // Nothing typed: at once.
    await begin();
    await keyboard.press('Escape');
    await expect(table).toBeVisible();

    await begin();
    await keyboard.type(typed);
    await keyboard.press('Escape');
    const question = page.getByRole('alertdialog', { name: 'Eingaben verwerfen?' });
    await expect(question).toBeVisible();
    await keyboard.press('Escape');
    await expect(question).toBeHidden();
    await expect(box).toHaveValue(typed);
    await expect(box).toBeFocused();
    await keyboard.press('Escape');
    await expect(question.getByRole('button', { name: 'Verwerfen' })).toBeFocused();
    await keyboard.press('Enter');
    await expect(table).toBeVisible();
    await expect(box).toBeHidden();
  }
});

test('a write that breaks is said, and the form is free to try again with what was typed', async ({
  counter,
}) => {
  const { page } = counter;
  const { keyboard } = page;
  const clerk = new Clerk(page);
  await counter.signIn(demoPeople.zurich, here);
  await clerk.atDesk();

  // A customer.
  await keyboard.press('g');
  await keyboard.press('k');
  await expect(page.getByRole('grid', { name: 'Kunden' })).toBeVisible();
  await keyboard.press('n');
  await expect(page.getByLabel('Vorname')).toBeFocused();
  await clerk.typeAndTab('Ursina');
  await keyboard.type('Bruchhaus');
  await withBrokenWrite(counter, 'insert', 'customers', async () => {
    await clerk.next();
    await saysBug(page);
  });
  await expect(page.getByLabel('Nachname')).toHaveValue('Bruchhaus');
  await clerk.next();
  await expect(page.getByRole('heading', { name: 'Ursina Bruchhaus' })).toBeVisible();

  // A free invoice.
  await keyboard.press('g');
  await keyboard.press('r');
  await expect(page.getByRole('grid', { name: 'Rechnungen' })).toBeFocused();
  await keyboard.press('n');
  await expect(page.getByRole('combobox', { name: 'Kundin oder Kunden suchen' })).toBeFocused();
  await keyboard.type('Bruchhaus');
  await expect(page.getByRole('option', { name: /Bruchhaus/ })).toBeVisible();
  await keyboard.press('Enter');
  await expect(page.getByLabel('Bezeichnung')).toBeFocused();
  await clerk.typeAndTab('Ersatzschlüssel');
  await clerk.typeAndTab('');
  await clerk.typeAndTab('250');
  await withBrokenWrite(counter, 'insert', 'invoices', async () => {
    await clerk.next();
    await saysBug(page);
  });
  await clerk.next();
  await expect(page.getByRole('heading', { name: /^Rechnung ZRH-A-/ })).toBeVisible();

  // A reservation.
  await keyboard.press('g');
  await keyboard.press('h');
  await clerk.atDesk();
  await keyboard.press('b');
  await expect(page.getByRole('combobox', { name: 'Kundin oder Kunden suchen' })).toBeFocused();
  await keyboard.type('Widmer');
  await expect(page.getByRole('option', { name: /Widmer/ }).first()).toBeVisible();
  await keyboard.press('Enter');
  const start = page.getByLabel('Übergabe', { exact: true });
  await start.focus();
  await keyboard.press('Control+a');
  await clerk.typeAndTab('heute');
  const category = page.getByRole('radiogroup', { name: 'Kategorie' }).getByRole('radio').first();
  await category.focus();
  await keyboard.press('ArrowDown');
  await expect(category).toBeChecked();
  await withBrokenWrite(counter, 'insert', 'contracts', async () => {
    await clerk.next();
    await saysBug(page);
  });
  await clerk.next();
  await clerk.atDesk();

  // The invoice of a contract.
  await clerk.rent('Bruchsee');
  await withBrokenWrite(counter, 'insert', 'invoices', async () => {
    await keyboard.press('r');
    await saysBug(page);
  });
  await keyboard.press('r');
  await expect(page.getByText(/Rechnung ZRH-A-\d\d-R\d{5}/).first()).toBeVisible();
});

const saysBug = async (page: Page): Promise<void> =>
  await expect(page.getByRole('alert').filter({ hasText: 'Das ging schief.' })).toBeVisible();
