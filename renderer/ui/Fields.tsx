import type { ReactNode } from 'react';
import styles from './Fields.module.css';

/** Fields that belong together, on a grid of twelve. */
export function Fields({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <section className={styles['group']}>
      {title === undefined ? null : <h2 className={styles['title']}>{title}</h2>}
      {children}
    </section>
  );
}

export interface CellProps {
  /** Of twelve columns. */
  readonly width: 2 | 3 | 4 | 5 | 6 | 7 | 8 | 12;
  readonly children: ReactNode;
}

export function Cell({ width, children }: CellProps) {
  return <div className={styles[`w${width}`]}>{children}</div>;
}
