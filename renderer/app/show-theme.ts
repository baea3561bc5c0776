import type { Machine } from '#shared/ipc/contract.ts';

/** Light, dark, or whatever the system says. */
export function showTheme(theme: Machine['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
