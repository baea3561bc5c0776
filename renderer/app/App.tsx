import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keptRowsOf } from '#sync/replica/kept-rows.ts';
import type { CounterApp } from './counter/counter-app.ts';
import { type CounterOffer, counterOffer, countersBeside } from './counter/counter-choices.ts';
import type { Counter, Rows } from './counter/counter.ts';
import { DamageNotice } from './DamageNotice.tsx';
import { AppContext, useAppState } from './hooks/app-context.ts';
import { CounterContext } from './hooks/counter-context.ts';
import { KeptOut } from './lock/KeptOut.tsx';
import { LockedAway } from './lock/LockedAway.tsx';
import { LockScreen } from './lock/LockScreen.tsx';
import { Message } from './Message.tsx';
import { createPlaces } from './router.tsx';
import { ChooseCounter } from './sign-in/ChooseCounter.tsx';
import { SignIn } from './sign-in/SignIn.tsx';

/** From the start to the desk, one gate after the other. Damage to the replica is said at each of them. */
export function App({ app }: { readonly app: CounterApp }) {
  useAppState(app);
  return (
    <>
      <DamageNotice state={app.replicaState} />
      <Gate app={app} />
    </>
  );
}

function Gate({ app }: { readonly app: CounterApp }) {
  const { t } = useTranslation();
  const state = useAppState(app);
  const [desk, setDesk] = useState<OpenDesk | null>(null);
  if (state.kind === 'open') {
    const { counter, identity } = state;
    // Who comes back finds the place where they were, with what they had typed; somebody else begins at the desk.
    if (desk?.of !== identity.userId) setDesk({ of: identity.userId, router: createPlaces(), counter });
    else if (desk.counter !== counter) setDesk({ ...desk, counter });
  }
  const isLocked = state.kind !== 'open';
  // What screens keep for their next opening goes with them.
  useEffect(() => {
    if (isLocked && desk) keptRowsOf(desk.counter.db).clear();
  }, [isLocked, desk]);
  switch (state.kind) {
    case 'starting':
      return <Message title={t('app.starting')} />;
    case 'servers-invalid':
      return (
        <Message
          title={t('app.serversInvalid', { field: state.refusal.field })}
          text={t('app.serversInvalidHint', { file: state.refusal.file })}
        />
      );
    case 'host-failed':
      return <Message title={t('app.hostFailed')} text={t('app.hostFailedHint', { code: state.code })} />;
    case 'signed-out':
      return (
        <SignIn
          server={app.servers ? new URL(app.servers.supabaseUrl).host : ''}
          onSignIn={(email, password) => app.signIn(email, password)}
        />
      );
    case 'choosing-counter':
      return (
        <Choosing
          rows={state.rows}
          userId={state.identity.userId}
          mayTakeOver={state.identity.role === 'owner' || state.identity.role === 'manager'}
          app={app}
        />
      );
    case 'locked':
    case 'kept-out':
    case 'open':
      return (
        <>
          {state.kind === 'locked' ? <LockScreen app={app} kept={state.kept} rows={state.rows} /> : null}
          {state.kind === 'kept-out' ? <KeptOut app={app} state={state} /> : null}
          {desk === null ? null : (
            <LockedAway key={desk.of} isLocked={isLocked}>
              <AppContext value={app}>
                <CounterContext value={desk.counter}>
                  <RouterProvider router={desk.router} />
                </CounterContext>
              </AppContext>
            </LockedAway>
          )}
        </>
      );
  }
}

/** What a clerk has open; it waits for them behind the lock. */
interface OpenDesk {
  readonly of: string;
  readonly router: ReturnType<typeof createPlaces>;
  readonly counter: Counter;
}

function Choosing({
  rows,
  userId,
  mayTakeOver,
  app,
}: {
  readonly rows: Rows;
  readonly userId: string;
  readonly mayTakeOver: boolean;
  readonly app: CounterApp;
}) {
  const [offer, setOffer] = useState<CounterOffer | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    rows.watch(
      countersBeside(rows, userId),
      { onResult: (found) => setOffer(counterOffer(found)) },
      { signal: stop.signal },
    );
    return () => stop.abort();
  }, [rows, userId]);
  return (
    <ChooseCounter
      offer={offer}
      mayTakeOver={mayTakeOver}
      onChoose={(counterId, takeOver) => app.chooseCounter(counterId, takeOver)}
      onSignOut={() => void app.signOut()}
    />
  );
}
