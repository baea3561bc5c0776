import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openSessionOf } from '../app/billing/drawer.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { useListSearch } from '../app/lists/use-list-search.ts';
import { cashSearch } from './cash-search.ts';
import { Closings } from './Closings.tsx';
import { CountDrawer } from './CountDrawer.tsx';
import { Drawer } from './Drawer.tsx';
import { OpenDrawer } from './OpenDrawer.tsx';

/** The cash desk of this counter: its open drawer, or how to open one, and the closings before. */
export function CashDesk() {
  const { t } = useTranslation();
  const { place, role } = useCounter();
  const [{ view }, show] = useListSearch(cashSearch);
  const setView = (next: typeof view): void => show({ view: next });
  const [done, setDone] = useState('');
  const open = useRows(`cash/open/${place.counterId}`, (rows) => openSessionOf(rows, place.counterId));
  if (open === undefined) return null;
  const session = open[0];
  const mayWrite = role !== 'viewer';
  if (view === 'closings') return <Closings onLeave={() => setView('drawer')} />;
  if (!session)
    return (
      <OpenDrawer
        mayWrite={mayWrite}
        done={done}
        onOpened={() => {
          // Not on to a count that was left here of another drawer.
          setView('drawer');
          setDone('');
        }}
        onClosings={() => setView('closings')}
      />
    );
  if (view === 'count' && mayWrite)
    return (
      <CountDrawer
        key={session.id}
        session={session}
        onLeave={() => setView('drawer')}
        onClosed={(number) => {
          setView('drawer');
          setDone(t('cash.closedNow', { number }));
        }}
      />
    );
  return (
    <Drawer
      session={session}
      mayWrite={mayWrite}
      onCount={() => setView('count')}
      onClosings={() => setView('closings')}
    />
  );
}
