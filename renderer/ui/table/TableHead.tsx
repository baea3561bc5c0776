import { useTranslation } from 'react-i18next';
import type { Column } from './column.ts';
import marks from '../marks.module.css';
import styles from './DataTable.module.css';

export interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly sorting: { readonly id: string; readonly desc: boolean } | undefined;
  readonly onSort: (key: string) => void;
  readonly selection?: { readonly all: boolean; readonly some: boolean };
  readonly onSelectAll?: () => void;
}

/** Stays in sight while the rows move. A click or Enter sorts by a column, once more turns it round. */
export function TableHead<Row>(props: TableHeadProps<Row>) {
  const { columns, template, sorting, onSort, selection, onSelectAll } = props;
  const { t } = useTranslation();
  return (
    <div className={styles['head']} role="rowgroup">
      <div
        className={styles['headRow']}
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: template }}
      >
        {selection ? (
          <div role="columnheader" className={styles['mark']}>
            <input
              type="checkbox"
              className={marks['box']}
              aria-label={t('ui.selectAll')}
              checked={selection.all}
              ref={(box) => {
                if (box) box.indeterminate = selection.some;
              }}
              onChange={onSelectAll}
            />
          </div>
        ) : null}
        {columns.map(({ key, title, align = 'left', sortBy }) => {
          const isSorted = sorting?.id === key;
          const direction = sorting?.desc ? 'descending' : 'ascending';
          return (
            <div
              key={key}
              role="columnheader"
              className={styles['headCell']}
              data-align={align}
              {...(sortBy ? { 'aria-sort': isSorted ? direction : 'none' } : {})}
            >
              {sortBy ? (
                <button type="button" onClick={() => onSort(key)}>
                  {title}
                  <span aria-hidden="true" className={styles['arrow']}>
                    {isSorted ? (sorting.desc ? '↓' : '↑') : ''}
                  </span>
                </button>
              ) : (
                title
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
