import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { useApp } from '../hooks/app-context.ts';

/**
 * Locks the window, or asks for a PIN where the clerk has none. Ctrl+L does it everywhere, also from a dialog: who has to
 * leave does not look for the way out first.
 */
export function useLockKey(): () => void {
  const app = useApp();
  const navigate = useNavigate();
  const lock = useCallback((): void => {
    const tryTo = async (): Promise<void> => {
      if (!(await app.lock())) await navigate({ to: '/settings', search: { part: 'machine', ask: 'pin' } });
    };
    void tryTo();
  }, [app, navigate]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'l') return;
      event.preventDefault();
      event.stopPropagation();
      lock();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [lock]);
  return lock;
}
