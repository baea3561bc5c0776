import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Instant, now } from '#shared/time/instant.ts';
import type { HoldReason } from '#sync/schema/rows.generated.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { type Entry, emptyEntry, isUnreadable } from '../ui/fields/entry.ts';
import { MomentField } from '../ui/fields/MomentField.tsx';
import { Dialog } from '../ui/overlay/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Fleet.module.css';
import type { HoldForm } from './vehicle-commands.ts';

const reasons: readonly HoldReason[] = ['service', 'tyres', 'inspection', 'repair', 'other'];

export interface HoldDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSave: (hold: HoldForm) => void;
}

/** Why a car is kept back from now on, and until when. */
export function HoldDialog(props: HoldDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('fleet.holdIt')} isOpen={props.isOpen} onClose={props.onClose}>
      <Question {...props} />
    </Dialog>
  );
}

function Question({ onClose, onSave }: HoldDialogProps) {
  const { t } = useTranslation();
  const [at] = useState(now);
  const [reason, setReason] = useState<HoldReason>('service');
  const [until, setUntil] = useState<Entry<Instant>>(emptyEntry);
  const [note, setNote] = useState('');
  return (
    <form
      className={styles['dialog']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isUnreadable(until)) onSave({ reason, until: until.value, note });
      }}
    >
      <Choice
        label={t('ui.reason')}
        value={reason}
        onChange={setReason}
        options={reasons.map((value) => ({ value, label: t(`fleet.hold.${value}`) }))}
      />
      <MomentField
        label={t('fleet.holdUntil')}
        entry={until}
        onChange={setUntil}
        now={at}
        hint={t('fleet.holdHint')}
      />
      <TextField label={t('customers.note')} value={note} onChange={setNote} maxLength={500} />
      <div className={styles['buttons']}>
        <Button kind="primary" type="submit" hotkey="↵">
          {t('fleet.holdIt')}
        </Button>
        <Button hotkey="Esc" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
