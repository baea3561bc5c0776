import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CreditedLine, creditableLines } from '#shared/invoices/credit-note.ts';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { type Rappen, add, zero } from '#shared/money/rappen.ts';
import { paperLineOf } from '../app/billing/paper-line-of.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { type Entry, emptyEntry, isUnreadable, writtenEntry } from '../ui/fields/entry.ts';
import { focusFirstInvalid } from '../ui/focus-first.ts';
import { MoneyField } from '../ui/fields/MoneyField.tsx';
import { moneyReader } from '../ui/fields/readers.ts';
import { FormDialog } from '../ui/overlay/FormDialog.tsx';
import { creditInvoice, creditsOf } from './credit-invoice.ts';
import { invoiceProblemText } from './invoice-refusal.ts';
import styles from './invoices.module.css';
import type { ShownInvoice } from './use-invoice.ts';

export interface CreditDialogProps {
  readonly shown: ShownInvoice;
  readonly onClose: () => void;
  readonly onDone: (number: string) => void;
}

type Entries = Readonly<Record<number, Entry<Rappen>>>;

/** What is given back of each line of a bill: everything that is left is proposed. Ctrl+Enter issues the credit note. */
export function CreditDialog({ shown, onClose, onDone }: CreditDialogProps) {
  const { t } = useTranslation();
  const counter = useCounter();
  const language = useUiLanguage();
  const { invoice, lines, credits } = shown;
  const [left, setLeft] = useState<readonly CreditedLine[]>();
  const [entries, setEntries] = useState<Entries>({});
  const [isChecked, setChecked] = useState(false);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let here = true;
    const read = async (): Promise<void> => {
      const paper = lines.map(paperLineOf);
      const earlier = await creditsOf(
        counter.rows,
        paper,
        credits.map(({ id }) => id),
      );
      if (!here) return;
      const remaining = creditableLines(paper, earlier);
      setLeft(remaining);
      setEntries(
        Object.fromEntries(
          remaining.map(({ position, amount }) => [
            position,
            amount === 0 ? emptyEntry : writtenEntry(moneyReader(true), amount),
          ]),
        ),
      );
    };
    void read();
    return () => {
      here = false;
    };
  }, [counter, lines, credits]);

  // Of the others nothing is left to take back.
  const creditable = left?.filter(({ amount }) => amount !== 0) ?? [];
  const asked = Object.entries(entries).flatMap(([position, { value }]) =>
    value === null || value === 0 ? [] : [{ position: Number(position), amount: value }],
  );
  const issue = async (): Promise<void> => {
    if (left === undefined) return;
    if (Object.values(entries).some(isUnreadable)) {
      setChecked(true);
      return focusFirstInvalid();
    }
    const issued = await creditInvoice(counter, invoice.id, asked);
    if (issued.ok) onDone(issued.value.number);
    else setProblem(invoiceProblemText(t, issued.refusal, language));
  };
  return (
    <FormDialog
      title={t('invoices.creditTitle', { number: invoice.number })}
      onClose={onClose}
      onSubmit={issue}
      submitLabel={t('invoices.issueCredit')}
      problem={problem}
    >
      <p className="quiet small">{t('invoices.creditLead')}</p>
      <div className={styles['lines']}>
        {creditable.map(({ position, amount }, at) => (
          <div key={position} className={styles['line']}>
            <span>
              {lines[position]?.label}
              <small>{lines[position]?.explanation}</small>
            </span>
            <MoneyField
              label={t('invoices.creditableHint', { amount: formatAmount(amount) })}
              entry={entries[position] ?? emptyEntry}
              onChange={(entry) => {
                setChecked(false);
                setEntries({ ...entries, [position]: entry });
              }}
              error={
                isChecked && unreadable(entries[position]) ? t('invoices.problem.amount_missing') : undefined
              }
              currency={invoice.currency}
              mayBeNegative
              autoFocus={at === 0}
            />
          </div>
        ))}
      </div>
      <div className={styles['sum']}>
        <span>{t('invoices.creditTotal')}</span>
        <span className="amount">
          {formatMoney(add(zero, ...asked.map(({ amount }) => amount)), invoice.currency)}
        </span>
      </div>
    </FormDialog>
  );
}

function unreadable(entry: Entry<Rappen> | undefined): boolean {
  return entry !== undefined && isUnreadable(entry);
}
