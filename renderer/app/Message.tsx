import styles from './sign-in/SignIn.module.css';

/** A whole window with one sentence: while nothing can be done yet, or no more. */
export function Message({ title, text = '' }: { readonly title: string; readonly text?: string }) {
  return (
    <main className={styles['page']}>
      <div className={styles['panel']} role="status">
        <span className={styles['logo']} aria-hidden="true">
          S
        </span>
        <h1>{title}</h1>
        <p className="quiet">{text}</p>
      </div>
    </main>
  );
}
