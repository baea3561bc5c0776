import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holdRefusalTexts } from '#shared/fleet/hold-refusal-texts.ts';
import type { HoldRefusal } from '#shared/fleet/lay-hold.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { type Instant, now } from '#shared/time/instant.ts';
import type { HoldReason } from '#sync/schema/rows.generated.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { type Entry, emptyEntry, isUnreadable, writtenEntry } from '../../ui/fields/entry.ts';
import { MomentField } from '../../ui/fields/MomentField.tsx';
import { momentReader } from '../../ui/fields/readers.ts';
import { ConfirmDialog } from '../../ui/overlay/ConfirmDialog.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { readablePlate } from '../../ui/readable-plate.ts';
import { useCounter } from '../hooks/counter-context.ts';
import styles from './HoldDialog.module.css';
import { putHold } from './put-hold.ts';

const reasons: readonly HoldReason[] = ['service', 'tyres', 'inspection', 'repair', 'other'];

export interface HoldDialogProps {
  readonly vehicle: { readonly id: string; readonly plate: string };
  /** From when, unless somebody says otherwise. */
  readonly at: Instant;
  readonly onClose: () => void;
}

/** Keeps a vehicle from being rented: why, from when, until when. Shows the reservations that lose it before it is done. */
export function HoldDialog({ vehicle, at, onClose }: HoldDialogProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const counter = useCounter();
  const [time] = useState(now);
  const [reason, setReason] = useState<HoldReason>('service');
  const [from, setFrom] = useState<Entry<Instant>>(() => writtenEntry(momentReader(time), at));
  const [to, setTo] = useState<Entry<Instant>>(emptyEntry);
  const [note, setNote] = useState('');
  const [refusal, setRefusal] = useState<HoldRefusal | null>(null);
  const save = async (agreed: readonly string[]): Promise<void> => {
    if (from.value === null || isUnreadable(to)) return;
    const hold = { vehicleId: vehicle.id, reason, startsAt: from.value, endsAt: to.value, note };
    const done = await putHold(counter, hold, agreed);
    if (done.ok) onClose();
    else setRefusal(done.refusal);
  };
  if (refusal?.code === 'hold_hits_plans') {
    const { plans } = refusal;
    return (
      <ConfirmDialog
        title={t('hold.hitsTitle', { plate: readablePlate(vehicle.plate) })}
        confirmLabel={t('hold.release')}
        isOpen
        onClose={() => setRefusal(null)}
        onConfirm={() => void save(plans.map(({ id }) => id))}
      >
        {sayRefusal(holdRefusalTexts, refusal, language)}
        <ul className={styles['plans']}>
          {plans.map(({ id, status, number, customer, startsAt, endsAt }) => (
            <li key={id}>
              <span>
                {[customer, number].filter(Boolean).join(', ')}
                {status === 'quote' ? ` (${t('status.quote')})` : null}
              </span>
              <span className={styles['when']}>
                {formatInstant(startsAt)} – {formatInstant(endsAt)}
              </span>
            </li>
          ))}
        </ul>
      </ConfirmDialog>
    );
  }
  return (
    <Dialog title={t('hold.title', { plate: readablePlate(vehicle.plate) })} isOpen onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save([]);
        }}
      >
        {refusal ? (
          <p className={styles['refused']} role="alert">
            {sayRefusal(holdRefusalTexts, refusal, language)}
          </p>
        ) : null}
        <Choice
          label={t('ui.reason')}
          value={reason}
          onChange={setReason}
          options={reasons.map((value) => ({ value, label: t(`hold.reasons.${value}`) }))}
        />
        <MomentField label={t('hold.from')} entry={from} onChange={setFrom} now={time} autoFocus />
        <MomentField
          label={t('hold.to')}
          entry={to}
          onChange={setTo}
          now={time}
          from={from.value ?? time}
          hint={t('hold.toHint')}
        />
        <TextField label={t('hold.note')} value={note} onChange={setNote} maxLength={500} />
        <div className={styles['actions']}>
          <Button hotkey="Esc" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button kind="primary" type="submit" hotkey="↵">
            {t('hold.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
