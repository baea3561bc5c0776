import { useEffect } from 'react';
import { useApp, useKeptClerks } from '../hooks/app-context.ts';
import { useMachine } from '../hooks/use-machine.ts';
import { idleMs, readClocks } from './idle-clock.ts';

const signsOfSomebody = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;
const lookEveryMs = 5_000;

/**
 * Locks the window when nobody has touched key, pointer or screen for as long as this machine's settings say. After a sleep
 * the first sign of somebody locks, too: it may be somebody else.
 */
export function useAutoLock(): void {
  const app = useApp();
  const kept = useKeptClerks();
  const machine = useMachine();
  const minutes = machine?.lockAfter ?? null;
  const hasPin = kept.clerks.some(({ userId, hasPin: has }) => has && userId === kept.presentId);
  useEffect(() => {
    if (minutes === null || !hasPin) return;
    let last = readClocks();
    const isDue = (): boolean => idleMs(last, readClocks()) >= minutes * 60_000;
    const look = (): void => {
      if (isDue()) void app.lock();
    };
    const onSign = (event: Event): void => {
      if (!isDue()) {
        last = readClocks();
        return;
      }
      // What somebody typed to wake the screen is no key of the task under it.
      event.stopPropagation();
      event.preventDefault();
      void app.lock();
    };
    const timer = setInterval(look, lookEveryMs);
    const asListener = { capture: true, passive: false } as const;
    for (const sign of signsOfSomebody) window.addEventListener(sign, onSign, asListener);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const sign of signsOfSomebody) window.removeEventListener(sign, onSign, asListener);
      document.removeEventListener('visibilitychange', look);
    };
  }, [app, minutes, hasPin]);
}
