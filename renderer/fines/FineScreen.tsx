import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { displayName } from '#shared/parties/party-name.ts';
import { formatDay, formatInstant } from '#shared/time/format-time.ts';
import { dayOf } from '#shared/time/instant.ts';
import { partyOf } from '../app/counter/party-of.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useMinute } from '../app/hooks/use-minute.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { showPaper } from '../app/papers/show-paper.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useReturn } from '../app/shell/use-trail.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Plate } from '../ui/Plate.tsx';
import { Screen, Steps } from '../ui/Screen.tsx';
import { deadlineText } from './deadline-text.ts';
import styles from './fines.module.css';
import { NameDialog } from './NameDialog.tsx';
import { closeFine } from './name-driver.ts';

const nameOnly = z.object({ name: z.string() });

/** One fine: what the authority wrote, the rental it fell into, and its next step. */
export function FineScreen() {
  const { fineId } = useParams({ from: '/fines/$fineId' });
  const { t } = useTranslation();
  const counter = useCounter();
  const today = dayOf(useMinute());
  const [naming, setNaming] = useState(false);
  const [problem, setProblem] = useState('');
  const [done, setDone] = useState('');
  const found = useRows(`fine/${fineId}`, (rows) =>
    rows.selectFrom('fines').selectAll().where('id', '=', fineId),
  );
  const fine = found?.[0];
  const contractId = fine?.contract_id ?? '';
  const [contract] =
    useRows(`fine/contract/${contractId}`, (rows) =>
      rows.selectFrom('contracts').select(['number', 'customer_id']).where('id', '=', contractId),
    ) ?? [];
  const customerId = contract?.customer_id ?? '';
  const [customer] =
    useRows(`fine/customer/${customerId}`, (rows) =>
      rows.selectFrom('customers').selectAll().where('id', '=', customerId),
    ) ?? [];
  const invoiceId = fine?.invoice_id ?? '';
  const [invoice] =
    useRows(`fine/invoice/${invoiceId}`, (rows) =>
      rows.selectFrom('invoices').select('number').where('id', '=', invoiceId),
    ) ?? [];
  const papers = useRows(`fine/papers/${fineId}`, (rows) =>
    rows.selectFrom('documents').select(['id', 'kind']).where('subject_id', '=', fineId).orderBy('kind'),
  );
  const mayWrite = counter.role !== 'viewer';
  const mayName = mayWrite && fine?.status === 'resolved' && customer !== undefined;
  const mayClose = mayWrite && fine !== undefined && fine.status !== 'closed' && fine.status !== 'resolved';
  const toList = useReturn('/fines');
  const close = async (): Promise<void> => {
    if (!mayClose) return;
    await closeFine(counter, fineId);
    toList();
  };
  const show = async (id: string): Promise<void> => {
    const shown = await showPaper(counter.host, id);
    setProblem(shown ? '' : t('contract.paperMissing'));
  };
  const letter = papers?.find(({ kind }) => kind === 'fine_letter');
  useHotkeys(
    naming
      ? {}
      : {
          b: () => setNaming(mayName),
          x: () => void close(),
          v: () => void (letter && show(letter.id)),
          Escape: toList,
        },
  );
  useKeyLine({
    keys: [
      ...(mayName ? ([['B', t('keys.nameDriver')]] as const) : []),
      ...(letter ? ([['V', t('keys.show')]] as const) : []),
      ...(mayClose ? ([['X', t('keys.close')]] as const) : []),
      ['Esc', t('keys.back')],
    ],
    status: '',
  });
  if (found === undefined) return null;
  if (!fine) return <EmptyState title={t('fines.missing')} />;
  const renter = customer ? displayName(partyOf(customer)) : '';
  return (
    <Screen
      title={t('fines.fine', { number: fine.number })}
      subtitle={t(`fines.statuses.${fine.status}`)}
      problem={problem}
      done={done}
      aside={
        <>
          <div>
            <Plate plate={fine.plate} large />
          </div>
          {fine.named_on === null ? (
            <p>
              <strong>{t('fines.columns.until')}</strong>
              <br />
              {deadlineText(t, fine.received_on, today)}
            </p>
          ) : null}
          <Steps>
            {mayName ? (
              <Button kind="primary" hotkey="B" onPress={() => setNaming(true)}>
                {t('fines.name')}
              </Button>
            ) : null}
            {mayClose ? (
              <Button hotkey="X" onPress={() => void close()}>
                {t('fines.close')}
              </Button>
            ) : null}
            <Button hotkey="Esc" onPress={toList}>
              {t('fines.back')}
            </Button>
          </Steps>
          {naming && customer ? (
            <NameDialog
              fineId={fineId}
              name={fine.driver_name || renter}
              role={fine.driver_name ? 'driver' : 'renter'}
              address={{
                street: customer.street,
                houseNumber: customer.building_number,
                postcode: customer.postal_code,
                town: customer.town,
                country: customer.country,
              }}
              onClose={() => setNaming(false)}
              onDone={() => {
                setNaming(false);
                setDone(t('fines.namedNow'));
              }}
            />
          ) : null}
        </>
      }
    >
      <div className={styles['form']}>
        <Facts
          facts={[
            [t('fines.authority'), nameOnly.parse(JSON.parse(fine.authority)).name],
            [t('fines.reference'), fine.authority_reference],
            [t('fines.columns.offenceAt'), formatInstant(fine.offence_at)],
            [t('fines.place'), fine.place],
            [t('fines.offence'), fine.offence],
            [t('fines.receivedOn'), formatDay(fine.received_on)],
            [t('fines.contract'), [contract?.number, renter].filter(Boolean).join(', ')],
            [t('fines.columns.driver'), fine.driver_name],
            [t('fines.named'), fine.named_on === null ? '' : formatDay(fine.named_on)],
            [t('fines.feeBill'), invoice?.number ?? ''],
          ]}
        />
        <div className={styles['papers']}>
          {papers?.map(({ id, kind }) => (
            <Button key={id} onPress={() => void show(id)}>
              {t(`contract.paper.${kind}`, { number: fine.number })}
            </Button>
          ))}
        </div>
      </div>
    </Screen>
  );
}
