import styles from './Key.module.css';

/** A key to press, drawn as one. */
export function Key({ children }: { readonly children: string }) {
  return <kbd className={styles['key']}>{children}</kbd>;
}
