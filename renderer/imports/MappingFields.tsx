import { useTranslation } from 'react-i18next';
import type { ImportColumn, Mapping } from '#shared/imports/import-columns.ts';
import { Select, type SelectOption } from '../ui/fields/Select.tsx';
import styles from './Imports.module.css';

export interface MappingFieldsProps<Column extends ImportColumn> {
  readonly head: readonly string[];
  /** The first row, as an example. */
  readonly example: readonly string[];
  readonly columns: readonly Column[];
  readonly mapping: Mapping<Column>;
  readonly onChange: (index: number, column: Column | null) => void;
}

const nothing = 'nothing';

/** What each column of the file is: guessed by its head, and changed here. */
export function MappingFields<Column extends ImportColumn>(props: MappingFieldsProps<Column>) {
  const { head, example, columns, mapping, onChange } = props;
  const { t } = useTranslation();
  const options: readonly SelectOption<string>[] = [
    { value: nothing, label: t('imports.notRead') },
    ...columns.map((column: ImportColumn) => ({ value: column, label: t(`imports.column.${column}`) })),
  ];
  return (
    <details className={styles['mapping']} open={mapping.some((column) => column === null)}>
      <summary>
        {t('imports.mapping', {
          read: mapping.filter((column) => column !== null).length,
          all: head.length,
        })}
      </summary>
      <div className={styles['columns']}>
        {head.map((name, index) => (
          <Select
            // The place in the file is what a column is known by: heads may be the same.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            label={name || `${index + 1}`}
            value={mapping[index] ?? nothing}
            onChange={(value) => onChange(index, columns.find((column) => column === value) ?? null)}
            options={options}
            hint={example[index]?.slice(0, 30)}
          />
        ))}
      </div>
    </details>
  );
}
