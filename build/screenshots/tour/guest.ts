import type { Locator, Page } from 'playwright-core';
import type { Messages } from '#renderer/messages/de/index.ts';

/** Where a tour takes place: a counter in a window, in one language, with a line that can be cut. */
export interface Stage {
  readonly page: Page;
  /** The texts of the language of the window. */
  readonly t: Messages;
  readonly cutLine: () => Promise<void>;
  readonly restoreLine: () => Promise<void>;
  /** Called at every stop, when what is shown has come to rest. It may resize the window, and puts it back. */
  readonly visit: (name: string) => Promise<void>;
}

/** Walks through the counter with its keys, and finds everything by the texts of the window's language. */
export class Guest {
  readonly page: Page;
  readonly t: Messages;
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.page = stage.page;
    this.t = stage.t;
    // Listened to all the time: where nobody listens, a key may open the chooser before the browser hands it over.
    this.page.on('filechooser', () => undefined);
  }

  /** Waits until `shown` is there, if it is given, and stops here. */
  async stop(name: string, shown?: Locator): Promise<void> {
    await shown?.first().waitFor();
    await this.#stage.visit(name);
  }

  /** Once what is shown is drawn: a key of a screen is heard from then on. */
  async press(...keys: readonly string[]): Promise<void> {
    await this.page.evaluate(
      () => new Promise((drawn) => void requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** By the letters of the rail, from wherever the hand is. */
  async goTo(place: keyof Messages['places']): Promise<void> {
    await this.page.locator(`[data-place="${place}"]`).click();
    await this.page.locator(`[data-place="${place}"][data-current="true"]`).waitFor();
  }

  /** At the desk, with its rows: the last reservation of the demo's day is among them. */
  async atDesk(): Promise<void> {
    await this.goTo('desk');
    await this.page
      .getByRole('button', { name: /Jaquet, Nicolas/ })
      .first()
      .waitFor();
  }

  heading(text: string): Locator {
    return this.page.getByRole('heading', { name: pattern(text) }).first();
  }

  text(text: string): Locator {
    // The same words may stand elsewhere, hidden: in a list that is closed.
    return this.page.getByText(pattern(text)).filter({ visible: true }).first();
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true }).first();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name: pattern(name) }).first();
  }

  grid(name: string): Locator {
    return this.page.getByRole('grid', { name, exact: true });
  }

  get alert(): Locator {
    return this.page.getByRole('alert').filter({ hasText: /\S/ }).first();
  }

  /** The dialog that is open, whether it tells or asks. */
  get dialog(): Locator {
    return this.page.locator('[role="dialog"], [role="alertdialog"]').first();
  }

  /** Stops at the dialog that these keys open, and leaves it with nothing done. */
  async stopAtDialog(name: string, ...keys: readonly string[]): Promise<void> {
    await this.press(...keys);
    await this.stop(name, this.dialog);
    await this.leaveDialog();
  }

  async leaveDialog(): Promise<void> {
    await this.press('Escape');
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** Chooses a file where `key` asks for one. */
  async choose(key: string, name: string, mimeType: string, text: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.press(key);
    await (await chooser).setFiles({ name, mimeType, buffer: Buffer.from(text) });
  }

  async sign(label: string): Promise<void> {
    const box = await this.page.getByRole('img', { name: label }).boundingBox();
    if (!box) throw new Error('there is no pad');
    const { mouse } = this.page;
    await mouse.move(box.x + 60, box.y + 90);
    await mouse.down();
    for (let step = 1; step <= 40; step++) {
      await mouse.move(box.x + 60 + step * 9, box.y + 90 + Math.sin(step / 2) * 42 * (1 - step / 60));
    }
    await mouse.up();
  }
}

/** A text of the messages as it may be shown: with anything in the place of its variables, and whatever spaces French wants. */
export function pattern(text: string): RegExp {
  const parts = text
    .split(/\{\{\w+\}\}/)
    .map((part) => part.replaceAll(/[.*+?^$()|[\]{}\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+'));
  return new RegExp(parts.join('.+'));
}
