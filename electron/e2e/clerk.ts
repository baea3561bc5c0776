import { type Locator, type Page, expect } from '@playwright/test';

/** What a clerk does with the keyboard: types where the focus is. */
export class Clerk {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** N at the desk, then a new person: name, address, licence, all by Tab. */
  async beginWithNewCustomer(firstName: string, lastName: string): Promise<void> {
    const { keyboard } = this.#page;
    await this.atDesk();
    await keyboard.press('n');
    await expect(this.#page.getByRole('combobox', { name: 'Kundin oder Kunden suchen' })).toBeFocused();
    await keyboard.type(`${firstName} ${lastName}`);
    await expect(
      this.#page.getByRole('option', { name: `Neu erfassen: ${firstName} ${lastName}` }),
    ).toBeVisible();
    await keyboard.press('Enter');
    await expect(this.#page.getByLabel('Vorname').first()).toBeFocused();
    await this.tab(2);
    for (const text of ['Bahnhofstrasse', '12', '8001', 'Zürich']) await this.typeAndTab(text);
    await this.tab(1);
    await this.typeAndTab('079 214 88 03');
    await this.typeAndTab('');
    await this.tab(2);
    await this.typeAndTab('24.12.1990');
    await this.typeAndTab(licenceNumberOf(lastName));
    await this.tab(1);
    await this.typeAndTab('1.3.2009');
    await this.next();
  }

  /** The n-th free vehicle for so many days. */
  async chooseVehicle(position: number): Promise<string> {
    await expect(this.#page.getByRole('heading', { name: 'Freie Wagen' })).toBeVisible();
    const vehicles = this.#page.getByRole('radiogroup', { name: 'Freie Wagen' }).getByRole('radio');
    await expect(vehicles.first()).toBeVisible();
    await this.tabTo(vehicles.first());
    // The first arrow chooses the first vehicle.
    for (let at = 0; at <= position; at++) {
      await this.#page.keyboard.press('ArrowDown');
      await expect(vehicles.nth(at)).toBeChecked();
    }
    const plate = (await vehicles.nth(position).innerText()).split('\n')[0] ?? '';
    await this.next();
    return plate;
  }

  async acceptCondition(): Promise<void> {
    const odometer = this.#page.getByLabel('Kilometerstand');
    await expect(odometer).toBeFocused();
    const hint = this.#page.getByText(/^letzter Stand [\d’]{2,}$/).first();
    const read = Number((await hint.innerText()).replaceAll(/\D/g, '')) + 2;
    // Straight over what stands there.
    await this.#page.keyboard.type(String(read));
    await expect(odometer).toHaveValue(String(read));
    await this.tab(1);
    await this.#page.keyboard.press('6');
    await expect(this.#page.getByRole('slider', { name: /Tank|Ladung/ })).toHaveAttribute(
      'aria-valuenow',
      '6',
    );
    await this.next();
  }

  async sign(label = 'Hier unterschreiben'): Promise<void> {
    await this.draw(label);
    await this.next();
  }

  /** The renter's hand on the pad, and nothing more. */
  async draw(label = 'Hier unterschreiben'): Promise<void> {
    const pad = this.#page.getByRole('img', { name: label });
    const box = await pad.boundingBox();
    if (!box) throw new Error('there is no pad');
    await this.#page.mouse.move(box.x + 60, box.y + 90);
    await this.#page.mouse.down();
    for (let step = 1; step <= 30; step++) {
      await this.#page.mouse.move(box.x + 60 + step * 8, box.y + 90 + Math.sin(step / 3) * 40);
    }
    await this.#page.mouse.up();
  }

  /** The renter will sign the print by hand: without a pointer, from wherever the focus is. */
  async signOnPaper(): Promise<void> {
    const choice = this.#page.getByRole('checkbox', { name: /^Auf Papier unterschreiben/ });
    await this.tabTo(choice);
    await this.#page.keyboard.press('Space');
    await expect(choice).toBeChecked();
    await this.next();
  }

  /** A whole walk-in; returns the contract's number. */
  async rent(lastName: string, position = 0): Promise<{ readonly number: string; readonly plate: string }> {
    await this.beginWithNewCustomer('Annalena', lastName);
    const plate = await this.chooseVehicle(position);
    await this.acceptCondition();
    await this.sign();
    const heading = this.#page.getByRole('heading', { name: /^Vertrag [A-Z]{3}-[A-Z]-\d\d-\d{5}$/ });
    await expect(heading).toBeVisible();
    return { number: (await heading.innerText()).replace('Vertrag ', ''), plate };
  }

  async atDesk(): Promise<void> {
    await expect(this.#page.getByRole('heading', { name: /^Hinaus/ })).toBeVisible();
  }

  async next(): Promise<void> {
    await this.#page.keyboard.press('Control+Enter');
  }

  async tab(times: number): Promise<void> {
    for (let at = 0; at < times; at++) await this.#page.keyboard.press('Tab');
  }

  /** Down the lists of the desk until the cursor is on the row of somebody. */
  async chooseAtDesk(who: string | RegExp): Promise<void> {
    const row = this.#page.locator('[data-item]').filter({ hasText: who }).first();
    await expect(row).toBeVisible();
    for (let at = 0; at < 60; at++) {
      if ((await row.getAttribute('aria-current')) === 'true') return;
      await this.#page.keyboard.press('j');
    }
    await expect(row, 'no J leads to it').toHaveAttribute('aria-current', 'true', { timeout: 1 });
  }

  /** By Tab to a field, and over what is in it. */
  async typeOver(field: Locator, text: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.tabTo(field, key);
    await this.#page.keyboard.press('Control+a');
    await this.#page.keyboard.type(text);
  }

  /** On with Tab, or back with Shift and Tab, until it has the focus: no further than a hand would go. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(target).toBeVisible();
    for (let at = 0; at < 60; at++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.#page.keyboard.press(key);
    }
    await expect(target, 'no Tab leads to it').toBeFocused({ timeout: 1 });
  }

  /** Tells from now on of every press of a pointer: a journey by keyboard ends with none. */
  async watchPointer(): Promise<() => Promise<number>> {
    await this.#page.evaluate(() => {
      Reflect.set(window, 'presses', 0);
      window.addEventListener(
        'pointerdown',
        () => Reflect.set(window, 'presses', Number(Reflect.get(window, 'presses')) + 1),
        { capture: true },
      );
    });
    return () => this.#page.evaluate(() => Number(Reflect.get(window, 'presses')));
  }

  async typeAndTab(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
    await this.#page.keyboard.press('Tab');
  }
}

/** Everybody has their own: two people with one number are a conflict. */
function licenceNumberOf(name: string): string {
  const mixed = Array.from(name).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1e9, 7);
  return String(mixed).padStart(12, '0');
}
