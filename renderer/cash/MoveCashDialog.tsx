import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rappen } from '#shared/money/rappen.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { type Entry, emptyEntry } from '../ui/fields/entry.ts';
import { focusFirstInvalid } from '../ui/focus-first.ts';
import { MoneyField } from '../ui/fields/MoneyField.tsx';
import { FormDialog } from '../ui/overlay/FormDialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { cashProblemText } from './cash-problem-text.ts';
import { moveCash } from './move-cash.ts';

/** Money that goes into the drawer or out of it for a reason that no paper gives. Ctrl+Enter records it. */
export function MoveCashDialog({
  kind,
  onClose,
}: {
  readonly kind: 'paid_in' | 'paid_out';
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const counter = useCounter();
  const language = useUiLanguage();
  const [amount, setAmount] = useState<Entry<Rappen>>(emptyEntry);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [problem, setProblem] = useState('');
  const record = async (): Promise<void> => {
    setMissing(amount.value === null);
    if (amount.value === null) return focusFirstInvalid();
    const moved = await moveCash(counter, { kind, amount: amount.value, reason });
    if (moved.ok) onClose();
    else setProblem(cashProblemText(t, moved.refusal, language));
  };
  return (
    <FormDialog
      title={t(kind === 'paid_in' ? 'cash.payIn' : 'cash.payOut')}
      onClose={onClose}
      onSubmit={record}
      submitLabel={t('cash.record')}
      problem={problem}
    >
      <MoneyField
        label={t('cash.amount')}
        entry={amount}
        onChange={(entry) => {
          setMissing(false);
          setAmount(entry);
        }}
        error={isMissing ? t('cash.problem.amount_missing') : undefined}
        autoFocus
      />
      <TextField
        label={t('cash.why')}
        value={reason}
        onChange={setReason}
        hint={t(kind === 'paid_in' ? 'cash.whyHintIn' : 'cash.whyHintOut')}
        maxLength={160}
      />
    </FormDialog>
  );
}
