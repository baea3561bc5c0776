import styles from './Key.module.css';

/** A key to press, drawn as one; the minus as wide as the plus. */
export function Key({ children }: { readonly children: string }) {
  return <kbd className={styles['key']}>{children === '-' ? '−' : children}</kbd>;
}
