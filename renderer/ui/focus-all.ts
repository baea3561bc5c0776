import type { RefObject } from 'react';

/** Goes into a box, so that typing replaces what stands in it. */
export function focusAll({ current }: RefObject<HTMLInputElement | null>): void {
  current?.focus();
  current?.select();
}
