import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import type { AppState, CounterApp } from '../counter/counter-app.ts';
import { type Bar, type PersonBeside, barOf, peopleBeside } from '../counter/people-beside.ts';
import styles from '../sign-in/SignIn.module.css';

interface KeptOutProps {
  readonly app: CounterApp;
  readonly state: Extract<AppState, { readonly kind: 'kept-out' }>;
}

/** Says to somebody from whom the server takes nothing here why the counter does not open to them, until they leave or it does. */
export function KeptOut({ app, state: { rows, identity, counterId } }: KeptOutProps) {
  const { t } = useTranslation();
  const [found, setFound] = useState<{ readonly person: PersonBeside; readonly bar: Bar } | null>(null);
  const { userId } = identity;
  useEffect(() => {
    const stop = new AbortController();
    rows.watch(
      peopleBeside(rows, [userId], counterId),
      {
        onResult: ([person]) => {
          const bar = barOf(person);
          if (person && bar) setFound({ person, bar });
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
  if (found === null) return null;
  const { own_name: own, here_name: here } = found.person;
  const owners = found.person.owners ?? '';
  const mistake = owners === '' ? t('lock.askLead') : t('lock.ask', { owners });
  const { title, text, ask } = {
    elsewhere: {
      title: t('lock.elsewhereTitle', { branch: here ?? '' }),
      text: t('lock.elsewhereText', { own: own ?? '' }),
      ask: owners === '' ? t('lock.elsewhereAskLead') : t('lock.elsewhereAsk', { owners }),
    },
    suspended: { title: t('lock.suspendedTitle'), text: t('lock.suspendedText'), ask: mistake },
    retired: { title: t('lock.retiredTitle'), text: t('lock.retiredText'), ask: mistake },
  }[found.bar];
  return (
    <main className={styles['page']}>
      <div className={styles['panel']}>
        <h1>{title}</h1>
        <div role="status" className={styles['told']}>
          <p>{text}</p>
          <p>{ask}</p>
        </div>
        <Button kind="primary" autoFocus hotkey="↵" onPress={() => void leave()}>
          {t('lock.another')}
        </Button>
      </div>
    </main>
  );
}
