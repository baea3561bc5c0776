import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rappen } from '#shared/money/rappen.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Button } from '../ui/Button.tsx';
import { type Entry, emptyEntry } from '../ui/fields/entry.ts';
import { MoneyField } from '../ui/fields/MoneyField.tsx';
import { Dialog } from '../ui/overlay/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './cash.module.css';
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
  const [problem, setProblem] = useState('');
  const record = async (): Promise<void> => {
    if (amount.value === null) {
      setProblem(t('cash.problem.amount_missing'));
      return;
    }
    const moved = await moveCash(counter, { kind, amount: amount.value, reason });
    if (moved.ok) onClose();
    else setProblem(cashProblemText(t, moved.refusal, language));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void record();
  };
  return (
    <Dialog title={t(kind === 'paid_in' ? 'cash.payIn' : 'cash.payOut')} isOpen onClose={onClose}>
      {/* The keys of all that stands in the dialog come by here; it is none to press itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles['form']} onKeyDown={onKeyDown}>
        <MoneyField label={t('cash.amount')} entry={amount} onChange={setAmount} autoFocus />
        <TextField
          label={t('cash.why')}
          value={reason}
          onChange={setReason}
          hint={t(kind === 'paid_in' ? 'cash.whyHintIn' : 'cash.whyHintOut')}
          maxLength={160}
        />
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
        <div className={styles['actions']}>
          <Button hotkey="Esc" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button kind="primary" hotkey="Ctrl ↵" onPress={() => void record()}>
            {t('cash.record')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
