import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import type { AppState, CounterApp } from '../counter/counter-app.ts';
import { type PersonBeside, isElsewhere, peopleBeside } from '../counter/people-beside.ts';
import styles from '../sign-in/SignIn.module.css';

interface ElsewhereProps {
  readonly app: CounterApp;
  readonly state: Extract<AppState, { readonly kind: 'elsewhere' }>;
}

/** Says to somebody of another branch why this counter does not open to them, until they leave or may work here. */
export function Elsewhere({ app, state: { rows, identity, counterId } }: ElsewhereProps) {
  const { t } = useTranslation();
  const [person, setPerson] = useState<PersonBeside | null>(null);
  const { userId } = identity;
  useEffect(() => {
    const stop = new AbortController();
    rows.watch(
      peopleBeside(rows, [userId], counterId),
      {
        onResult: ([found]) => {
          if (found && isElsewhere(found)) setPerson(found);
          else void app.enterAgain();
        },
      },
      { signal: stop.signal },
    );
    return () => stop.abort();
  }, [app, rows, userId, counterId]);
  // Who has a PIN here stays kept, with what they wrote and could not be sent yet.
  const leave = async (): Promise<void> => {
    if (!(await app.lock())) await app.signOut();
  };
  if (person === null) return null;
  const { owners } = person;
  return (
    <main className={styles['page']}>
      <div className={styles['panel']}>
        <h1>{t('lock.elsewhereTitle', { branch: person.here_name ?? '' })}</h1>
        <div role="status" className={styles['told']}>
          <p>{t('lock.elsewhereText', { own: person.own_name ?? '' })}</p>
          <p>{owners === null ? t('lock.elsewhereAskLead') : t('lock.elsewhereAsk', { owners })}</p>
        </div>
        <Button kind="primary" autoFocus hotkey="↵" onPress={() => void leave()}>
          {t('lock.another')}
        </Button>
      </div>
    </main>
  );
}
