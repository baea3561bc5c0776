import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { newKeyHint } from '../app/lists/new-key.ts';
import { useListSearch } from '../app/lists/use-list-search.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { MachineSettings } from './MachineSettings.tsx';
import styles from './master/Master.module.css';
import { mayAddTo } from './master/may-add-to.ts';
import { MasterList } from './master/MasterList.tsx';
import { settingsParts, settingsSearch } from './settings-parts.ts';

/** This machine, and the company's own data: who works here, what is for rent, and what it costs. */
export function Settings() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { role } = useCounter();
  const [{ part }] = useListSearch(settingsSearch);
  const go = (by: 1 | -1): void => {
    const to = settingsParts[settingsParts.indexOf(part) + by];
    if (to) void navigate({ to: '/settings', search: { part: to } });
  };
  useHotkeys({ Escape: () => void navigate({ to: '/' }), '[': () => go(-1), ']': () => go(1) });
  useKeyLine({
    keys: [
      ['[ ]', t('master.parts')],
      ...(part === 'machine'
        ? ([['Ctrl L', t('keys.lock')]] as const)
        : ([['↵', t('keys.open')], ...(mayAddTo(part, role) ? [newKeyHint(t)] : [])] as const)),
      ['Esc', t('keys.back')],
    ],
    status: '',
  });
  return (
    <div className={styles['screen']}>
      <nav className={styles['sections']} aria-label={t('places.settings')}>
        {settingsParts.map((name) => (
          <button
            key={name}
            type="button"
            className={styles['section']}
            aria-current={name === part ? 'page' : undefined}
            onClick={() => void navigate({ to: '/settings', search: { part: name } })}
          >
            {name === 'machine' ? t('master.machine') : t(`master.tables.${name}`)}
          </button>
        ))}
      </nav>
      <div className={styles['content']}>
        {part === 'machine' ? <MachineSettings /> : <MasterList key={part} name={part} />}
      </div>
    </div>
  );
}
