import { useTranslation } from 'react-i18next';
import type { ReminderDue } from '#shared/invoices/reminders.ts';
import { formatMoney } from '#shared/money/format-money.ts';
import { subtract } from '#shared/money/rappen.ts';
import { formatDay } from '#shared/time/format-time.ts';
import { ConfirmDialog } from '../ui/overlay/ConfirmDialog.tsx';

export interface RemindDialogProps {
  readonly due: Extract<ReminderDue, { readonly kind: 'remind' }>;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Says what the next reminder asks for before it is written: a fact, like the bill. */
export function RemindDialog({ due, onClose, onConfirm }: RemindDialogProps) {
  const { t } = useTranslation();
  const { reminder, fees, toPay } = due;
  return (
    <ConfirmDialog
      title={t('invoices.remindTitle', { step: reminder.step })}
      confirmLabel={t('invoices.remind')}
      isOpen
      onClose={onClose}
      onConfirm={onConfirm}
    >
      {t('invoices.remindText', {
        open: formatMoney(subtract(toPay, fees)),
        fees: formatMoney(fees),
        toPay: formatMoney(toPay),
        day: formatDay(reminder.payUntil),
      })}
    </ConfirmDialog>
  );
}
