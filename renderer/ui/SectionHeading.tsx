import type { ReactNode } from 'react';
import { formatWhole } from '#shared/validation/parse-typed-whole.ts';
import styles from './SectionHeading.module.css';

export interface SectionHeadingProps {
  readonly children: string;
  readonly count?: number;
  /** What can be done here, on the right. */
  readonly actions?: ReactNode;
}

/** Opens a part of a screen: `Hinaus 6`. */
export function SectionHeading({ children, count, actions }: SectionHeadingProps) {
  return (
    <div className={styles['heading']}>
      <h2>
        {children}{' '}
        {count === undefined ? null : <span className={styles['count']}>{formatWhole(count)}</span>}
      </h2>
      {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
