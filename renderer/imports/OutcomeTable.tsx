import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutcomeKind, RowOutcome } from '#shared/imports/outcome.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import type { Column } from '../ui/table/column.ts';
import { DataTable } from '../ui/table/DataTable.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import styles from './Imports.module.css';
import { outcomeText } from './outcome-text.ts';

export interface OutcomeTableProps<Form> {
  readonly outcomes: readonly RowOutcome<Form>[];
  readonly describe: (form: Form) => readonly [name: string, detail: string];
  readonly confirmed: ReadonlySet<number>;
  /** Null where nothing is confirmed any more. */
  readonly onConfirm: ((lines: ReadonlySet<number>) => void) | null;
}

const kinds: readonly OutcomeKind[] = ['new', 'confirm', 'known', 'wrong'];

/** The rows of the file by what becomes of them. Those that were split are marked by whoever looked at them. */
export function OutcomeTable<Form>({ outcomes, describe, confirmed, onConfirm }: OutcomeTableProps<Form>) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const byKind = useMemo(
    () => new Map(kinds.map((kind) => [kind, outcomes.filter((outcome) => outcome.kind === kind)])),
    [outcomes],
  );
  const [opened, setShown] = useState<OutcomeKind | null>(null);
  // Until somebody opens another: the first there is something in.
  const shown = opened ?? kinds.find((kind) => (byKind.get(kind)?.length ?? 0) > 0) ?? 'new';
  // What is wrong with a row is often more than fits in a line of it.
  const [pointedAt, setChosen] = useState<RowOutcome<Form> | null>(null);
  const columns = useMemo<readonly Column<RowOutcome<Form>>[]>(
    () => [
      {
        key: 'line',
        title: t('imports.line'),
        width: '70px',
        align: 'right',
        renderCell: ({ line }) => line,
        sortBy: ({ line }) => line,
      },
      {
        key: 'name',
        title: t('customers.name'),
        width: 'minmax(180px, 1fr)',
        renderCell: (row) => (row.kind === 'wrong' ? '' : <strong>{describe(row.form)[0]}</strong>),
      },
      {
        key: 'detail',
        title: t('imports.detail'),
        width: 'minmax(200px, 1.4fr)',
        renderCell: (row) => (row.kind === 'wrong' ? '' : describe(row.form)[1]),
      },
      {
        key: 'why',
        title: t('imports.why'),
        width: 'minmax(200px, 2fr)',
        renderCell: (row) => {
          const text = outcomeText(t, row, language);
          return <span title={text}>{text}</span>;
        },
      },
    ],
    [t, language, describe],
  );
  // Of what is wrong there is nothing to show but why.
  const wrongColumns = useMemo(() => columns.filter(({ key }) => key === 'line' || key === 'why'), [columns]);
  const newColumns = useMemo(() => columns.filter(({ key }) => key !== 'why'), [columns]);
  const explained = pointedAt?.kind === 'wrong' ? pointedAt : byKind.get('wrong')?.[0];
  const columnsOf = (kind: OutcomeKind) =>
    kind === 'wrong' ? wrongColumns : kind === 'new' ? newColumns : columns;
  return (
    <div className={styles['outcomes']}>
      <Tabs
        label={t('imports.outcomes')}
        selected={shown}
        onSelect={setShown}
        tabs={kinds.map((kind) => ({
          name: kind,
          title: t(`imports.kind.${kind}`),
          count: byKind.get(kind)?.length ?? 0,
          content:
            kind !== shown ? null : (
              <div className={styles['table']}>
                {kind === 'confirm' && onConfirm ? (
                  <p className="quiet small">{t('imports.confirmHint', { count: confirmed.size })}</p>
                ) : null}
                <DataTable
                  label={t(`imports.kind.${kind}`)}
                  rows={byKind.get(kind) ?? []}
                  columns={columnsOf(kind)}
                  rowKey={({ line }) => String(line)}
                  onOpen={() => undefined}
                  onFocusRow={setChosen}
                  {...(kind === 'confirm' && onConfirm
                    ? {
                        onSelect: (rows: readonly RowOutcome<Form>[]) =>
                          onConfirm(new Set(rows.map(({ line }) => line))),
                      }
                    : {})}
                  empty={<EmptyState title={t('imports.none')} />}
                />
                {kind === 'wrong' && explained ? (
                  <p className={styles['whole']}>{outcomeText(t, explained, language)}</p>
                ) : null}
              </div>
            ),
        }))}
      />
    </div>
  );
}
