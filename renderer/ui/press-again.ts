/**
 * Presses a key on an element as the browser would: a button is pressed, and what no listener takes is typed into the field, or
 * Enter sends its form. Other things that a browser does by itself, as Tab, it does not do.
 */
export function pressAgain(on: Element, key: string): void {
  if (on instanceof HTMLButtonElement && (key === 'Enter' || key === ' ')) {
    on.click();
    return;
  }
  const isLeft = on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  if (!isLeft || !(on instanceof HTMLInputElement)) return;
  if (key === 'Enter') on.form?.requestSubmit();
  if (key.length !== 1) return;
  on.setRangeText(key, on.selectionStart ?? 0, on.selectionEnd ?? 0, 'end');
  on.dispatchEvent(new InputEvent('input', { bubbles: true, data: key, inputType: 'insertText' }));
}
