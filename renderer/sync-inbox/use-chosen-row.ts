import { useState } from 'react';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import type { RowAction } from './InboxRow.tsx';

interface ChoosableRow {
  readonly id: string;
  readonly actions: readonly RowAction[];
}

/**
 * Which row the keys are about: the one that has the focus, or that the arrows chose; the first one to begin with.
 * @returns its id, or null where there is none
 */
export function useChosenRow(
  rows: readonly ChoosableRow[],
): readonly [chosenId: string | null, choose: (id: string) => void] {
  const [wanted, choose] = useState<string | null>(null);
  const chosen = rows.find(({ id }) => id === wanted) ?? rows[0];
  const go = (by: 1 | -1): void => {
    const next = chosen && rows[rows.indexOf(chosen) + by];
    if (!next) return;
    choose(next.id);
    document.querySelector(`[data-row="${next.id}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  useHotkeys({
    ArrowDown: () => go(1),
    ArrowUp: () => go(-1),
    ...Object.fromEntries(chosen?.actions.map(({ hotkey, run }) => [hotkey.toLowerCase(), run]) ?? []),
  });
  return [chosen?.id ?? null, choose];
}
