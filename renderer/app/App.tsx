import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CounterApp } from './counter/counter-app.ts';
import { type CounterChoice, counterChoices } from './counter/counter-choices.ts';
import type { Rows } from './counter/counter.ts';
import { DamageNotice } from './DamageNotice.tsx';
import { AppContext, useAppState } from './hooks/app-context.ts';
import { CounterContext } from './hooks/counter-context.ts';
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
  const [places, setPlaces] = useState(() => ({ of: '', router: createPlaces() }));
  // Who comes back finds the place where they were; somebody else begins at the desk.
  if (state.kind === 'open' && places.of !== state.identity.userId) {
    setPlaces({ of: state.identity.userId, router: createPlaces() });
  }
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
    case 'locked':
      return <LockScreen app={app} kept={state.kept} rows={state.rows} />;
    case 'choosing-counter':
      return (
        <Choosing
          rows={state.rows}
          mayTakeOver={state.identity.role === 'owner' || state.identity.role === 'manager'}
          app={app}
        />
      );
    case 'open':
      return (
        <AppContext value={app}>
          <CounterContext value={state.counter}>
            <RouterProvider key={places.of} router={places.router} />
          </CounterContext>
        </AppContext>
      );
  }
}

function Choosing({
  rows,
  mayTakeOver,
  app,
}: {
  readonly rows: Rows;
  readonly mayTakeOver: boolean;
  readonly app: CounterApp;
}) {
  const [choices, setChoices] = useState<readonly CounterChoice[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    rows.watch(
      counterChoices(rows),
      { onResult: (found) => (found.length > 0 ? setChoices(found) : undefined) },
      { signal: stop.signal },
    );
    return () => stop.abort();
  }, [rows]);
  return (
    <ChooseCounter
      choices={choices}
      mayTakeOver={mayTakeOver}
      onChoose={(counterId, takeOver) => app.chooseCounter(counterId, takeOver)}
    />
  );
}
