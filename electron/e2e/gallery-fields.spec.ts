import { expect, test } from './gallery.ts';

test('an amount is written in full when one leaves it, and what cannot be read stays with the reason', async ({
  openSection,
}) => {
  const page = await openSection('fields');
  const field = page.getByRole('textbox', { name: 'Kaution' }).first();
  await field.fill('1590.5');
  await page.keyboard.press('Tab');
  await expect(field).toHaveValue('1’590.50');
  await field.fill('1590.555');
  await expect(field).toHaveAccessibleDescription('');
  await page.keyboard.press('Tab');
  await expect(field).toHaveValue('1590.555');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription('Ein Betrag hat höchstens zwei Stellen nach dem Punkt.');
  await field.press('End');
  await field.press('Backspace');
  await expect(field).not.toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Tab');
  await expect(field).toHaveValue('1’590.55');
});

test('reasons are said in the language of the window', async ({ openSection }) => {
  const page = await openSection('fields', 'it');
  const field = page.getByRole('textbox', { name: 'Cauzione' }).first();
  await field.fill('dodici');
  await page.keyboard.press('Tab');
  await expect(field).toHaveAccessibleDescription('Non è un importo; scriverlo come 1590.50.');
  await expect(page.getByRole('textbox', { name: 'Cauzione' }).nth(1)).toHaveAccessibleDescription(
    'al massimo per sinistro',
  );
});

test('days and moments are typed short, and stepped with the arrows', async ({ openSection }) => {
  const page = await openSection('fields');
  const day = page.getByRole('textbox', { name: 'Rückgabe', exact: true }).first();
  await day.fill('+3');
  await page.keyboard.press('Tab');
  await expect(day).toHaveValue('23.11.2026');
  await day.press('ArrowDown');
  await expect(day).toHaveValue('22.11.2026');
  const moment = page.getByRole('textbox', { name: 'Übergabe', exact: true }).first();
  await moment.fill('24.12. 14:00');
  await moment.press('ArrowUp');
  await expect(moment).toHaveValue('24.12.2026 14:15');
  const born = page.getByRole('textbox', { name: 'Geburtsdatum' }).first();
  await born.fill('24.12.26');
  await page.keyboard.press('Tab');
  await expect(born).toHaveValue('24.12.2026');
  await born.fill('24.12.27');
  await page.keyboard.press('Tab');
  await expect(born).toHaveValue('24.12.1927');
});

test('who comes to a figure by key types it anew; a pointer goes to where it means', async ({
  openSection,
}) => {
  const page = await openSection('fields');
  const amount = page.getByRole('textbox', { name: 'Kaution' }).first();
  await amount.fill('1590');
  await page.keyboard.press('Tab');
  await expect(amount).toHaveValue('1’590.00');
  // As a screen gives it the focus; Tab selects by itself.
  await amount.evaluate((field) => field.focus());
  await page.keyboard.type('700');
  await expect(amount).toHaveValue('700');
  await page.keyboard.press('Tab');
  await expect(amount).toHaveValue('700.00');
  await amount.click();
  await page.keyboard.press('Home');
  await page.keyboard.type('2');
  await expect(amount).toHaveValue('2700.00');
  await page.keyboard.press('Tab');
  const moment = page.getByRole('textbox', { name: 'Übergabe', exact: true }).first();
  await moment.fill('24.12. 14:00');
  await page.keyboard.press('Tab');
  await moment.evaluate((field) => field.focus());
  await page.keyboard.type('+3');
  await expect(moment).toHaveValue('+3');
});

test('plates and telephone numbers are written as they are read', async ({ openSection }) => {
  const page = await openSection('fields');
  const plate = page.getByRole('textbox', { name: 'Kennzeichen' }).first();
  await plate.fill("zh-731'204");
  await page.keyboard.press('Tab');
  await expect(plate).toHaveValue('ZH 731 204');
  const phone = page.getByRole('textbox', { name: 'Telefon' }).first();
  await phone.fill('+41 (0)79/2148803');
  await page.keyboard.press('Tab');
  await expect(phone).toHaveValue('079 214 88 03');
});

