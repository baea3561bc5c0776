import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/fields/Select.tsx';
import { TextArea } from '../ui/fields/TextArea.tsx';
import { Dialog } from '../ui/overlay/Dialog.tsx';
import styles from './Inbox.module.css';
import { handOver } from './settle.ts';

interface HandOverDialogProps {
  readonly refusalId: string;
  /** Of the counter where it was refused: who works there may settle it. */
  readonly branchId: string | null;
  readonly onClose: () => void;
}

/** To whom, and what they should know. Ctrl+Enter hands it over. */
export function HandOverDialog({ refusalId, branchId, onClose }: HandOverDialogProps) {
  const { t } = useTranslation();
  const counter = useCounter();
  const { clerkId } = counter.place;
  const people = useRows(`inbox/people/${branchId}/${clerkId}`, (rows) =>
    rows
      .selectFrom('users')
      .select(['id', 'display_name'])
      .where('is_active', '=', 1)
      .where('role', '!=', 'viewer')
      .where('id', '!=', clerkId)
      .where((where) => where.or([where('branch_id', 'is', null), where('branch_id', '=', branchId)]))
      .orderBy('display_name'),
  );
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  const hand = async (): Promise<void> => {
    if (to === null || note.trim() === '') {
      setProblem(t('inbox.handOverMissing'));
      return;
    }
    await handOver(counter, refusalId, { to, note: note.trim() });
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void hand();
  };
  return (
    <Dialog title={t('inbox.handOver')} isOpen onClose={onClose}>
      {/* The keys of all that stands in the dialog come by here; it is none to press itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles['form']} onKeyDown={onKeyDown}>
        <Select
          label={t('inbox.handOverTo')}
          value={to}
          onChange={setTo}
          options={(people ?? []).map(({ id, display_name }) => ({ value: id, label: display_name }))}
        />
        <TextArea label={t('inbox.handOverNote')} value={note} onChange={setNote} maxLength={1000} />
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
        <div className={styles['actions']}>
          <Button hotkey="Esc" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button kind="primary" hotkey="Ctrl ↵" onPress={() => void hand()}>
            {t('inbox.handOver')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
