import { useEffect, useState } from 'react';
import type { KeptClerks } from '#shared/clerks/clerks-contract.ts';
import type { CounterApp } from '../counter/counter-app.ts';
import type { Rows } from '../counter/counter.ts';
import { peopleBeside } from '../counter/people-beside.ts';
import { useEarlyKeys } from '../../ui/use-early-keys.ts';
import { SignIn } from '../sign-in/SignIn.tsx';
import { UnlockForm } from './UnlockForm.tsx';
import { type LockedClerk, lockedClerks } from './locked-clerks.ts';

interface LockScreenProps {
  readonly app: CounterApp;
  readonly kept: KeptClerks;
  readonly rows: Rows;
}

const choosingKeys: readonly string[] = ['ArrowDown', 'ArrowUp', 'Enter', 'F2'];

/** Covers the whole window: who has worked here may open it with their PIN, anybody of the company with the password. */
export function LockScreen({ app, kept, rows }: LockScreenProps) {
  const [clerks, setClerks] = useState<readonly LockedClerk[] | null>(null);
  const [chosenId, setChosenId] = useState(kept.presentId);
  const [byPassword, setByPassword] = useState(false);
  const counterId = app.machine.read()?.counterId ?? null;
  useEffect(() => {
    const ids = kept.clerks.map(({ userId }) => userId);
    const stop = new AbortController();
    rows.watch(
      peopleBeside(rows, ids, counterId),
      { onResult: (people) => setClerks(lockedClerks(kept.clerks, people)) },
      { signal: stop.signal },
    );
    return () => stop.abort();
  }, [rows, kept, counterId]);
  useEarlyKeys(clerks !== null, ({ key }) => key.length === 1 || choosingKeys.includes(key));
  if (clerks === null) return null;
  const chosen = clerks.find(({ userId }) => userId === chosenId) ?? clerks[0];
  if (!chosen || byPassword) {
    return (
      <SignIn
        server={app.servers ? new URL(app.servers.supabaseUrl).host : ''}
        email={chosen?.email ?? ''}
        onSignIn={(email, password) => app.signIn(email, password)}
        onBack={() => setByPassword(false)}
      />
    );
  }
  return (
    <UnlockForm
      clerks={clerks}
      chosen={chosen}
      onChoose={setChosenId}
      onUnlock={(pin) => app.unlock(chosen.userId, pin)}
      onPassword={() => setByPassword(true)}
    />
  );
}
