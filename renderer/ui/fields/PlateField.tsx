import type { Plate } from '#shared/fleet/plate.ts';
import { EntryField, type EntryProps } from './EntryField.tsx';
import styles from './PlateField.module.css';
import { plateReader } from './readers.ts';

/** A Swiss number plate, drawn as one: `zh123456` becomes `ZH 123 456`. */
export function PlateField(props: EntryProps<Plate>) {
  return (
    <EntryField
      {...props}
      reader={plateReader}
      placeholder="ZH 123 456"
      maxLength={16}
      look="plate"
      before={
        <svg className={styles['shield']} viewBox="0 0 10 12" aria-hidden="true">
          <path d="M0 0h10v7c0 3-2.5 4.3-5 5-2.5-.7-5-2-5-5Z" fill="#d8232a" />
          <path d="M4.2 2.6h1.6v2h2v1.6h-2v2H4.2v-2h-2V4.6h2Z" fill="#fff" />
        </svg>
      }
    />
  );
}