test('a postcode fills in its town, proposes several, and warns of another without refusing it', async ({
  openSection,
}) => {
  const page = await openSection('forms');
  const postcode = page.getByRole('textbox', { name: 'PLZ' }).first();
  const town = page.getByRole('combobox', { name: 'Ort' }).first();
  await postcode.fill('7000');
  await expect(town).toHaveValue('Chur');
  for (let at = 0; at < 4; at += 1) await postcode.press('Backspace');
  await postcode.pressSequentially('6900');
  await expect(town).toHaveValue('');
  await postcode.press('Tab');
  await expect(page.getByRole('option').first()).toBeVisible();
  const proposed = await page.getByRole('option').allInnerTexts();
  expect(proposed.length).toBeGreaterThan(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(town).toHaveValue(proposed[0] ?? '');
  await town.fill('Entenhausen');
  await expect(town).toHaveAccessibleDescription(/Zu dieser PLZ gehört .*Lugano/);
  await expect(town).toHaveValue('Entenhausen');
});

test('a country is found by typing, without accents, and what matches nothing is not kept', async ({
  openSection,
}) => {
  const page = await openSection('choices');
  const country = page.getByRole('combobox', { name: 'Land' }).nth(2);
  await expect(country).toHaveValue('Schweiz');
  await country.focus();
  await page.keyboard.type('osterr');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(country).toHaveValue('Österreich');
  await country.fill('Atlantis');
  await expect(page.getByText('Nichts passt.')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(country).toHaveValue('Österreich');
});

test('the end of a period counts from its start, and may not lie before it', async ({ openSection }) => {
  const page = await openSection('forms');
  const [start, end] = [
    page.getByRole('textbox', { name: 'Übergabe' }).first(),
    page.getByRole('textbox', { name: 'Rückgabe' }).first(),
  ];
  await start.fill('24.12. 10:00');
  await end.fill('+3');
  await page.keyboard.press('Tab');
  await expect(end).toHaveValue('27.12.2026 10:00');
  await expect(end).toHaveAccessibleDescription('3 Tage');
  await end.fill('23.12. 10:00');
  await page.keyboard.press('Tab');
  await expect(end).toHaveAccessibleDescription('Das Ende muss nach dem Anfang liegen.');
  await expect(end).toHaveValue('23.12.2026 10:00');
});

test('opening hours are typed short, in any order, and what is wrong with a day stands beside it', async ({
  openSection,
}) => {
  const page = await openSection('hours');
  const week = page.getByRole('group', { name: 'Öffnungszeiten' }).first();
  const monday = week.getByRole('textbox', { name: 'Montag' });
  await monday.fill('13.30-18 8-12');
  await page.keyboard.press('Tab');
  await expect(week.getByRole('textbox', { name: 'Dienstag' })).toBeFocused();
  await expect(monday).toHaveValue('08:00–12:00, 13:30–18:00');
  for (const [typed, why] of [
    ['12-8', 'Das Ende muss nach dem Anfang liegen.'],
    ['8-12 11-18', 'Diese Zeiten überschneiden sich.'],
    ['8-25', 'Das ist keine Uhrzeit; bitte wie 7.30\u201112 schreiben.'],
    ['8', 'Bitte von und bis schreiben, wie 8\u201112 13.30\u201118.'],
  ] as const) {
    await monday.fill(typed);
    await page.keyboard.press('Tab');
    await expect(monday).toHaveAttribute('aria-invalid', 'true');
    await expect(monday).toHaveAccessibleDescription(why);
    await expect(monday).toHaveValue(typed);
  }
  await monday.fill('9-17');
  await week.getByRole('button', { name: 'Dienstag bis Freitag wie Montag' }).press('Enter');
  await expect(week.getByRole('textbox', { name: 'Freitag' })).toHaveValue('09:00–17:00');
  await expect(week.getByRole('textbox', { name: 'Samstag' })).toHaveValue('08:00–16:00');
  // Day and night: what was typed is only put aside.
  const always = week.getByRole('switch', { name: 'Tag und Nacht offen' });
  await always.press('Space');
  await expect(monday).toBeHidden();
  await always.press('Space');
  await expect(monday).toHaveValue('09:00–17:00');
});

test('closed days come and go by keyboard, and the focus stays where the hand is', async ({
  openSection,
}) => {
  const page = await openSection('hours');
  const list = page.getByRole('group', { name: 'Ausserdem geschlossen' }).first();
  const add = list.getByRole('button', { name: 'Weitere Tage' });
  const from = list.getByRole('textbox', { name: 'Von' });
  const to = list.getByRole('textbox', { name: /^Bis/ });
  await expect(from).toHaveCount(2);
  await add.press('Enter');
  await expect(from.nth(2)).toBeFocused();
  await page.keyboard.type('1.8.2027');
  await page.keyboard.press('Tab');
  await page.keyboard.type('-1');
  await page.keyboard.press('Tab');
  await expect(to.nth(2)).toHaveValue('31.07.2027');
  await expect(to.nth(2)).toHaveAccessibleDescription('Das Ende liegt vor dem Anfang.');
  await list.getByRole('button', { name: '01.08.2027 wegnehmen' }).press('Enter');
  await expect(from).toHaveCount(2);
  await expect(from.nth(1)).toBeFocused();
  for (const left of [1, 0]) {
    await list
      .getByRole('button', { name: /wegnehmen$/ })
      .first()
      .press('Enter');
    await expect(from).toHaveCount(left);
  }
  await expect(add).toBeFocused();
});

test('every field has a name, and every wrong one says why', async ({ openSection }) => {
  for (const section of ['fields', 'forms', 'hours', 'choices', 'actions', 'flow']) {
    const page = await openSection(section);
    const found = await page
      .locator('input:visible, textarea:visible, button:visible')
      .evaluateAll((elements) =>
        elements.map((element) => ({
          html: element.outerHTML.slice(0, 200),
          isInvalid: element.getAttribute('aria-invalid') === 'true',
        })),
      );
    expect(found.length).toBeGreaterThan(5);
    for (const [at, { html, isInvalid }] of found.entries()) {
      const field = page.locator('input:visible, textarea:visible, button:visible').nth(at);
      await expect(field, html).toHaveAccessibleName(/\S/);
      if (isInvalid && !html.includes('type="radio"'))
        await expect(field, html).toHaveAccessibleDescription(/\S/);
    }
  }
});

test('the controls are to a screen reader what they are', async ({ openSection }) => {
  const page = await openSection('choices');
  await expect(page.getByRole('region', { name: 'choices' })).toMatchAriaSnapshot(`
    - radiogroup "Sprache":
      - radio "Deutsch" [checked]
      - radio "Français"
      - radio "Italiano"
      - radio "English"
    - radiogroup "Sprache" [invalid]
    - radiogroup "Sprache" [disabled]
  `);
  await expect(page.getByRole('region', { name: 'choices' })).toMatchAriaSnapshot(`
    - checkbox "Übergabeprotokoll steht auf dem Vertrag" [checked]
    - checkbox "Quittung"
    - checkbox "Alle auswählen" [checked=mixed]
    - checkbox "Mietvertrag" [checked] [disabled]
    - switch "Papiere" [checked]
    - switch "Papiere"
    - switch "Papiere" [checked] [disabled]
    - slider "Tank"
  `);
  await expect(page.getByRole('tablist', { name: 'Papiere' })).toMatchAriaSnapshot(`
    - tablist "Papiere":
      - tab "Vertrag"
      - tab "Papiere 4" [selected]
      - tab "Quittung"
  `);
});
