import { Outlet, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { places } from '../commands/commands.ts';
import { useCounter } from '../hooks/counter-context.ts';
import { useHotkeys } from '../hooks/use-hotkeys.ts';
import { useClerkLanguage } from '../language/use-language.ts';
import { useAutoLock } from '../lock/use-auto-lock.ts';
import { useLockKey } from '../lock/use-lock-key.ts';
import { type KeyLineContent, KeyLineContext } from './key-line-context.ts';
import { KeyLine } from './KeyLine.tsx';
import { Rail } from './Rail.tsx';
import styles from './Shell.module.css';
import { TopBar } from './TopBar.tsx';
import { useBackKeys } from './use-back.ts';
import { TrailContext, useTrail } from './use-trail.ts';

const nothing: KeyLineContent = { keys: [], status: '' };

/** The frame around every task: places on the left, search and sync above, keys below. */
export function Shell() {
  const navigate = useNavigate();
  const { role } = useCounter();
  useClerkLanguage();
  const trail = useTrail();
  useAutoLock();
  const lock = useLockKey();
  const [content, setContent] = useState(nothing);
  const toPlaces = useMemo(
    () =>
      Object.fromEntries(
        places
          .filter(({ isFor }) => isFor(role))
          .map(({ to, keys }) => [keys.toLowerCase(), () => void navigate({ to })] as const),
      ),
    [navigate, role],
  );
  useHotkeys(toPlaces);
  useBackKeys();
  return (
    <KeyLineContext value={setContent}>
      <TrailContext value={trail}>
        <div className={styles['frame']}>
          <Rail />
          <TopBar onLock={lock} />
          <main className={styles['work']}>
            <Outlet />
          </main>
          <KeyLine {...content} />
        </div>
      </TrailContext>
    </KeyLineContext>
  );
}
