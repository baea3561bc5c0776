import styles from './Reports.module.css';

export interface FigureTableProps {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly foot?: readonly string[];
}

/** A small table: the first column in words, the others in figures. */
export function FigureTable({ head, rows, foot }: FigureTableProps) {
  const figure = (at: number): string | undefined => (at === 0 ? undefined : styles['figure']);
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
