import { createContext, use, useCallback, useEffect, useSyncExternalStore } from 'react';
import type { UiLanguage } from '../../messages/ui-language.ts';
import { useCounter } from '../hooks/counter-context.ts';
import { useRows } from '../hooks/use-rows.ts';
import type { WindowLanguage } from './window-language.ts';

export const WindowLanguageContext = createContext<WindowLanguage | null>(null);

export function useWindowLanguage(): WindowLanguage {
  const language = use(WindowLanguageContext);
  if (!language) throw new Error('there is no language here');
  return language;
}

/** What was chosen in the settings of this machine; null: the window follows the clerk. */
export function useChosenLanguage(): UiLanguage | null {
  const language = useWindowLanguage();
  return useSyncExternalStore(
    useCallback((changed) => language.subscribe(changed), [language]),
    () => language.chosen,
  );
}

/** While a counter is open, the window speaks as its clerk does, unless a language was chosen. */
export function useClerkLanguage(): void {
  const language = useWindowLanguage();
  const { place } = useCounter();
  const [clerk] =
    useRows(`language/${place.clerkId}`, (rows) =>
      rows.selectFrom('users').select('language').where('id', '=', place.clerkId),
    ) ?? [];
  const speaks = clerk?.language;
  useEffect(() => {
    if (speaks !== undefined) void language.clerkSpeaks(speaks);
  }, [language, speaks]);
  useEffect(() => () => void language.clerkSpeaks(null), [language]);
}
