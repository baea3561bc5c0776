/**
 * Gives what a screen is worked with the focus, once the screen is there. Who was quicker and types somewhere already, as in the
 * search box, goes on there.
 */
export function takeFocus(element: HTMLElement | null): void {
  if (document.activeElement instanceof HTMLInputElement) return;
  element?.focus({ preventScroll: true });
}
