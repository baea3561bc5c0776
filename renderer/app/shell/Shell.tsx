import { Outlet, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useHotkeys } from '../hooks/use-hotkeys.ts';
import { useClerkLanguage } from '../language/use-language.ts';
import { type KeyLineContent, KeyLineContext } from './key-line-context.ts';
import { KeyLine } from './KeyLine.tsx';
import { Rail } from './Rail.tsx';
import styles from './Shell.module.css';
import { TopBar } from './TopBar.tsx';

const nothing: KeyLineContent = { keys: [], status: '' };

/** The frame around every task: places on the left, search and sync above, keys below. */
export function Shell() {
  const navigate = useNavigate();
  useClerkLanguage();
  const [content, setContent] = useState(nothing);
  useHotkeys({
    'g h': () => void navigate({ to: '/' }),
    'g k': () => void navigate({ to: '/customers' }),
    'g f': () => void navigate({ to: '/fleet' }),
    'g b': () => void navigate({ to: '/reports' }),
    'g p': () => void navigate({ to: '/plan' }),
    'g r': () => void navigate({ to: '/invoices' }),
    'g n': () => void navigate({ to: '/bank' }),
    'g u': () => void navigate({ to: '/fines' }),
    'g c': () => void navigate({ to: '/cash' }),
    'g e': () => void navigate({ to: '/inbox' }),
    'g s': () => void navigate({ to: '/settings' }),
  });
  return (
    <KeyLineContext value={setContent}>
      <div className={styles['frame']}>
        <Rail />
        <TopBar />
        <main className={styles['work']}>
          <Outlet />
        </main>
        <KeyLine {...content} />
      </div>
    </KeyLineContext>
  );
}
