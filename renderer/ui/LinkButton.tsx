import styles from './LinkButton.module.css';

/** A name that leads to what it names. */
export function LinkButton({
  children,
  onPress,
}: {
  readonly children: string;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className={styles['link']} onClick={onPress}>
      {children}
    </button>
  );
}
