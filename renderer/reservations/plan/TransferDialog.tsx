import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import type { Instant } from '#shared/time/instant.ts';
import { useCounter } from '../../app/hooks/counter-context.ts';
import { useRows } from '../../app/hooks/use-rows.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { typedEntry } from '../../ui/fields/entry.ts';
import { MomentField } from '../../ui/fields/MomentField.tsx';
import { momentReader } from '../../ui/fields/readers.ts';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { VehicleRow } from '../../app/fleet/occupation-queries.ts';
import { type PlanRefusal, planRefusalTexts } from '../refusal-texts.ts';
import { planTransfer } from '../transfer-vehicle.ts';
import { useOccupationWords } from '../../app/fleet/use-occupation-words.ts';
import { readablePlate } from '../../ui/readable-plate.ts';
import styles from './Plan.module.css';

export interface TransferDialogProps {
  readonly vehicle: VehicleRow;
  /** The moment one looks at. */
  readonly at: Instant;
  readonly now: Instant;
  readonly onClose: () => void;
}

/** Plans to drive a vehicle to another branch. */
export function TransferDialog({ vehicle, at, now, onClose }: TransferDialogProps) {
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
    <Dialog title={t('plan.transferTitle', { plate: readablePlate(vehicle.plate) })} isOpen onClose={onClose}>
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
    event.stopPropagation();
    onSave();
  };
  return (
    // The keys of all that stands in the dialog come by here; it is none to press itself.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles['dialog']} onKeyDownCapture={onKeyDown}>
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
