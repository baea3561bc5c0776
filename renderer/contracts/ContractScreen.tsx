import { useNavigate, useParams } from '@tanstack/react-router';
import { sql } from 'kysely';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { type Rappen, add, subtract, times, zero } from '#shared/money/rappen.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { instant } from '#shared/time/instant.ts';
import { dueNow, totalNow, vehicleNow } from '../app/contracts/holds-now.ts';
import { useAgreedLines } from '../app/contracts/use-agreed-lines.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { SheetButtons } from '../app/SheetButtons.tsx';
import { MailPapers } from '../app/mail/MailPapers.tsx';
import { showPaper } from '../app/papers/show-paper.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useReturn } from '../app/shell/use-trail.ts';
import { issueInvoice } from '../app/billing/issue-invoice.ts';
import { useTask } from '../ui/use-task.ts';
import { BillLines } from '../ui/BillLines.tsx';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Plate } from '../ui/Plate.tsx';
import { formatKilometres } from '../ui/format-kilometres.ts';
import { Amendments } from './Amendments.tsx';
import styles from './ContractScreen.module.css';
import { PaperList } from './PaperList.tsx';

/** One contract: what was signed, its papers, and the invoice. */
export function ContractScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const counter = useCounter();
  const { contractId } = useParams({ from: '/contracts/$contractId' });
  const [problem, setProblem] = useState('');
  const [done, setDone] = useState('');
  const found = useRows(`contract/${contractId}`, (rows) =>
    rows
      .selectFrom('contracts')
      .leftJoin('vehicles', (join) => join.on('vehicles.id', '=', vehicleNow))
      .where('contracts.id', '=', contractId)
      .select([
        'contracts.id',
        'contracts.number',
        'contracts.status',
        'contracts.customer_name',
        'contracts.plate',
        'contracts.customer_id',
        'contracts.language',
        'contracts.vehicle_id',
      ])
      .select(['contracts.starts_at', 'contracts.signed_at', 'contracts.deposit', 'contracts.deductible'])
      // Not the strokes: they are long.
      .select(sql<number | null>`json_extract(contracts.signature, '$.onPaper')`.as('on_paper'))
      .select(['vehicles.make', 'vehicles.model', 'vehicles.plate as plate_now'])
      .select([dueNow.as('due_at'), totalNow.as('agreed'), vehicleNow.as('on_vehicle')]),
  );
  // Asked by themselves: SQLite uses none of PowerSync's indexes on the right side of a left join.
  const handovers = useRows(`contract/${contractId}/handovers`, (rows) =>
    rows
      .selectFrom('handovers')
      .select(['kind', 'odometer_km', 'fuel_eighths', 'handed_over_at'])
      .where('contract_id', '=', contractId)
      .where('amendment_id', 'is', null),
  );
  const handover = handovers?.find(({ kind }) => kind === 'check_out');
  const back = handovers?.find(({ kind }) => kind === 'check_in');
  const drivers = useRows(`contract/${contractId}/driver`, (rows) =>
    rows
      .selectFrom('contract_drivers')
      .select(['first_name', 'last_name'])
      .where('contract_id', '=', contractId)
      .orderBy('is_main', 'desc')
      .orderBy('id'),
  );
  const papers = useRows(`contract/${contractId}/papers`, (rows) =>
    rows
      .selectFrom('documents')
      .select(['id', 'kind'])
      .where('contract_id', '=', contractId)
      .orderBy('made_at'),
  );
  const invoices = useRows(`contract/${contractId}/invoices`, (rows) =>
    rows
      .selectFrom('invoices')
      .select(['id', 'number', 'kind', 'total'])
      .where('contract_id', '=', contractId)
      .orderBy('number'),
  );
  const paid = useRows(`contract/${contractId}/paid`, (rows) =>
    rows
      .selectFrom('payments')
      .select(['invoice_id', 'kind', 'amount'])
      .where('contract_id', '=', contractId)
      .where('kind', 'in', ['payment', 'refund']),
  );
  const openOf = ({ id, total }: { readonly id: string; readonly total: Rappen }): Rappen =>
    subtract(
      total,
      add(
        zero,
        ...(paid ?? [])
          .filter((payment) => payment.invoice_id === id)
          .map(({ kind, amount }) => (kind === 'refund' ? times(amount, -1) : amount)),
      ),
    );
  const contract = found?.[0];
  const lines = useAgreedLines(contractId);
  const mayInvoice = counter.role !== 'viewer' && Boolean(contract?.signed_at) && invoices?.length === 0;

  const issuing = useTask(setProblem);
  const showing = useTask(setProblem);
  const issue = async (): Promise<void> => {
    if (!mayInvoice) return;
    const issued = await issueInvoice(counter, contractId);
    if (issued.ok) return;
    const { refusal } = issued;
    setProblem(
      refusal.code === 'already_invoiced'
        ? t('problem.already_invoiced', { number: refusal.number })
        : t(`problem.${refusal.code}`),
    );
  };
  const show = async (id: string): Promise<void> => {
    const shown = await showPaper(counter.host, id);
    setProblem(shown ? '' : t('contract.paperMissing'));
  };
  const contractPaper = papers?.find(({ kind }) => kind === 'contract');
  const leave = useReturn('/');
  const toDesk = (): void => void navigate({ to: '/' });
  const mayReturn = counter.role !== 'viewer' && contract?.status === 'out';
  const checkIn = (): void => {
    if (mayReturn) void navigate({ to: '/check-in/new/$contractId', params: { contractId } });
  };
  const change = (): void => {
    if (mayReturn) void navigate({ to: '/contracts/$contractId/change', params: { contractId } });
  };

  const openInvoice = (invoiceId: string): void =>
    void navigate({ to: '/invoices/$invoiceId', params: { invoiceId } });
  const lastInvoice = invoices?.findLast(({ kind }) => kind === 'invoice');
  useHotkeys({
    r: () => (lastInvoice ? openInvoice(lastInvoice.id) : void issuing.run(issue)),
    t: checkIn,
    c: change,
    v: () => (contractPaper ? void showing.run(() => show(contractPaper.id)) : undefined),
    Enter: toDesk,
    Escape: leave,
  });
  useKeyLine({
    keys: [
      ['↵', t('keys.desk')],
      ...(contractPaper ? ([['V', t('keys.paper')]] as const) : []),
      ...(contractPaper && counter.role !== 'viewer' ? ([['E', t('keys.mail')]] as const) : []),
      ...(mayInvoice || lastInvoice ? ([['R', t('keys.invoice')]] as const) : []),
      ...(mayReturn
        ? ([
            ['T', t('keys.checkIn')],
            ['C', t('keys.change')],
          ] as const)
        : []),
      ['Esc', t('keys.back')],
    ],
    status: '',
  });

  if (!found) return null;
  if (!contract) return <p className={styles['main']}>{t('contract.missing')}</p>;
  // As it was signed; of a vehicle that took over, as it is.
  const plate = contract.on_vehicle === contract.vehicle_id ? contract.plate : contract.plate_now;
  return (
    <div className={styles['screen']}>
      <section className={styles['main']}>
        <div className={styles['head']}>
          <div>
            <h1>
              {contract.number ? t('contract.title', { number: contract.number }) : t('contract.reservation')}
            </h1>
            <p className="quiet">
              {contract.customer_name} · {t(`status.${contract.status}`)}
              {contract.signed_at
                ? ` · ${t(contract.on_paper ? 'contract.onPaper' : 'contract.signedAt', { time: formatInstant(instant(contract.signed_at)) })}`
                : ''}
            </p>
          </div>
          {plate ? <Plate plate={plate} large /> : null}
        </div>
        <Facts
          facts={[
            [t('checkOut.start'), formatInstant(instant(contract.starts_at))],
            [t('checkOut.end'), formatInstant(contract.due_at)],
            [t('desk.vehicle'), `${contract.make ?? ''} ${contract.model ?? ''}`.trim()],
            [
              t('contract.driver'),
              (drivers ?? []).map(({ first_name: first, last_name: last }) => `${first} ${last}`).join(', '),
            ],
            [
              t('checkOut.steps.condition'),
              handover
                ? t('contract.kilometres', {
                    km: formatKilometres(handover.odometer_km),
                    eighths: handover.fuel_eighths,
                  })
                : '',
            ],
            ...(back
              ? ([
                  [t('contract.back'), formatInstant(instant(back.handed_over_at))],
                  [
                    t('contract.backCondition'),
                    t('contract.kilometres', {
                      km: formatKilometres(back.odometer_km),
                      eighths: back.fuel_eighths,
                    }),
                  ],
                ] as const)
              : []),
          ]}
        />
        <Amendments contractId={contractId} />
        <PaperList contractId={contractId} onShow={(id) => void showing.run(() => show(id))} />
        <p className={styles['done']} role="status">
          {done}
        </p>
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      </section>
      <aside className={styles['bill']}>
        <BillLines
          lines={[
            ...lines.map((line, at) => ({
              key: `${at}`,
              title: line.label,
              small: line.explanation,
              amount: formatAmount(line.amount),
            })),
            { key: 'total', title: t('checkOut.total'), amount: formatMoney(contract.agreed), isTotal: true },
            { key: 'deposit', title: t('checkOut.depositLine'), amount: formatAmount(contract.deposit) },
            { key: 'deductible', title: t('checkOut.deductible'), amount: formatAmount(contract.deductible) },
            ...(invoices ?? []).map((invoice) => ({
              key: invoice.id,
              title: t(`contract.paper.${invoice.kind}`, { number: invoice.number }),
              small:
                invoice.kind === 'credit_note'
                  ? ''
                  : openOf(invoice) > 0
                    ? t('contract.open', { amount: formatAmount(openOf(invoice)) })
                    : t('contract.paid'),
              amount: formatAmount(invoice.total),
              onOpen: () => openInvoice(invoice.id),
            })),
          ]}
        />
        <div className={styles['actions']}>
          <Button kind="primary" hotkey="↵" onPress={toDesk}>
            {t('contract.toDesk')}
          </Button>
          {mayReturn ? (
            <Button hotkey="T" onPress={checkIn}>
              {t('checkIn.start')}
            </Button>
          ) : null}
          {mayReturn ? (
            <Button hotkey="C" onPress={change}>
              {t('change.start')}
            </Button>
          ) : null}
          {mayInvoice ? (
            <Button hotkey="R" onPress={() => void issuing.run(issue)}>
              {t('contract.issueInvoice')}
            </Button>
          ) : null}
          {lastInvoice ? (
            <Button hotkey="R" onPress={() => openInvoice(lastInvoice.id)}>
              {t('contract.openInvoice')}
            </Button>
          ) : null}
          <MailPapers customerId={contract.customer_id} of={{ contractId }} onDone={setDone} />
          <SheetButtons customerId={contract.customer_id} vehicleId={contract.vehicle_id} />
        </div>
      </aside>
    </div>
  );
}
