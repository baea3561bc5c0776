import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';

/** Five keys a second: somebody who knows the counter and types with both hands. */
const msPerKey = 200;
/** A signature on the pad. */
const signingMs = 3_000;

/** A clerk with a stopwatch: presses keys at a human pace, waits for each screen as one would, and counts both. */
export class Typist {
  readonly #page: Page;
  #keys = 0;
  #screens = 0;
  #began = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  start(): void {
    this.#began = performance.now();
    this.#keys = 0;
    this.#screens = 0;
  }

  /** @returns what it took since {@link start} */
  stop(): { readonly seconds: number; readonly keys: number; readonly screens: number } {
    return {
      seconds: (performance.now() - this.#began) / 1000,
      keys: this.#keys,
      screens: this.#screens,
    };
  }

  /** Each a key as Playwright names it; keys pressed together count once. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await pause(msPerKey);
      await this.#page.keyboard.press(key);
      this.#keys++;
    }
  }

  async type(text: string): Promise<void> {
    await this.press(...Array.from(text));
  }

  /** Waits for what says that the next screen is there. Throws an error that says what stands in the window instead. */
  async sees(what: Locator): Promise<void> {
    try {
      await what.waitFor({ timeout: 20_000 });
    } catch (error) {
      const said = await this.#page.locator('h1, [role=dialog] h2, [role=alert]').allInnerTexts();
      throw new Error(`the next screen did not come; the window says: ${said.join(' | ')}`, { cause: error });
    }
    this.#screens++;
  }

  /** The renter's hand, not the clerk's: no keys. */
  async sign(pad: Locator): Promise<void> {
    const box = await pad.boundingBox();
    if (!box) throw new Error('there is no pad to sign on');
    const { mouse } = this.#page;
    const steps = 30;
    await mouse.move(box.x + 60, box.y + 90);
    await mouse.down();
    for (let step = 1; step <= steps; step++) {
      await pause(signingMs / steps);
      await mouse.move(box.x + 60 + step * 8, box.y + 90 + Math.sin(step / 3) * 40);
    }
    await mouse.up();
  }
}
