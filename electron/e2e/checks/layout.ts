import type { Page } from '@playwright/test';

/** What is wider than the window. A table may scroll by itself; the page and its work may not. */
export async function sidewaysFindings(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    [
      document.documentElement,
      ...document.querySelectorAll('main, main > div, aside, [role="dialog"], [role="alertdialog"]'),
    ]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map(
        (element) =>
          `sideways: ${element.tagName} is ${element.scrollWidth - element.clientWidth} px too wide`,
      ),
  );
}

/**
 * Texts that are cut off, or stick out of their box. Who cuts with an ellipsis or says the whole in a title means it; what can be
 * scrolled is not lost.
 */
export async function cutOffFindings(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const found: string[] = [];
    const say = (what: string, element: Element): void => {
      const text = (element instanceof HTMLInputElement ? element.value : element.textContent)
        .trim()
        .slice(0, 60);
      const named = element.getAttribute('aria-label') ?? element.className;
      found.push(`${what}: ${element.tagName}.${named} «${text}»`);
    };
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const isHiddenFromSight = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      return width <= 1 || height <= 1 || element.closest('.visually-hidden') !== null;
    };
    // In a flex box or a grid there is no ellipsis, whatever its style says.
    const isMeant = (element: Element): boolean => {
      const { textOverflow, display } = getComputedStyle(element);
      const hasEllipsis = textOverflow === 'ellipsis' && !/flex|grid/.test(display);
      return hasEllipsis || element.closest('[title]') !== null;
    };
    const hasOwnText = (element: Element): boolean =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    /** The first box around it that cuts what it holds; null where one comes to it by scrolling. */
    const cutter = (element: Element): Element | null => {
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        const { overflowX } = getComputedStyle(at);
        if (overflowX === 'auto' || overflowX === 'scroll') return null;
        if (overflowX === 'hidden' || overflowX === 'clip') return at;
      }
      return null;
    };
    for (const element of document.body.querySelectorAll('*')) {
      if (element instanceof SVGElement || !isShown(element) || isHiddenFromSight(element)) continue;
      if (element instanceof HTMLInputElement) {
        const isText = !['checkbox', 'radio', 'file', 'range'].includes(element.type);
        if (isText && element.value !== '' && element.scrollWidth > element.clientWidth + 1)
          say('field cut off', element);
        continue;
      }
      if (!hasOwnText(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(element);
      const text = range.getBoundingClientRect();
      const box = element.getBoundingClientRect();
      const isBlock = getComputedStyle(element).display !== 'inline';
      const cut = cutter(element);
      if (cut && !isMeant(cut) && !isMeant(element)) {
        const { left, right } = cut.getBoundingClientRect();
        if (text.width > 0 && (text.right > right + 1 || text.left < left - 1)) say('cut off', element);
      } else if (!cut && isBlock && text.right > box.right + 1.5) say('sticks out', element);
    }
    return found;
  });
}

/** With little room: what stands beside the work comes below it, and the next step can be reached with the mouse. */
export async function narrowFindings(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  const dialog = page.locator('[role="dialog"], [role="alertdialog"]').first();
  const isAsked = (await dialog.count()) > 0;
  if (!isAsked && (await page.evaluate(anyBeside))) found.push('two columns stayed beside each other');
  const isListOpen = (await page.locator('header [role="listbox"]').count()) > 0;
  // A list that is open over a step is closed first.
  if (isListOpen) return found;
  for (const button of await (isAsked ? dialog : page.locator('body'))
    .locator('button[data-kind="primary"]:enabled')
    .all()) {
    // Scrolls to it and looks whether it would be hit, and stops short of the click.
    await button.click({ trial: true, timeout: 3_000 }).catch(async () => {
      found.push(`next step out of reach: ${await button.innerText()}`);
    });
  }
  return found;
}

function anyBeside(): boolean {
  return [...document.querySelectorAll('main aside')].some((aside) => {
    const before = aside.previousElementSibling?.getBoundingClientRect();
    return before !== undefined && before.right <= aside.getBoundingClientRect().left + 1;
  });
}

/** Nothing moves for whom motion is too much. */
export async function motionFindings(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ id }) => `moves: ${id || 'an animation'}`),
  );
}
