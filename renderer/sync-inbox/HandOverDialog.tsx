import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { Select } from '../ui/fields/Select.tsx';
import { TextArea } from '../ui/fields/TextArea.tsx';
import { FormDialog } from '../ui/overlay/FormDialog.tsx';
import { useFaults } from '../ui/use-faults.ts';
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
  const { faults, point, forget } = useFaults<'to' | 'note'>();
  const hand = async (): Promise<void> => {
    const wrong = {
      to: to === null ? t('inbox.handOverToMissing') : undefined,
      note: note.trim() === '' ? t('inbox.handOverNoteMissing') : undefined,
    };
    if (point(wrong) || to === null) return;
    await handOver(counter, refusalId, { to, note: note.trim() });
    onClose();
  };
  return (
    <FormDialog
      title={t('inbox.handOver')}
      onClose={onClose}
      onSubmit={hand}
      submitLabel={t('inbox.handOver')}
    >
      <Select
        label={t('inbox.handOverTo')}
        value={to}
        onChange={(person) => {
          forget('to');
          setTo(person);
        }}
        error={faults.to}
        options={(people ?? []).map(({ id, display_name }) => ({ value: id, label: display_name }))}
      />
      <TextArea
        label={t('inbox.handOverNote')}
        value={note}
        onChange={(text) => {
          forget('note');
          setNote(text);
        }}
        error={faults.note}
        maxLength={1000}
      />
    </FormDialog>
  );
}
