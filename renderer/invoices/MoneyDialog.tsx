import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '#shared/money/format-money.ts';
import type { Rappen } from '#shared/money/rappen.ts';
import { roundForCash } from '#shared/money/rounding.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Choice } from '../ui/Choice.tsx';
import { type Entry, writtenEntry } from '../ui/fields/entry.ts';
import { focusFirstInvalid } from '../ui/focus-first.ts';
import { MoneyField } from '../ui/fields/MoneyField.tsx';
import { moneyReader } from '../ui/fields/readers.ts';
import { FormDialog } from '../ui/overlay/FormDialog.tsx';
import { invoiceProblemText } from './invoice-refusal.ts';
import { type CounterMethod, refundInvoice, takeInvoicePayment } from './pay-invoice.ts';

export interface MoneyDialogProps {
  readonly kind: 'payment' | 'refund';
  readonly invoiceId: string;
  /** What is proposed: what is to be paid, or may be given back. */
  readonly amount: Rappen;
  readonly onClose: () => void;
  readonly onDone: (amount: Rappen) => void;
}

const methods: readonly CounterMethod[] = ['card', 'cash', 'twint', 'bank'];

/** Money for a bill, or back: how much, and how. Ctrl+Enter records it. */
export function MoneyDialog({ kind, invoiceId, amount: proposed, onClose, onDone }: MoneyDialogProps) {
  const { t } = useTranslation();
  const counter = useCounter();
  const language = useUiLanguage();
  const [amount, setAmount] = useState<Entry<Rappen>>(() => writtenEntry(moneyReader(false), proposed));
  const [method, setMethod] = useState<CounterMethod>('card');
  const [isMissing, setMissing] = useState(false);
  const [problem, setProblem] = useState('');
  const record = async (): Promise<void> => {
    setMissing(amount.value === null);
    if (amount.value === null) return focusFirstInvalid();
    const money = { invoiceId, method, amount: amount.value };
    const done = await (kind === 'payment' ? takeInvoicePayment : refundInvoice)(counter, money);
    if (done.ok) onDone(amount.value);
    else setProblem(invoiceProblemText(t, done.refusal, language));
  };
  const isPayment = kind === 'payment';
  const coins = amount.value === null || method !== 'cash' ? null : roundForCash(amount.value);
  return (
    <FormDialog
      title={t(isPayment ? 'invoices.pay' : 'invoices.refund')}
      onClose={onClose}
      onSubmit={record}
      submitLabel={t(isPayment ? 'invoices.take' : 'invoices.giveBack')}
      problem={problem}
    >
      <MoneyField
        label={t('invoices.amount')}
        entry={amount}
        onChange={(entry) => {
          setMissing(false);
          setAmount(entry);
        }}
        error={isMissing ? t('invoices.problem.amount_missing') : undefined}
        hint={t(isPayment ? 'invoices.amountHint' : 'invoices.refundHint', {
          amount: formatMoney(proposed),
        })}
        autoFocus
      />
      <Choice
        label={t('invoices.method')}
        value={method}
        onChange={setMethod}
        options={methods.map((value) => ({ value, label: t(`invoices.methods.${value}`) }))}
        hint={coins === null ? undefined : t('invoices.coins', { amount: formatMoney(coins) })}
      />
    </FormDialog>
  );
}
