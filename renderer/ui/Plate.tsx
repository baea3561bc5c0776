import styles from './Plate.module.css';
import { readablePlate } from './readable-plate.ts';

/** A Swiss number plate: shield, canton, number. Foreign and empty plates stand without the shield. */
export function Plate({ plate, large = false }: { readonly plate: string; readonly large?: boolean }) {
  const text = readablePlate(plate);
  return (
    <span className={large ? styles['large'] : styles['plate']}>
      {text !== plate ? (
        <svg className={styles['shield']} viewBox="0 0 10 12" aria-hidden="true">
          <path d="M0 0h10v7c0 3-2.5 4.3-5 5-2.5-.7-5-2-5-5Z" fill="#d8232a" />
          <path d="M4.2 2.6h1.6v2h2v1.6h-2v2H4.2v-2h-2V4.600h2Z" fill="#fff" />
        </svg>
      ) : null}
      {text}
    </span>
  );
}
