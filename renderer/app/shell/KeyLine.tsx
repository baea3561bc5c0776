import { Key } from '../../ui/Key.tsx';
import type { KeyLineContent } from './key-line-context.ts';
import styles from './Shell.module.css';

export function KeyLine({ keys, status }: KeyLineContent) {
  return (
    <footer className={styles['keyLine']}>
      {keys.map(([key, does]) => (
        <span key={key + does} className={styles['hint']}>
          {key.split(' ').map((part) => (
            <Key key={part}>{part}</Key>
          ))}
          {does}
        </span>
      ))}
      <span className={styles['status']}>{status}</span>
    </footer>
  );
}
