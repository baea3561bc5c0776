import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '#shared/money/format-money.ts';
import { rappen } from '#shared/money/rappen.ts';
import { dayOf, now } from '#shared/time/instant.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useUnsaved } from '../app/hooks/use-unsaved.tsx';
import { useCustomerFinding } from '../app/search/use-search.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useReturn } from '../app/shell/use-trail.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { BillLines } from '../ui/BillLines.tsx';
import { Button } from '../ui/Button.tsx';
import { Finder } from '../ui/Finder.tsx';
import { Screen, Steps } from '../ui/Screen.tsx';
import { useFaults } from '../ui/use-faults.ts';
import { useTask } from '../ui/use-task.ts';
import {
  type ItemEntry,
  type WrongItem,
  emptyItem,
  isTouchedItem,
  itemSum,
  readItems,
} from './free-items.ts';
import { FreeItemFields } from './FreeItemFields.tsx';
import { invoiceProblemText } from './invoice-refusal.ts';
import styles from './invoices.module.css';
import { writeFreeInvoice } from './write-free-invoice.ts';

/** Bills a customer for something without a contract: line by line, VAT within. */
export function FreeInvoice() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const counter = useCounter();
  const language = useUiLanguage();
  const today = dayOf(now());
  const [text, setText] = useState('');
  const [customer, setCustomer] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [items, setItems] = useState<readonly ItemEntry[]>(() => [emptyItem(today)]);
  const [wrong, setWrong] = useState<WrongItem | null>(null);
  const [problem, setProblem] = useState('');
  const { faults, point, forget } = useFaults<'customer'>();
  const { isBusy, run } = useTask(setProblem);
  const { found, meant } = useCustomerFinding(text);
  const toList = useReturn('/invoices');
  const isTouched = items.length > 1 || items.some((item) => isTouchedItem(item, today));
  const { leave, isAsking, question } = useUnsaved(isTouched, toList);
  const addLine = (): void => setItems([...items, emptyItem(today)]);

  const choose = async (id: string): Promise<void> => {
    const hit = await meant(id);
    if (hit) setCustomer({ id: hit.id, name: hit.title });
  };
  const issue = async (): Promise<void> => {
    setProblem('');
    if (point({ customer: customer === null ? t('invoices.problem.customer_missing') : undefined })) return;
    if (customer === null) return;
    const read = readItems(t, items, language);
    setWrong(read.ok ? null : read.refusal);
    if (!read.ok) return;
    const issued = await writeFreeInvoice(counter, {
      customerId: customer.id,
      items: read.value,
      discount: null,
    });
    if (issued.ok)
      await navigate({ to: '/invoices/$invoiceId', params: { invoiceId: issued.value.invoiceId } });
    else setProblem(invoiceProblemText(t, issued.refusal, language));
  };
  useHotkeys(isAsking ? {} : { 'Ctrl+Enter': () => void run(issue), 'Ctrl+m': addLine, Escape: leave });
  useKeyLine({
    keys: [
      ['Ctrl ↵', t('keys.issue')],
      ['Ctrl M', t('keys.addLine')],
      ['Esc', t('keys.back')],
    ],
    status: '',
  });
  return (
    <Screen
      title={t('invoices.free.title')}
      subtitle={customer?.name}
      problem={problem}
      aside={
        <>
          <BillLines
            lines={[
              {
                key: 'total',
                title: t('invoices.total'),
                amount: formatMoney(rappen(items.reduce((sum, item) => sum + itemSum(item), 0))),
                isTotal: true,
              },
            ]}
          />
          <Steps>
            <Button kind="primary" hotkey="Ctrl ↵" onPress={() => void run(issue)} isDisabled={isBusy}>
              {t('invoices.free.issue')}
            </Button>
            <Button hotkey="Ctrl M" onPress={addLine}>
              {t('invoices.free.add')}
            </Button>
            {customer ? <Button onPress={() => setCustomer(null)}>{t('invoices.free.change')}</Button> : null}
            <Button hotkey="Esc" onPress={leave}>
              {t('invoices.back')}
            </Button>
          </Steps>
          {question}
        </>
      }
    >
      {customer === null ? (
        <Finder
          label={t('invoices.free.customer')}
          text={text}
          onText={(typed) => {
            forget();
            setText(typed);
          }}
          error={faults.customer}
          autoFocus
          empty={t('search.nothing')}
          found={found.map((hit) => ({
            key: hit.id,
            content: (
              <>
                <strong>{hit.title}</strong>
                <span className="quiet small">{hit.detail}</span>
              </>
            ),
          }))}
          onChoose={(id) => void choose(id)}
        />
      ) : (
        <div className={styles['lines']}>
          {items.map((item, at) => (
            <FreeItemFields
              key={item.key}
              item={item}
              line={at + 1}
              today={today}
              mayRemove={items.length > 1}
              wrong={wrong?.key === item.key ? wrong : null}
              onChange={(changed) => {
                setWrong(null);
                setItems(items.map((one) => (one.key === item.key ? changed : one)));
              }}
              onRemove={() => setItems(items.filter((one) => one.key !== item.key))}
            />
          ))}
        </div>
      )}
    </Screen>
  );
}
