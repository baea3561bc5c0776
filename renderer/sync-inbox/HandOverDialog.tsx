import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { Select } from '../ui/fields/Select.tsx';
import { TextArea } from '../ui/fields/TextArea.tsx';
import { FormDialog } from '../ui/overlay/FormDialog.tsx';
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
  return (
    <FormDialog
      title={t('inbox.handOver')}
      onClose={onClose}
      onSubmit={hand}
      submitLabel={t('inbox.handOver')}
      problem={problem}
    >
      <Select
        label={t('inbox.handOverTo')}
        value={to}
        onChange={setTo}
        options={(people ?? []).map(({ id, display_name }) => ({ value: id, label: display_name }))}
      />
      <TextArea label={t('inbox.handOverNote')} value={note} onChange={setNote} maxLength={1000} />
    </FormDialog>
  );
}
