import { useSyncExternalStore } from 'react';
import type { Machine } from '#shared/ipc/contract.ts';
import { useApp } from './app-context.ts';

/** What this machine remembers; null until the host has said it. */
export function useMachine(): Machine | null {
  const { machine } = useApp();
  return useSyncExternalStore(machine.subscribe, machine.read);
}
