import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, Sorting } from './column.ts';
import marks from '../marks.module.css';
import styles from './DataTable.module.css';
import { cursorKeys, nextRow } from './next-row.ts';
import { TableHead } from './TableHead.tsx';
import { takeFocus } from '../take-focus.ts';
import { useEarlyKeys } from '../use-early-keys.ts';
import { useSortedTable } from './use-sorted-table.ts';

export interface DataTableProps<Row> {
  readonly label: string;
  /**
   * As they are unsorted. A new array is a new table: keep it where nothing changed. Undefined while the first are on their way: a key
   * that is pressed on the table until then waits for them.
   */
  readonly rows: readonly Row[] | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Enter, or a double click. */
  readonly onOpen: (row: Row) => void;
  /** The row that has the cursor: for what is shown beside the table. */
  readonly onFocusRow?: (row: Row | null) => void;
  /** Rows can be marked, with Space or their box, to do something with all of them. */
  readonly onSelect?: (rows: readonly Row[]) => void;
  readonly firstSorting?: Sorting;
  /** How it is sorted where somebody outside keeps that, with `onSorting`; null is as the rows come. */
  readonly sorting?: Sorting | null;
  readonly onSorting?: (sorting: Sorting) => void;
  /** The row that has the cursor at first, if it is there. */
  readonly firstRow?: string;
  /** Shown instead of rows when there are none. */
  readonly empty: ReactNode;
  readonly autoFocus?: boolean;
}

const rowHeight = 40;
const none: readonly never[] = [];

/**
 * A table of any length: only what is in sight is drawn. J, K, the arrows, Page, Home and End move the cursor, Enter opens,
 * Space marks, a head sorts. To the outside it is a grid of all its rows (`aria-rowcount`).
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowKey, onOpen, onFocusRow, onSelect, firstSorting, sorting, empty } = props;
  const { t } = useTranslation();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const table = useSortedTable({ rows: rows ?? none, columns, rowKey, firstSorting, sorting });
  const sorted = table.getRowModel().rows;
  const [cursorKey, setCursorKey] = useState<string | null>(props.firstRow ?? null);
  // The cursor stays on its row when the rows are sorted anew; when the row is gone it stays at its place.
  const lastPlace = useRef(0);
  const found = cursorKey === null ? -1 : sorted.findIndex((row) => row.id === cursorKey);
  const cursor = found >= 0 ? found : Math.min(lastPlace.current, sorted.length - 1);
  useEffect(() => {
    lastPlace.current = Math.max(0, cursor);
  }, [cursor]);

  // The table is what one works with on the screens that ask for it; React heeds `autoFocus` on form fields alone.
  const takesFocus = useRef(props.autoFocus ?? false);
  useEffect(() => {
    if (takesFocus.current) takeFocus(scroller.current);
  }, []);

  useEarlyKeys(
    rows !== undefined,
    ({ target, key }) =>
      target === scroller.current && (cursorKeys.includes(key) || key === 'Enter' || key === ' '),
  );

  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollPaddingStart: rowHeight,
  });

  // Its row may be far down, and come only after the table.
  const seeks = useRef(props.firstRow !== undefined);
  useEffect(() => {
    if (!seeks.current || found < 0) return;
    seeks.current = false;
    virtual.scrollToIndex(found);
  }, [found, virtual]);

  const selectedIds = table.state.rowSelection;
  const selectable = onSelect !== undefined;
  const template = `${selectable ? '40px ' : ''}${columns.map(({ width }) => width).join(' ')}`;
  const moveTo = (index: number): void => {
    const row = sorted[index];
    if (!row) return;
    setCursorKey(row.id);
    virtual.scrollToIndex(index);
    onFocusRow?.(row.original);
  };
  const select = (ids: Readonly<Record<string, true>>): void => {
    table.setRowSelection({ ...ids });
    onSelect?.(sorted.filter((row) => ids[row.id] === true).map((row) => row.original));
  };
  const sortBy = (key: string): void => {
    const before = table.state.sorting[0];
    const isDescending = before?.id === key && !before.desc;
    table.setSorting([{ id: key, desc: isDescending }]);
    props.onSorting?.({ key, isDescending });
  };
  const toggle = (rowId: string): void => {
    const { [rowId]: was, ...others } = selectedIds;
    select(was ? others : { ...others, [rowId]: true });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    // The heads and boxes in the table have keys of their own.
    if (event.target !== event.currentTarget || event.altKey) return;
    const row = sorted[cursor];
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const next = event.ctrlKey || event.metaKey ? null : nextRow(event.key, cursor, sorted.length, page);
    if (next !== null) moveTo(next);
    else if (event.key === 'Enter' && row && !event.ctrlKey && !event.metaKey) onOpen(row.original);
    else if (event.key === ' ' && row && selectable) toggle(row.id);
    else return;
    event.preventDefault();
  };
  const all = sorted.length > 0 && sorted.every((row) => selectedIds[row.id] === true);
  const some = !all && Object.keys(selectedIds).length > 0;

  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      role="grid"
      aria-label={label}
      aria-rowcount={sorted.length + 1}
      aria-colcount={columns.length + (selectable ? 1 : 0)}
      aria-multiselectable={selectable}
      aria-activedescendant={cursor >= 0 ? `${id}-${sorted[cursor]?.id}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.target === event.currentTarget && cursor >= 0) moveTo(cursor);
      }}
    >
      <TableHead
        columns={columns}
        template={template}
        sorting={table.state.sorting[0]}
        onSort={sortBy}
        {...(selectable
          ? {
              selection: { all, some },
              onSelectAll: () =>
                select(all ? {} : Object.fromEntries(sorted.map((row) => [row.id, true] as const))),
            }
          : {})}
      />
      {rows?.length === 0 ? <div className={styles['empty']}>{empty}</div> : null}
      <div className={styles['rows']} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = sorted[index];
          if (!row) return null;
          const isSelected = selectedIds[row.id] === true;
          return (
            // The grid has the focus and the keys; a click moves its cursor.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={row.id}
              id={`${id}-${row.id}`}
              className={styles['row']}
              role="row"
              tabIndex={-1}
              aria-rowindex={index + 2}
              {...(selectable ? { 'aria-selected': isSelected } : {})}
              data-cursor={index === cursor}
              data-selected={isSelected}
              style={{
                gridTemplateColumns: template,
                transform: `translateY(${start}px)`,
                height: rowHeight,
              }}
              onMouseDown={(event) => {
                // The focus stays with the grid.
                event.preventDefault();
                scroller.current?.focus({ preventScroll: true });
              }}
              onClick={() => moveTo(index)}
              onDoubleClick={() => onOpen(row.original)}
            >
              {selectable ? (
                <div role="gridcell" className={styles['mark']}>
                  <input
                    type="checkbox"
                    className={marks['box']}
                    tabIndex={-1}
                    aria-label={t('ui.selectRow')}
                    checked={isSelected}
                    onChange={() => toggle(row.id)}
                    onDoubleClick={(event) => event.stopPropagation()}
                  />
                </div>
              ) : null}
              {columns.map((column) => (
                <div
                  key={column.key}
                  role="gridcell"
                  className={styles['cell']}
                  data-align={column.align ?? 'left'}
                >
                  {column.renderCell(row.original)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
