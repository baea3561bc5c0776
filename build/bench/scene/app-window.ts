import type { Page } from 'playwright-core';

declare global {
  // oxlint-disable-next-line no-var -- a global can be declared in no other way
  var deskWatch: {
    /** The three lists of the desk are there. */
    readonly isShown: () => boolean;
    /** And each with its rows or the word that there are none. */
    readonly isUsable: () => boolean;
    /** Calls back in the frame after the condition has come true. */
    readonly when: (condition: () => boolean) => Promise<number>;
    readonly firstUsable: Promise<number>;
  };
}

const limitMs = 60_000;

/** Lets every document that the page opens from now on say when its desk was first usable. */
export async function watchDesk(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const lists = (): Element[] => [...document.querySelectorAll('section > h2 + ul, section > h2 + p + ul')];
    const isShown = (): boolean => lists().length === 3;
    const isUsable = (): boolean =>
      isShown() && lists().every((list) => list.matches('p + ul') || list.childElementCount > 0);
    const when = (condition: () => boolean): Promise<number> =>
      new Promise((resolve) => {
        const seen = (): void => void requestAnimationFrame(() => resolve(performance.now()));
        if (condition()) {
          seen();
          return;
        }
        const observer = new MutationObserver(() => {
          if (!condition()) return;
          observer.disconnect();
          seen();
        });
        observer.observe(document, { childList: true, subtree: true, characterData: true });
      });
    globalThis.deskWatch = { isShown, isUsable, when, firstUsable: when(isUsable) };
  });
}

/** Milliseconds from the navigation to the desk. */
export async function deskIsUsable(page: Page): Promise<number> {
  return await within(page.evaluate(() => globalThis.deskWatch.firstUsable));
}

/** Puts one text after the other into the search box, as pasted, and returns how long each list took to be on screen. */
export async function keystrokes(page: Page, texts: readonly string[]): Promise<number[]> {
  const times = await within(
    page.evaluate(async (all) => {
      const input = document.querySelector<HTMLInputElement>('search input');
      const list = document.querySelector('search [role=listbox]');
      if (!input || !list) throw new Error('there is no search box');
      // Finds alone, which say at their end what they are: commands are there without asking the replica.
      const finds = (): string =>
        Array.from(list.querySelectorAll('[role=option]:has(> .quiet)'), (one) => one.textContent).join('|');
      input.focus();
      const taken: (number | null)[] = [];
      for (const text of all) {
        const shown = finds();
        const began = performance.now();
        // As typed, past React's own watch over the value.
        Reflect.set(HTMLInputElement.prototype, 'value', text, input);
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        const changed = globalThis.deskWatch.when(() => finds() !== shown);
        // Two texts that find the same change nothing: no time to be had from them.
        const same = new Promise<null>((resolve) => void setTimeout(resolve, 1_000, null));
        const at = await Promise.race([changed, same]);
        taken.push(at === null ? null : at - began);
      }
      return taken;
    }, texts),
    120_000,
  );
  const measured = times.filter((time) => time !== null);
  if (measured.length < texts.length * 0.8) throw new Error('the search box did not answer');
  return measured;
}

/** Goes away from the desk and back by its keys, and returns how long each way back took. */
export async function openings(page: Page, runs: number): Promise<number[]> {
  return await within(
    page.evaluate(async (count) => {
      const { isShown, isUsable, when } = globalThis.deskWatch;
      const press = (key: string): void =>
        void window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      const taken: number[] = [];
      for (const end = performance.now() + 10_000; taken.length < count && performance.now() < end;) {
        press('g');
        press('s');
        await when(() => !isShown());
        press('g');
        const began = performance.now();
        press('h');
        taken.push((await when(isUsable)) - began);
      }
      return taken;
    }, runs),
    60_000,
  );
}

async function within<T>(work: Promise<T>, milliseconds = limitMs): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`the window did not answer within ${milliseconds} ms`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
