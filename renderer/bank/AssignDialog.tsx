import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LikelyInvoices } from '#shared/bank-files/likely-invoices.ts';
import type { OpenInvoice } from '#shared/bank-files/open-invoice.ts';
import { formatAmount, formatMoney, formatPlain } from '#shared/money/format-money.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { Button } from '../ui/Button.tsx';
import { Finder } from '../ui/Finder.tsx';
import { foldText } from '../ui/fold-text.ts';
import { Dialog } from '../ui/overlay/Dialog.tsx';
import styles from './bank.module.css';
import type { WaitingEntry } from './bank-queries.ts';
import { billsToMatch } from './gather-bank.ts';
import { assignEntry } from './settle-entry.ts';

export interface AssignDialogProps {
  readonly entry: WaitingEntry;
  readonly onClose: () => void;
  readonly onDone: (invoiceNumber: string) => void;
}

const most = 8;

/** Which bill a payment is for: the likeliest are there at once, the others are found by number, name or amount. */
export function AssignDialog({ entry, onClose, onDone }: AssignDialogProps) {
  const { t } = useTranslation();
  const counter = useCounter();
  const [bills, setBills] = useState<readonly OpenInvoice[]>([]);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let here = true;
    void billsToMatch(counter.rows).then((read) => here && setBills(read));
    return () => {
      here = false;
    };
  }, [counter]);
  const shown = useMemo(() => {
    const open = bills.filter((bill) => bill.open > 0 && bill.currency === entry.currency);
    const words = foldText(text).split(' ').filter(Boolean);
    if (words.length === 0) return likeliest(open, entry);
    return open
      .filter(({ number, customerName, open: amount }) => {
        const all = foldText(`${number} ${customerName} ${formatPlain(amount)}`);
        return words.every((word) => all.includes(word));
      })
      .slice(0, most);
  }, [bills, entry, text]);
  const assign = async (invoiceId: string): Promise<void> => {
    const assigned = await assignEntry(counter, entry.id, invoiceId);
    if (assigned.ok) onDone(bills.find(({ id }) => id === invoiceId)?.number ?? '');
    else setProblem(t(`bank.problem.${assigned.refusal.code}`));
  };
  const title = t('bank.assignTitle', {
    amount: formatMoney(entry.amount, entry.currency),
    payer: entry.debtor_name || t('bank.nobody'),
  });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <div className={styles['form']}>
        <p className={styles['why']}>{entry.reference || entry.text}</p>
        <Finder
          label={t('bank.findInvoice')}
          placeholder={t('bank.findInvoice')}
          text={text}
          onText={setText}
          autoFocus
          showsAlways
          onEscape={onClose}
          empty={t('bank.noInvoice')}
          found={shown.map(({ id, number, customerName, open }) => ({
            key: id,
            content: (
              <span className={styles['hit']}>
                <span>
                  <strong>{customerName}</strong> <span className="quiet small">{number}</span>
                </span>
                <span className="amount">{t('bank.openOf', { amount: formatAmount(open) })}</span>
              </span>
            ),
          }))}
          onChoose={(id) => void assign(id)}
        />
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
        <div className={styles['actions']}>
          <Button hotkey="Esc" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** By amount, name and number in the text, as when the file was read. */
function likeliest(open: readonly OpenInvoice[], entry: WaitingEntry): readonly OpenInvoice[] {
  const { amount, currency, text, debtor_name: payerName, booked_on: bookedOn } = entry;
  const found = new LikelyInvoices(open).of({
    amount,
    currency,
    text: `${text} ${entry.reference}`,
    payerName,
    ultimatePayerName: null,
    bookedOn,
  });
  return found.flatMap(({ invoiceId }) => open.find(({ id }) => id === invoiceId) ?? []);
}
