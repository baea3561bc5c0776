const focusable =
  'input:not([type="hidden"]):not(:disabled), textarea:not(:disabled), [role="application"], [tabindex="0"], button:not(:disabled)';

/** Leads the hand to the first thing in a part of the screen that takes keys: of a choice, to what is chosen. */
export function focusFirst(part: HTMLElement): void {
  const first = part.querySelector<HTMLElement>(focusable);
  if (!(first instanceof HTMLInputElement) || first.type !== 'radio') return first?.focus();
  const same = [...part.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(
    ({ name }) => name === first.name,
  );
  (same.find(({ checked }) => checked) ?? first).focus();
}

/** Leads the hand to the first field that is said to be wrong, as soon as it is drawn so; in a dialog while one is open. */
export function focusFirstInvalid(): void {
  requestAnimationFrame(focusInvalid);
}

/** The same, of what is drawn already. */
export function focusInvalid(): void {
  const part = document.querySelector('[role="dialog"]') ?? document.querySelector('#app');
  const wrong = part?.querySelector<HTMLElement>('[aria-invalid="true"]:not(:disabled)');
  if (!wrong) return;
  // Of a choice, what takes keys is within.
  if (wrong.matches(focusable)) wrong.focus();
  else focusFirst(wrong);
}
