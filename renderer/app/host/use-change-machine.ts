import { useCallback } from 'react';
import type { Machine } from '#shared/ipc/contract.ts';
import { useApp } from '../hooks/app-context.ts';
import { useWindowLanguage } from '../language/use-language.ts';
import { showTheme } from '../show-theme.ts';

/** Keeps how this machine is to look and speak, and shows it at once. Answers what is kept now; null when it could not be. */
export function useChangeMachine(): (
  changes: Partial<Pick<Machine, 'language' | 'theme'>>,
) => Promise<Machine | null> {
  const { machine } = useApp();
  const windowLanguage = useWindowLanguage();
  return useCallback(
    async (changes) => {
      const changed = await machine.change(changes);
      if (changed === null) return null;
      if (changes.language !== undefined) await windowLanguage.choose(changes.language);
      if (changes.theme) showTheme(changes.theme);
      return changed;
    },
    [machine, windowLanguage],
  );
}
