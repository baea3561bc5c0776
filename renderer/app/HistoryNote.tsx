import { useTranslation } from 'react-i18next';
import type { HistoryState } from '#sync/history/history.ts';

/** How complete the past below is: said while it comes, and when there is no line to ask for it. */
export function HistoryNote({ state }: { readonly state: HistoryState['kind'] | null }) {
  const { t } = useTranslation();
  if (state === null || state === 'here') return null;
  return (
    <p className="quiet small" role="note" data-history={state}>
      {t(state === 'offline' ? 'history.offline' : 'history.arriving')}
    </p>
  );
}
