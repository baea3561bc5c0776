/** Whether keys are those of a dialog, not of the screen under it. */
export function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null;
}

/** Whether keys go into a field, or move a slider. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.getAttribute('role') === 'slider') return true;
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/**
 * Whether Enter is for what has the focus: a link or a button to which Tab leads. A row that a screen leads through itself is none, and
 * neither is the link to where one is: who clicked it has arrived.
 */
export function takesEnter(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.tabIndex < 0) return false;
  return target.matches('a[href]:not([aria-current="page"]), button, summary');
}
