import type { Page } from 'playwright-core';

/** A screen of the app, and the keys that lead to it from the one before. */
export interface ScreenWay {
  readonly name: string;
  /** Pressed one after the other where the focus is; the time runs from the last one. */
  readonly keys: readonly string[];
  /** Pressed before, on the way to where the keys begin; not timed. */
  readonly before: readonly string[];
}

/** Nothing has changed in the work area for so long: the screen is there whole, also one that computes before it shows. */
const quietMs = 600;
const limitMs = 20_000;

/** The places of the rail that this clerk has, each from the settings (and the settings from the desk). */
export async function placesOfRail(page: Page): Promise<ScreenWay[]> {
  const places = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('nav [data-place]')].map((link) => ({
      name: link.dataset['place'] ?? '',
      keys: (link.querySelector('small')?.textContent ?? '').toLowerCase().split(' '),
    })),
  );
  const keysOf = (wanted: string): readonly string[] =>
    places.find(({ name }) => name === wanted)?.keys ?? [];
  return places.map(({ name, keys }) => ({
    name,
    keys,
    before: keysOf(name === 'settings' ? 'desk' : 'settings'),
  }));
}

/** Milliseconds from the last key to the frame after the last change in the work area. */
export interface Opening {
  /** Up to the moment in which older rows came from the server, where the screen asks for them: what this machine has is there. */
  readonly own: number;
  /** With those rows; null where none were waited for. */
  readonly withHistory: number | null;
}

/** Opens a screen so many times. */
export async function openScreen(page: Page, way: ScreenWay, runs: number): Promise<Opening[]> {
  return await page.evaluate(
    async ([{ keys, before }, count, quiet, limit]) => {
      const press = (key: string): void => {
        const at = document.activeElement ?? document.body;
        at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      };
      /** Presses the keys, and waits until nothing changes any more. Null where nothing changed at all. */
      const pressed = (all: readonly string[]): Promise<Opening | null> =>
        new Promise((resolve, reject) => {
          const work = document.querySelector('main');
          if (!work) throw new Error('there is no work area');
          let own: number | null = null;
          let withHistory: number | null = null;
          let wasArriving = false;
          let hasCome = false;
          let settled: ReturnType<typeof setTimeout>;
          const observer = new MutationObserver(() => {
            clearTimeout(settled);
            const isArriving = work.querySelector('[data-history=arriving]') !== null;
            hasCome ||= wasArriving && !isArriving;
            wasArriving = isArriving;
            const isHistory = hasCome;
            requestAnimationFrame((frame) => {
              const at = Math.max(frame, performance.now()) - began;
              if (isHistory) withHistory = at;
              else own = at;
            });
            settled = setTimeout(end, quiet);
          });
          const end = (): void => {
            observer.disconnect();
            clearTimeout(late);
            resolve(own === null ? null : { own, withHistory });
          };
          const late = setTimeout(() => {
            observer.disconnect();
            reject(new Error(`the screen of ${all.join(' ')} does not come to rest`));
          }, limit);
          observer.observe(work, { childList: true, subtree: true, characterData: true });
          settled = setTimeout(end, quiet * 4);
          for (const key of all.slice(0, -1)) press(key);
          const began = performance.now();
          press(all.at(-1) ?? '');
        });
      const taken: Opening[] = [];
      for (let run = 0; run < count; run++) {
        if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
        if (before.length > 0) await pressed(before);
        const opened = await pressed(keys);
        if (opened === null) throw new Error(`${keys.join(' ')} opens nothing`);
        taken.push(opened);
      }
      return taken;
    },
    [way, runs, quietMs, limitMs] as const,
  );
}
