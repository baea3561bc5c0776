import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ignoredTexts, leftOverTexts } from '#shared/bank-files/left-over-texts.ts';
import { sayBankFileRefusal } from '#shared/bank-files/refusal-texts.ts';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { add, subtract, zero } from '#shared/money/rappen.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { formatDay } from '#shared/time/format-time.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { BillLines } from '../ui/BillLines.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Screen, Steps } from '../ui/Screen.tsx';
import type { Column } from '../ui/table/column.ts';
import { DataTable } from '../ui/table/DataTable.tsx';
import { readableReference } from '../ui/readable-reference.ts';
import styles from './bank.module.css';
import type { ShownPlan } from './BankScreen.tsx';
import type { PlannedEntry } from './plan-import.ts';
import { writeImport } from './write-import.ts';

export interface PlanViewProps {
  readonly shown: ShownPlan;
  /** @param said what was done; empty when nothing was */
  readonly onLeave: (said: string) => void;
}

type Row = PlannedEntry & { readonly row: string };

/** What will be made of each movement, before anything is booked. Ctrl+Enter books it, Escape leaves everything as it was. */
export function PlanView({ shown: { plan, numbers }, onLeave }: PlanViewProps) {
  const { t } = useTranslation();
  const counter = useCounter();
  const language = useUiLanguage();
  const [chosen, setChosen] = useState<Row | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const rows = useMemo(() => plan.entries.map((entry, at): Row => ({ ...entry, row: String(at) })), [plan]);
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'day',
        title: t('bank.columns.day'),
        width: '100px',
        renderCell: ({ payment }) => formatDay(payment.bookedOn),
        sortBy: ({ payment }) => payment.bookedOn,
      },
      {
        key: 'payer',
        title: t('bank.columns.payer'),
        width: 'minmax(130px, 1fr)',
        renderCell: ({ payment }) => payment.ultimatePayerName ?? payment.payerName ?? '',
        sortBy: ({ payment }) => payment.ultimatePayerName ?? payment.payerName,
      },
      {
        key: 'outcome',
        title: t('bank.columns.outcome'),
        width: 'minmax(130px, 1fr)',
        renderCell: ({ kind }) => (
          <span className={styles['kind']} data-kind={kind}>
            {t(`bank.kinds.${kind}`)}
          </span>
        ),
        sortBy: ({ kind }) => kind,
      },
      {
        key: 'invoice',
        title: t('bank.columns.invoice'),
        width: '150px',
        renderCell: (row) => ('invoiceId' in row ? (numbers.get(row.invoiceId) ?? '') : ''),
      },
      {
        key: 'amount',
        title: t('bank.columns.amount'),
        width: '120px',
        align: 'right',
        renderCell: ({ payment }) => formatAmount(signed(payment)),
        sortBy: ({ payment }) => signed(payment),
      },
    ],
    [t, numbers],
  );
  const matched = plan.entries.filter((entry) => 'invoiceId' in entry);
  const waits = plan.entries.filter(({ kind }) => kind === 'left_over' || kind === 'suspected');
  const ignored = plan.entries.filter(({ kind }) => kind === 'ignored');
  const sum = (some: readonly PlannedEntry[]) =>
    add(
      zero,
      ...some.filter(({ payment }) => payment.currency === 'CHF').map(({ payment }) => signed(payment)),
    );
  const book = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const written = await writeImport(counter, plan);
    setBusy(false);
    if (written.ok) onLeave(t('bank.booked', { ...written.value }));
    else setProblem(t(`bank.problem.${written.refusal.code}`));
  };
  useHotkeys({ 'Ctrl+Enter': () => void book(), Escape: () => onLeave('') });
  useKeyLine({
    keys: [
      ['Ctrl ↵', t('keys.book')],
      ['J K', t('keys.upDown')],
      ['Esc', t('keys.back')],
    ],
    status: plan.files.map(({ name, summary }) => `${name} (${summary.message})`).join(' · '),
  });
  const counted = (count: number): string => String(count);
  return (
    <Screen
      title={t('bank.plan')}
      problem={problem}
      aside={
        <>
          <BillLines
            lines={[
              { key: 'matched', title: t('bank.sums.matched'), amount: counted(matched.length) },
              { key: 'waits', title: t('bank.sums.waits'), amount: counted(waits.length) },
              { key: 'ignored', title: t('bank.sums.ignored'), amount: counted(ignored.length) },
              ...(plan.notBooked > 0
                ? [{ key: 'pending', title: t('bank.sums.notBooked'), amount: counted(plan.notBooked) }]
                : []),
              ...(plan.refused.length > 0
                ? [{ key: 'refused', title: t('bank.sums.refused'), amount: counted(plan.refused.length) }]
                : []),
              {
                key: 'total',
                title: t('bank.sums.total'),
                amount: formatMoney(sum(matched)),
                isTotal: true,
              },
            ]}
          />
          <div className={styles['notes']}>
            {plan.files
              .filter(({ isKnown }) => isKnown)
              .map(({ name }) => (
                <p key={name} className={styles['why']}>
                  {t('bank.known', { name })}
                </p>
              ))}
            {plan.refused.slice(0, 5).map(({ refusal }) => (
              <p key={`${refusal.path}${refusal.line}`} className={styles['why']}>
                {sayBankFileRefusal(refusal, language)}
              </p>
            ))}
          </div>
          {chosen === null ? null : <Chosen entry={chosen} />}
          <Steps>
            <Button kind="primary" hotkey="Ctrl ↵" onPress={() => void book()} isDisabled={busy}>
              {t('bank.book')}
            </Button>
            <Button hotkey="Esc" onPress={() => onLeave('')}>
              {t('bank.discard')}
            </Button>
          </Steps>
        </>
      }
    >
      <DataTable
        label={t('bank.plan')}
        rows={rows}
        columns={columns}
        rowKey={({ row }) => row}
        onOpen={() => undefined}
        onFocusRow={setChosen}
        autoFocus
        empty={<EmptyState title={t('bank.nothingInIt')} />}
      />
    </Screen>
  );
}

/** Why the row at the cursor is what it is, and which bills it may be for. */
function Chosen({ entry }: { readonly entry: PlannedEntry }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { payment } = entry;
  return (
    <div className={styles['notes']}>
      <p className="small">{readableReference(payment.references[0]?.value ?? payment.text)}</p>
      {entry.kind === 'left_over' ? (
        <>
          <p className={styles['why']}>{sayRefusal(leftOverTexts, entry.reason, language)}</p>
          {entry.likeliest.map(({ invoiceId, number, score }) => (
            <p key={invoiceId} className="small">
              {number} · {score} %
            </p>
          ))}
        </>
      ) : null}
      {entry.kind === 'ignored' ? (
        <p className={styles['why']}>{sayRefusal(ignoredTexts, { code: entry.reason }, language)}</p>
      ) : null}
      {entry.kind === 'suspected' ? <p className={styles['why']}>{t('bank.suspectedWhy')}</p> : null}
    </div>
  );
}

const signed = ({ amount, direction }: PlannedEntry['payment']) =>
  direction === 'debit' ? subtract(zero, amount) : amount;
