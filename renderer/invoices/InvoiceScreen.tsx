import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReminderDue, reminderDue } from '#shared/invoices/reminders.ts';
import { formatMoney } from '#shared/money/format-money.ts';
import { dayOf } from '#shared/time/instant.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHistory } from '../app/hooks/use-history.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useMinute } from '../app/hooks/use-minute.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { MailPapers } from '../app/mail/MailPapers.tsx';
import { showPaper } from '../app/papers/show-paper.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useReturn } from '../app/shell/use-trail.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Screen, Steps } from '../ui/Screen.tsx';
import { CreditDialog } from './CreditDialog.tsx';
import { refundable, sentReminders, toPay } from './gather-invoice.ts';
import { InvoiceAccountLines } from './InvoiceAccountLines.tsx';
import { InvoiceDetail } from './InvoiceDetail.tsx';
import { invoiceProblemText } from './invoice-refusal.ts';
import { MoneyDialog } from './MoneyDialog.tsx';
import { RemindDialog } from './RemindDialog.tsx';
import { remindInvoice, reminderTermsOf } from './remind-invoice.ts';
import { type ShownInvoice, useInvoice } from './use-invoice.ts';

/** One bill: what it says, where it stands, what happened to it, and what can be done about it. */
export function InvoiceScreen() {
  const { invoiceId } = useParams({ from: '/invoices/$invoiceId' });
  const { t } = useTranslation();
  const shown = useInvoice(invoiceId);
  // One of long ago, or of another branch, is fetched.
  useHistory(shown === null ? { of: 'bill', invoiceId } : null);
  const toList = useReturn('/invoices');
  useHotkeys({ Escape: toList });
  if (shown === undefined) return null;
  if (shown === null)
    return (
      <Screen title={t('invoices.title')}>
        <EmptyState title={t('invoices.missing')} />
      </Screen>
    );
  return <OneInvoice key={invoiceId} shown={shown} onList={toList} />;
}

type Doing = 'payment' | 'refund' | 'credit' | 'reminder';

function OneInvoice({ shown, onList }: { readonly shown: ShownInvoice; readonly onList: () => void }) {
  const { t } = useTranslation();
  const counter = useCounter();
  const language = useUiLanguage();
  const today = dayOf(useMinute());
  const [doing, setDoing] = useState<Doing | null>(null);
  const [problem, setProblem] = useState('');
  const [done, setDone] = useState('');
  const { invoice, account, reminders } = shown;
  const [company] =
    useRows('invoice/company', (rows) => rows.selectFrom('companies').select('reminder_fees')) ?? [];
  const [paper] =
    useRows(`invoice/${invoice.id}/paper`, (rows) =>
      rows
        .selectFrom('documents')
        .select('id')
        .where('invoice_id', '=', invoice.id)
        .where('kind', 'in', ['invoice', 'credit_note']),
    ) ?? [];
  const due: ReminderDue = company
    ? reminderDue(
        { dueOn: invoice.due_on, open: account.open, sent: sentReminders(reminders) },
        [reminderTermsOf(company.reminder_fees)],
        today,
      )
    : { kind: 'no_terms' };
  const isBill = invoice.kind === 'invoice';
  const may = {
    payment: isBill && counter.role !== 'viewer' && toPay(shown) > 0,
    refund: isBill && counter.role !== 'viewer' && refundable(shown) > 0,
    credit: isBill && counter.role !== 'viewer' && account.credited < invoice.total,
    reminder: isBill && counter.role !== 'viewer' && due.kind === 'remind',
  } as const;

  const begin = (what: Doing) => (): void => {
    if (!may[what]) return;
    setProblem('');
    setDone('');
    setDoing(what);
  };
  const end = (said: string): void => {
    setDoing(null);
    setDone(said);
  };
  const show = async (id: string): Promise<void> => {
    const isShown = await showPaper(counter.host, id);
    setProblem(isShown ? '' : t('contract.paperMissing'));
  };
  const remind = async (): Promise<void> => {
    setDoing(null);
    const reminded = await remindInvoice(counter, invoice.id);
    if (reminded.ok) setDone(t('invoices.done.reminder', { step: reminded.value.reminder.step }));
    else setProblem(invoiceProblemText(t, reminded.refusal, language));
  };
  const steps = [
    ['payment', 'P', 'pay'],
    ['refund', 'R', 'refund'],
    ['reminder', 'M', 'remind'],
    ['credit', 'K', 'credit'],
  ] as const;
  // A bill that is settled asks for nothing: to credit it is no next step.
  const first = steps.find(([what]) => what !== 'credit' && may[what])?.[0];
  useHotkeys(
    doing === null
      ? {
          p: begin('payment'),
          r: begin('refund'),
          m: begin('reminder'),
          k: begin('credit'),
          v: () => void (paper && show(paper.id)),
        }
      : {},
  );
  useKeyLine({
    keys: [
      ...steps.flatMap(([what, key, name]) => (may[what] ? [[key, t(`keys.${name}`)] as const] : [])),
      ...(paper ? ([['V', t('keys.show')]] as const) : []),
      ...(paper && counter.role !== 'viewer' ? ([['E', t('keys.mail')]] as const) : []),
      ['Esc', t('keys.back')],
    ],
    status: '',
  });
  return (
    <Screen
      title={t(isBill ? 'invoices.invoice' : 'invoices.creditNote', { number: invoice.number })}
      problem={problem}
      done={done}
      aside={
        <>
          <InvoiceAccountLines shown={shown} />
          <Steps>
            {steps.map(([what, key, name]) =>
              may[what] ? (
                <Button
                  key={what}
                  kind={what === first ? 'primary' : 'plain'}
                  hotkey={key}
                  onPress={begin(what)}
                >
                  {t(`invoices.${name}`)}
                </Button>
              ) : null,
            )}
            {paper ? (
              <Button hotkey="V" onPress={() => void show(paper.id)}>
                {t('invoices.show')}
              </Button>
            ) : null}
            <MailPapers
              customerId={invoice.customer_id}
              of={{ invoiceId: invoice.id }}
              isDisabled={doing !== null}
              onDone={end}
            />
            <Button hotkey="Esc" onPress={onList}>
              {t('invoices.back')}
            </Button>
          </Steps>
          {doing === 'payment' || doing === 'refund' ? (
            <MoneyDialog
              kind={doing}
              invoiceId={invoice.id}
              amount={doing === 'payment' ? toPay(shown) : refundable(shown)}
              onClose={() => setDoing(null)}
              onDone={(amount) => end(t(`invoices.done.${doing}`, { amount: formatMoney(amount) }))}
            />
          ) : null}
          {doing === 'credit' ? (
            <CreditDialog
              shown={shown}
              onClose={() => setDoing(null)}
              onDone={(number) => end(t('invoices.done.credit', { number }))}
            />
          ) : null}
          {doing === 'reminder' && due.kind === 'remind' ? (
            <RemindDialog due={due} onClose={() => setDoing(null)} onConfirm={() => void remind()} />
          ) : null}
        </>
      }
    >
      <InvoiceDetail shown={shown} onShow={(id) => void show(id)} />
    </Screen>
  );
}
