import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plate } from '#shared/fleet/plate.ts';
import { type Instant, now } from '#shared/time/instant.ts';
import { Button } from '../ui/Button.tsx';
import { type Entry, emptyEntry, writtenEntry } from '../ui/fields/entry.ts';
import { MomentField } from '../ui/fields/MomentField.tsx';
import { PlateField } from '../ui/fields/PlateField.tsx';
import { momentReader } from '../ui/fields/readers.ts';
import { Dialog } from '../ui/overlay/Dialog.tsx';
import styles from './Fleet.module.css';

export interface PlateDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSave: (plate: Plate, from: Instant) => void;
}

/** Another plate, and the moment from which the car bears it. */
export function PlateDialog(props: PlateDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('fleet.newPlate')} isOpen={props.isOpen} onClose={props.onClose}>
      <Question {...props} />
    </Dialog>
  );
}

function Question({ onClose, onSave }: PlateDialogProps) {
  const { t } = useTranslation();
  const [at] = useState(now);
  const [plate, setPlate] = useState<Entry<Plate>>(emptyEntry);
  const [from, setFrom] = useState<Entry<Instant>>(() => writtenEntry(momentReader(at), at));
  const [tried, setTried] = useState(false);
  const save = (): void => {
    setTried(true);
    if (plate.value !== null && from.value !== null) onSave(plate.value, from.value);
  };
  return (
    <form
      className={styles['dialog']}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <PlateField
        label={t('fleet.plate')}
        entry={plate}
        onChange={setPlate}
        error={tried && plate.text === '' ? t('field.required') : undefined}
        autoFocus
      />
      <MomentField
        label={t('fleet.since')}
        entry={from}
        onChange={setFrom}
        now={at}
        error={tried && from.text === '' ? t('field.required') : undefined}
        hint={t('fleet.plateHint')}
      />
      <div className={styles['dialogActions']}>
        <Button hotkey="Esc" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button kind="primary" type="submit" hotkey="↵">
          {t('customers.save')}
        </Button>
      </div>
    </form>
  );
}
