import type { ReactNode } from 'react';
import styles from './Screen.module.css';

export interface ScreenProps {
  readonly title: string;
  /** Beside the title, small: what the screen is of. */
  readonly subtitle?: ReactNode;
  /** On the right of the title: what can be done beside the work. */
  readonly actions?: ReactNode;
  /** What went wrong, in a sentence; read out when it comes. */
  readonly problem?: string;
  /** What was done, in a sentence. */
  readonly done?: string;
  /** Above what fills the screen: filters, figures. */
  readonly above?: ReactNode;
  /** Fills what is left of the height: a table scrolls in it by itself. */
  readonly children: ReactNode;
  /** On the right: sums, and the next step. */
  readonly aside?: ReactNode;
}

/** A screen of work: its head, what fills it, and on the right what it comes to and what can be done. */
export function Screen(props: ScreenProps) {
  const { title, subtitle, actions, problem = '', done = '', above, children, aside } = props;
  return (
    <div className={styles['screen']} data-aside={aside !== undefined}>
      <section className={styles['main']}>
        <header className={styles['head']}>
          <h1>{title}</h1>
          {subtitle === undefined ? null : <p className="quiet small">{subtitle}</p>}
          {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
        </header>
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
        <p className={styles['done']} role="log">
          {done}
        </p>
        {above}
        <div className={styles['fill']}>{children}</div>
      </section>
      {aside === undefined ? null : <aside className={styles['aside']}>{aside}</aside>}
    </div>
  );
}

/** The steps that can be taken, below each other. */
export function Steps({ children }: { readonly children: ReactNode }) {
  return <div className={styles['steps']}>{children}</div>;
}
