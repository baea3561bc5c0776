import styles from './Reports.module.css';

export interface FigureTableProps {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly foot?: readonly string[];
  /** How many columns, from the first, are words: 1 where nothing is said. */
  readonly words?: number;
}

/** A small table: words on the left, figures aligned on the right. */
export function FigureTable({ head, rows, foot, words = 1 }: FigureTableProps) {
  const figure = (at: number): string | undefined => (at < words ? undefined : styles['figure']);
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          {head.map((title, at) => (
            <th key={title} className={figure(at)} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={`${index}/${row[0]}`}>
            {row.map((cell, at) => (
              <td key={head[at]} className={figure(at)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {foot ? (
        <tfoot>
          <tr>
            {foot.map((cell, at) => (
              <td key={head[at]} className={figure(at)}>
                {cell}
              </td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
