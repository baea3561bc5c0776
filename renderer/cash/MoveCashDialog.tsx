import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CashRefusal } from '#shared/cash/cash-refusal.ts';
import { cashRefusalTexts } from '#shared/cash/refusal-texts.ts';
import type { Rappen } from '#shared/money/rappen.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { type Entry, emptyEntry, saidFault } from '../ui/fields/entry.ts';
import { MoneyField } from '../ui/fields/MoneyField.tsx';
import { moneyReader } from '../ui/fields/readers.ts';
import { FormDialog } from '../ui/overlay/FormDialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useFaults } from '../ui/use-faults.ts';
import { cashProblemText } from './cash-problem-text.ts';
import { moveCash } from './move-cash.ts';

const reader = moneyReader(false);

/** These say that the amount cannot be. */
const ofAmount: readonly string[] = [
  'cash_not_positive',
  'cash_not_coinable',
  'drawer_too_empty',
] satisfies readonly CashRefusal['code'][];

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
  const { faults, point, forget } = useFaults<'amount' | 'reason'>();
  const [problem, setProblem] = useState('');
  const record = async (): Promise<void> => {
    setProblem('');
    const wrong = {
      amount: saidFault(reader, amount, t('cash.problem.amount_missing'), language),
      reason:
        reason.trim() === ''
          ? sayRefusal<CashRefusal>(cashRefusalTexts, { code: 'reason_missing', kind }, language)
          : undefined,
    };
    if (point(wrong) || amount.value === null) return;
    const moved = await moveCash(counter, { kind, amount: amount.value, reason });
    if (moved.ok) return onClose();
    const says = cashProblemText(t, moved.refusal, language);
    if (ofAmount.includes(moved.refusal.code)) point({ amount: says });
    else setProblem(says);
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
          forget('amount');
          setAmount(entry);
        }}
        error={faults.amount}
        autoFocus
      />
      <TextField
        label={t('cash.why')}
        value={reason}
        onChange={(text) => {
          forget('reason');
          setReason(text);
        }}
        error={faults.reason}
        hint={t(kind === 'paid_in' ? 'cash.whyHintIn' : 'cash.whyHintOut')}
        maxLength={160}
      />
    </FormDialog>
  );
}
