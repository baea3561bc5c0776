import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { formatDay } from '#shared/time/format-time.ts';
import { dayOf, now } from '#shared/time/instant.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { plainSearch } from '../app/lists/list-search.ts';
import { useListSearch } from '../app/lists/use-list-search.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ConfirmDialog } from '../ui/overlay/ConfirmDialog.tsx';
import { Screen, Steps } from '../ui/Screen.tsx';
import { type Column, csvOf } from '../ui/table/column.ts';
import { DataTable } from '../ui/table/DataTable.tsx';
import { downloadCsv } from '../ui/table/download-csv.ts';
import { sortedRows } from '../ui/table/sorted-rows.ts';
import { readableReference } from '../ui/readable-reference.ts';
import { AssignDialog } from './AssignDialog.tsx';
import styles from './bank.module.css';
import { type WaitingEntry, waitingEntries } from './bank-queries.ts';
import { ignoreEntry } from './settle-entry.ts';

export interface WaitingEntriesProps {
  readonly problem: string;
  readonly done: string;
  readonly onChoose: () => void;
  readonly onProblem: (said: string) => void;
  readonly onDone: (said: string) => void;
}

/** What the bank told and nobody could match: assigned to a bill by a person, or passed over with a reason. */
export function WaitingEntries({ problem, done, onChoose, onProblem, onDone }: WaitingEntriesProps) {
  const { t } = useTranslation();
  const counter = useCounter();
  const language = useUiLanguage();
  const found = useRows('bank/waiting', waitingEntries);
  const [shownBy, show] = useListSearch(plainSearch);
  const [chosen, setChosen] = useState<WaitingEntry | null>(null);
  const [doing, setDoing] = useState<{
    readonly what: 'assign' | 'ignore';
    readonly entry: WaitingEntry;
  } | null>(null);
  const columns = useMemo(
    (): readonly Column<WaitingEntry>[] => [
      {
        key: 'day',
        title: t('bank.columns.day'),
        width: '100px',
        renderCell: ({ booked_on: day }) => formatDay(day),
        sortBy: ({ booked_on: day }) => day,
        csv: ({ booked_on: day }) => formatDay(day),
      },
      {
        key: 'payer',
        title: t('bank.columns.payer'),
        width: 'minmax(160px, 1fr)',
        renderCell: ({ debtor_name: name }) => name,
        sortBy: ({ debtor_name: name }) => name,
        csv: ({ debtor_name: name }) => name,
      },
      {
        key: 'text',
        title: t('bank.columns.text'),
        width: 'minmax(160px, 1.6fr)',
        renderCell: ({ reference, text }) => readableReference(reference) || text,
        sortBy: ({ reference, text }) => readableReference(reference) || text,
        csv: ({ reference, text }) => readableReference(reference) || text,
      },
      {
        key: 'outcome',
        title: t('bank.columns.outcome'),
        width: '136px',
        renderCell: ({ outcome }) => {
          const kind = outcome === 'suspected' ? 'suspected' : 'left_over';
          return (
            <span className={styles['kind']} data-kind={kind}>
              {t(`bank.kinds.${kind}`)}
            </span>
          );
        },
      },
      {
        key: 'amount',
        title: t('bank.columns.amount'),
        width: '120px',
        align: 'right',
        renderCell: ({ amount }) => formatAmount(amount),
        sortBy: ({ amount }) => amount,
        csv: ({ amount, currency }) => formatMoney(amount, currency),
      },
    ],
    [t],
  );
  const current = chosen && found?.find(({ id }) => id === chosen.id);
  const begin = (what: 'assign' | 'ignore', entry: WaitingEntry | null | undefined): void => {
    if (entry) setDoing({ what, entry });
  };
  const ignore = async (entry: WaitingEntry, reason: string): Promise<void> => {
    setDoing(null);
    const ignored = await ignoreEntry(counter, entry.id, reason);
    onProblem(ignored.ok ? '' : t(`bank.problem.${ignored.refusal.code}`));
    onDone(ignored.ok ? t('bank.done.ignored') : '');
  };
  const save = (): void => {
    const file = csvOf(columns, sortedRows(columns, found ?? [], shownBy.sort, language));
    downloadCsv(`${t('bank.waiting')} ${dayOf(now())}`, file.head, file.rows);
  };
  useHotkeys(doing === null ? { o: onChoose, i: () => begin('ignore', current), e: save } : {});
  useKeyLine({
    keys: [
      ['O', t('keys.file')],
      ...((found?.length ?? 0) > 0
        ? ([
            ['↵', t('keys.assign')],
            ['I', t('keys.ignore')],
            ['E', t('keys.csv')],
          ] as const)
        : []),
    ],
    status: '',
  });
  return (
    <Screen
      title={t('bank.title')}
      subtitle={t('bank.lead')}
      problem={problem}
      done={done}
      actions={
        (found?.length ?? 0) === 0 ? undefined : (
          <Button hotkey="E" onPress={save}>
            CSV
          </Button>
        )
      }
      aside={
        <>
          {current ? (
            <div>
              <div className={styles['payer']}>
                <h2>{current.debtor_name || t('bank.nobody')}</h2>
                <span className="amount">{formatMoney(current.amount, current.currency)}</span>
              </div>
              <p className={styles['why']}>{current.text}</p>
              {current.outcome === 'suspected' ? (
                <p className={styles['why']}>{t('bank.suspectedWhy')}</p>
              ) : null}
            </div>
          ) : null}
          <Steps>
            {current ? (
              <>
                <Button kind="primary" hotkey="↵" onPress={() => begin('assign', current)}>
                  {t('bank.assign')}
                </Button>
                <Button hotkey="I" onPress={() => begin('ignore', current)}>
                  {t('bank.ignore')}
                </Button>
              </>
            ) : null}
            <Button kind={current ? 'plain' : 'primary'} hotkey="O" onPress={onChoose}>
              {t('bank.choose')}
            </Button>
          </Steps>
          {doing?.what === 'assign' ? (
            <AssignDialog
              entry={doing.entry}
              onClose={() => setDoing(null)}
              onDone={(number) => {
                setDoing(null);
                onProblem('');
                onDone(t('bank.done.assigned', { amount: formatMoney(doing.entry.amount), number }));
              }}
            />
          ) : null}
          <ConfirmDialog
            title={t('bank.ignoreTitle')}
            confirmLabel={t('bank.ignore')}
            isOpen={doing?.what === 'ignore'}
            asksReason
            onClose={() => setDoing(null)}
            onConfirm={(reason) => void (doing && ignore(doing.entry, reason))}
          >
            {t('bank.ignoreText')}
          </ConfirmDialog>
        </>
      }
    >
      <DataTable
        label={t('bank.waiting')}
        rows={found}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={(entry) => begin('assign', entry)}
        onFocusRow={setChosen}
        sorting={shownBy.sort}
        onSorting={(sort) => show({ sort })}
        autoFocus
        empty={<EmptyState title={t('bank.nothingWaits')} />}
      />
    </Screen>
  );
}
