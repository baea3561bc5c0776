import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rappen } from '#shared/money/rappen.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { typedEntry } from '../ui/fields/entry.ts';
import { MoneyField } from '../ui/fields/MoneyField.tsx';
import { moneyReader } from '../ui/fields/readers.ts';
import { ConfirmDialog } from '../ui/overlay/ConfirmDialog.tsx';
import { FormDialog } from '../ui/overlay/FormDialog.tsx';
import { ToastRegion } from '../ui/overlay/ToastRegion.tsx';
import { Toasts } from '../ui/overlay/toasts.ts';
import styles from './Gallery.module.css';
import { PaletteExamples } from './PaletteExamples.tsx';

/** What lies over the window, and the palette. */
export function OverlaySection() {
  const { t } = useTranslation();
  const [toasts] = useState(() => new Toasts());
  const [open, setOpen] = useState<'confirm' | 'unsaved' | 'form' | null>(null);
  const [done, setDone] = useState('');
  const close = (): void => setOpen(null);
  return (
    <>
      <div className={styles['row']}>
        <Button onPress={() => setOpen('confirm')}>{t('invoices.issueCredit')}</Button>
        <Button onPress={() => setOpen('form')}>{t('invoices.pay')}</Button>
        <Button onPress={() => toasts.say({ kind: 'done', text: t('invoices.done.reminder', { step: 2 }) })}>
          {t('invoices.remind')}
        </Button>
        <Button
          onPress={() =>
            toasts.say({
              kind: 'problem',
              text: t('problem.unexpected', { code: 'E42' }),
              action: { label: t('app.again'), onPress: () => setDone('again') },
            })
          }
        >
          {t('sync.cannotSend')}
        </Button>
        <Button onPress={() => setOpen('unsaved')}>{t('invoices.back')}</Button>
      </div>
      <output data-testid="done">{done}</output>
      <ConfirmDialog
        title={t('contract.paper.credit_note', { number: 'ZRH-A-26-00042' })}
        confirmLabel={t('invoices.issueCredit')}
        isOpen={open === 'confirm'}
        onClose={close}
        onConfirm={(reason) => {
          setDone(reason);
          close();
        }}
        asksReason
        reasonHint={t('change.reasonHint')}
      >
        {`${t('refusal.invoice_frozen')}.`}
      </ConfirmDialog>
      <ConfirmDialog
        title={t('ui.unsavedTitle')}
        confirmLabel={t('ui.unsavedDiscard')}
        leaveLabel={t('ui.unsavedKeep')}
        isOpen={open === 'unsaved'}
        onClose={close}
        onConfirm={() => {
          setDone('discarded');
          close();
        }}
        confirmsOnEnter
      >
        {t('ui.unsavedText')}
      </ConfirmDialog>
      {open === 'form' ? <Payment onClose={close} /> : null}
      <PaletteExamples onDone={setDone} />
      <ToastRegion toasts={toasts} />
    </>
  );
}

/** A form over the window, with something wrong in it and something in the way as a whole. */
function Payment({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [amount, setAmount] = useState(typedEntry(moneyReader(false), '0'));
  const [method, setMethod] = useState<'cash' | 'card'>('cash');
  return (
    <FormDialog
      title={t('invoices.pay')}
      submitLabel={t('invoices.take')}
      onClose={onClose}
      onSubmit={async () => onClose()}
      problem={t('invoices.problem.drawer_closed')}
    >
      <MoneyField
        label={t('invoices.amount')}
        entry={amount}
        onChange={setAmount}
        error={amount.value === rappen(0) ? t('invoices.problem.amount_missing') : undefined}
        autoFocus
      />
      <Choice
        label={t('invoices.method')}
        value={method}
        onChange={setMethod}
        options={[
          { value: 'cash', label: t('invoices.methods.cash') },
          { value: 'card', label: t('invoices.methods.card') },
        ]}
      />
    </FormDialog>
  );
}
