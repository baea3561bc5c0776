import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppInfo } from '#shared/ipc/contract.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { instant } from '#shared/time/instant.ts';
import { useApp } from '../app/hooks/app-context.ts';
import { useChangeMachine } from '../app/host/use-change-machine.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useMachine } from '../app/hooks/use-machine.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { useChosenLanguage } from '../app/language/use-language.ts';
import { uiLanguages } from '../messages/ui-language.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Facts } from '../ui/Facts.tsx';
import { ClerkSettings } from './clerks/ClerkSettings.tsx';
import styles from './Settings.module.css';

/** The window, the servers and this machine. */
export function MachineSettings() {
  const { t } = useTranslation();
  const chosenLanguage = useChosenLanguage();
  const app = useApp();
  const { place, db } = useCounter();
  const machine = useMachine();
  const [info, setInfo] = useState<AppInfo | null>(null);
  const [counter] =
    useRows(`settings/counter/${place.counterId}`, (rows) =>
      rows
        .selectFrom('counters')
        .innerJoin('branches', 'branches.id', 'counters.branch_id')
        .where('counters.id', '=', place.counterId)
        .select(['counters.name', 'branches.code', 'counters.letter']),
    ) ?? [];
  useEffect(() => {
    void app.client['app.info']({}).then((answer) => answer.ok && setInfo(answer.value));
  }, [app]);

  const change = useChangeMachine();
  const { servers } = app;
  const { lastSyncedAt } = db.currentStatus;

  return (
    <div className={styles['settings']}>
      <h1>{t('settings.title')}</h1>
      <section>
        <h2>{t('settings.window')}</h2>
        <div className={styles['choices']}>
          <Choice
            label={t('settings.language')}
            value={chosenLanguage ?? 'clerk'}
            onChange={(language) => void change({ language: language === 'clerk' ? null : language })}
            options={[...uiLanguages, { value: 'clerk', label: t('settings.languageOfClerk') }]}
          />
          <Choice
            label={t('settings.theme')}
            value={machine?.theme ?? 'system'}
            onChange={(theme) => void change({ theme })}
            options={[
              { value: 'light', label: t('settings.themeLight') },
              { value: 'dark', label: t('settings.themeDark') },
              { value: 'system', label: t('settings.themeSystem') },
            ]}
          />
        </div>
      </section>
      <ClerkSettings />
      <section>
        <h2>{t('settings.servers')}</h2>
        <Facts
          facts={[
            [t('settings.supabase'), servers?.supabaseUrl ?? ''],
            [t('settings.powersync'), servers?.powersyncUrl ?? ''],
            [
              t('settings.source'),
              t(servers?.source === 'machine' ? 'settings.sourceMachine' : 'settings.sourceBuild'),
            ],
            [t('settings.serversFile'), servers?.file ?? ''],
          ]}
        />
      </section>
      <section>
        <h2>{t('settings.thisMachine')}</h2>
        <Facts
          facts={[
            [t('settings.counter'), counter ? `${counter.name} (${counter.code}-${counter.letter})` : ''],
            [t('settings.device'), machine?.deviceId ?? ''],
            [t('settings.version'), info ? `${info.version} (${info.shell}, ${info.platform})` : ''],
            [
              t('settings.lastSynced'),
              lastSyncedAt ? formatInstant(instant(lastSyncedAt)) : t('settings.never'),
            ],
          ]}
        />
      </section>
      <section className={styles['out']}>
        <Button onPress={() => void app.signOut()}>{t('settings.signOut')}</Button>
        <p className="quiet small">{t('settings.signOutHint')}</p>
      </section>
    </div>
  );
}
