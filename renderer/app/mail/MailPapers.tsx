import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { useCounter } from '../hooks/counter-context.ts';
import { useHotkeys } from '../hooks/use-hotkeys.ts';
import { useRows } from '../hooks/use-rows.ts';
import { MailDialog } from './MailDialog.tsx';
import { mailedKinds } from './queue-papers.ts';
import { useMails } from './use-mails.ts';

export interface MailPapersProps {
  readonly customerId: string;
  readonly of: { readonly contractId: string } | { readonly invoiceId: string };
  /** While another dialog of the screen has the keys. */
  readonly isDisabled?: boolean;
  readonly onDone: (said: string) => void;
}

/** E: the papers of a contract or a bill by e-mail, for who may write and where there are any. */
export function MailPapers({ customerId, of, isDisabled = false, onDone }: MailPapersProps) {
  const { t } = useTranslation();
  const { role } = useCounter();
  const [isOpen, setOpen] = useState(false);
  const [column, subject] =
    'contractId' in of ? (['contract_id', of.contractId] as const) : (['invoice_id', of.invoiceId] as const);
  const made = useRows(`mail/${column}/${subject}`, (rows) =>
    rows
      .selectFrom('documents')
      .leftJoin('invoices', 'invoices.id', 'documents.invoice_id')
      .where(`documents.${column}`, '=', subject)
      .where('documents.kind', 'in', mailedKinds)
      .select(['documents.id', 'documents.kind', 'invoices.number'])
      .orderBy('documents.made_at'),
  );
  const [customer] =
    useRows(`mail/customer/${customerId}`, (rows) =>
      rows.selectFrom('customers').select('email').where('id', '=', customerId),
    ) ?? [];
  const states = useMails((made ?? []).map(({ id }) => id));
  const may = role !== 'viewer' && (made?.length ?? 0) > 0;
  const open = (): void => {
    if (may && customer && !isDisabled) setOpen(true);
  };
  useHotkeys(isOpen ? {} : { e: open });
  if (!may) return null;
  return (
    <>
      <Button hotkey="E" onPress={open}>
        {t('mail.title')}
      </Button>
      {isOpen ? (
        <MailDialog
          customerId={customerId}
          email={customer?.email ?? ''}
          papers={(made ?? []).map(({ id, kind, number }) => ({
            id,
            name: t(`contract.paper.${kind}`, { number: number ?? '' }),
            state: states.get(id) ?? '',
          }))}
          onClose={() => setOpen(false)}
          onDone={(count) => {
            setOpen(false);
            onDone(t('mail.queued', { count }));
          }}
        />
      ) : null}
    </>
  );
}
