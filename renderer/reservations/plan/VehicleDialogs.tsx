import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { HoldReason } from '#sync/schema/rows.generated.ts';
import { useCounter } from '../../app/hooks/counter-context.ts';
import { useRows } from '../../app/hooks/use-rows.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { isUnreadable, typedEntry } from '../../ui/fields/entry.ts';
import { MomentField } from '../../ui/fields/MomentField.tsx';
import { momentReader } from '../../ui/fields/readers.ts';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { VehicleRow } from '../../app/fleet/occupation-queries.ts';
import { holdReasons, putHold } from '../hold-vehicle.ts';
import { type PlanRefusal, planRefusalTexts } from '../refusal-texts.ts';
import { planTransfer } from '../transfer-vehicle.ts';
import { useOccupationWords } from '../../app/fleet/use-occupation-words.ts';
import styles from './Plan.module.css';

export interface VehicleDialogProps {
  readonly vehicle: VehicleRow;
  /** The moment one looks at. */
  readonly at: Instant;
  readonly now: Instant;
  readonly onClose: () => void;
}

/** Keeps a vehicle from being rented: why, from when, until when. */
export function HoldDialog({ vehicle, at, now, onClose }: VehicleDialogProps) {
  const { t } = useTranslation();
  const counter = useCounter();
  const words = useOccupationWords();
  const [reason, setReason] = useState<HoldReason>('service');
  const [from, setFrom] = useState(formatInstant(at));
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const [refusal, setRefusal] = useState<PlanRefusal | null>(null);
  const start = typedEntry(momentReader(now), from);
  const end = typedEntry(momentReader(now, start.value ?? now), to);
  const save = async (): Promise<void> => {
    if (start.value === null || isUnreadable(end)) return;
    const hold = { vehicleId: vehicle.id, reason, startsAt: start.value, endsAt: end.value, note };
    const done = await putHold(counter, hold, words);
    if (done.ok) onClose();
    else setRefusal(done.refusal);
  };
  return (
    <Dialog title={t('plan.holdTitle', { plate: vehicle.plate })} isOpen onClose={onClose}>
      <DialogForm refusal={refusal} label={t('plan.hold')} onSave={() => void save()} onClose={onClose}>
        <Choice
          label={t('plan.holdReason')}
          value={reason}
          onChange={setReason}
          options={holdReasons.map((value) => ({ value, label: t(`plan.holds.${value}`) }))}
        />
        <MomentField
          label={t('plan.holdFrom')}
          entry={start}
          onChange={({ text }) => setFrom(text)}
          now={now}
          autoFocus
        />
        <MomentField
          label={t('plan.holdTo')}
          entry={end}
          onChange={({ text }) => setTo(text)}
          now={now}
          from={start.value ?? now}
          hint={t('plan.holdToHint')}
        />
        <TextField label={t('plan.noteLabel')} value={note} onChange={setNote} maxLength={120} />
      </DialogForm>
    </Dialog>
  );
}

/** Plans to drive a vehicle to another branch. */
export function TransferDialog({ vehicle, at, now, onClose }: VehicleDialogProps) {
  const { t } = useTranslation();
  const counter = useCounter();
  const words = useOccupationWords();
  const branches = useRows('plan/branches', (rows) =>
    rows.selectFrom('branches').select(['id', 'name']).orderBy('name'),
  );
  const others = (branches ?? []).filter(({ id }) => id !== vehicle.branch_id);
  const [chosen, setChosen] = useState('');
  const [leaves, setLeaves] = useState(formatInstant(at));
  const [note, setNote] = useState('');
  const [refusal, setRefusal] = useState<PlanRefusal | null>(null);
  const leavesAt = typedEntry(momentReader(now), leaves);
  const toBranchId = chosen || others[0]?.id;
  const save = async (): Promise<void> => {
    if (leavesAt.value === null || toBranchId === undefined) return;
    const transfer = { vehicleId: vehicle.id, toBranchId, leavesAt: leavesAt.value, note };
    const done = await planTransfer(counter, transfer, words);
    if (done.ok) onClose();
    else setRefusal(done.refusal);
  };
  return (
    <Dialog title={t('plan.transferTitle', { plate: vehicle.plate })} isOpen onClose={onClose}>
      <DialogForm refusal={refusal} label={t('plan.transfer')} onSave={() => void save()} onClose={onClose}>
        <Choice
          label={t('plan.transferWhere')}
          value={toBranchId ?? ''}
          onChange={setChosen}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <MomentField
          label={t('plan.transferWhen')}
          entry={leavesAt}
          onChange={({ text }) => setLeaves(text)}
          now={now}
          autoFocus
        />
        <TextField label={t('plan.noteLabel')} value={note} onChange={setNote} maxLength={120} />
      </DialogForm>
    </Dialog>
  );
}

interface DialogFormProps {
  readonly refusal: PlanRefusal | null;
  readonly label: string;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What both have: the refusal above, the two ways out below. Ctrl+Enter saves. */
function DialogForm({ refusal, label, onSave, onClose, children }: DialogFormProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSave();
  };
  return (
    // The keys of all that stands in the dialog come by here; it is none to press itself.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles['dialog']} onKeyDown={onKeyDown}>
      {refusal ? (
        <p className={styles['refused']} role="alert">
          {sayRefusal(planRefusalTexts, refusal, language)}
        </p>
      ) : null}
      {children}
      <div className={styles['panelActions']}>
        <Button hotkey="Esc" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button kind="primary" hotkey="Ctrl ↵" onPress={onSave}>
          {label}
        </Button>
      </div>
    </div>
  );
}
