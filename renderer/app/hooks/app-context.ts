import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import type { KeptClerks } from '#shared/clerks/clerks-contract.ts';
import type { SyncLight } from '#sync/status/sync-light.ts';
import type { AppState, CounterApp } from '../counter/counter-app.ts';

export const AppContext = createContext<CounterApp | null>(null);

export function useApp(): CounterApp {
  const app = use(AppContext);
  if (!app) throw new Error('there is no app here');
  return app;
}

export function useAppState(app: CounterApp): AppState {
  return useSyncExternalStore(
    useCallback((changed) => app.subscribe(changed), [app]),
    () => app.state,
  );
}

export function useSyncLight(): SyncLight | null {
  const { light } = useApp();
  return useSyncExternalStore(
    useCallback((changed) => light?.subscribe(changed) ?? (() => undefined), [light]),
    () => light?.current ?? null,
  );
}

/** The clerks of this machine. */
export function useKeptClerks(): KeptClerks {
  const app = useApp();
  return useSyncExternalStore(
    useCallback((changed) => app.subscribe(changed), [app]),
    () => app.kept,
  );
}
