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

/** Whether Enter is for what has the focus: a link or a button to which Tab leads. A row that a screen leads through itself is none. */
export function takesEnter(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.tabIndex >= 0 && target.matches('a[href], button, summary');
}
