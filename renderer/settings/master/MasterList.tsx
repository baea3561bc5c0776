import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '#shared/money/format-money.ts';
import { rappen } from '#shared/money/rappen.ts';
import { formatDay, formatInstant } from '#shared/time/format-time.ts';
import { isBehind } from '#shared/releases/is-behind.ts';
import { instant, isoDay } from '#shared/time/instant.ts';
import { useCounter } from '../../app/hooks/counter-context.ts';
import { NewButton } from '../../app/lists/NewButton.tsx';
import { useListSearch } from '../../app/lists/use-list-search.ts';
import { useRows } from '../../app/hooks/use-rows.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { formatKilometres } from '../../ui/format-kilometres.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import type { FieldSpec, MasterSpec } from './field-spec.ts';
import styles from './Master.module.css';
import { settingsSearch } from '../settings-parts.ts';
import { noneText } from './MasterField.tsx';
import { mayAddTo } from './may-add-to.ts';
import { MasterForm } from './MasterForm.tsx';
import { type MasterName, masterSpecs } from './master-specs.ts';
import { orderRows } from './order-rows.ts';

/** What a row is called; empty where it has no name of its own. */
function titleOf(row: Row): string {
  const name = row['name'] ?? row['display_name'] ?? row['version'];
  return typeof name === 'string' ? name : '';
}

/** Names have what is left; a day is as long as every day. */
const widths: Partial<Record<FieldSpec['kind'], string>> = {
  text: 'minmax(120px, 2fr)',
  row: 'minmax(120px, 2fr)',
  day: '120px',
};

/** One letter is not as long as a name, and a branch is called shorter than what belongs to it. */
const ownWidths: Partial<Record<FieldSpec['name'], string>> = {
  letter: '130px',
  branch_id: 'minmax(120px, 1.5fr)',
};

type Row = Readonly<Record<string, unknown>>;

/** The rows of one table of the company's own data; Enter opens one, N adds one. */
export function MasterList({ name }: { readonly name: MasterName }) {
  const { t } = useTranslation();
  const { role } = useCounter();
  const language = useUiLanguage();
  const spec: MasterSpec = masterSpecs[name];
  const [shownBy, show] = useListSearch(settingsSearch);
  const [open, setOpen] = useState<Row | 'new' | null>(null);
  const found = useRows(`master/${name}`, (from) => from.selectFrom(spec.table as 'extras').selectAll()) as
    | readonly Row[]
    | undefined;
  const branches = useRows('master/names/branches', (from) =>
    from.selectFrom('branches').select(['id', 'name']).orderBy('name'),
  );
  const categories = useRows('master/names/categories', (from) =>
    from.selectFrom('vehicle_categories').select(['id', 'name']).orderBy('position'),
  );
  const seasons = useRows('master/names/seasons', (from) =>
    from.selectFrom('seasons').select(['id', 'name']).orderBy('valid_from'),
  );
  const policies = useRows('master/release-policies', (from) =>
    from.selectFrom('release_policies').select(['channel', 'minimum_version as minimumVersion']),
  );
  const names = useMemo(() => {
    const byId = (some: readonly { readonly id: string; readonly name: string }[] | undefined) =>
      new Map((some ?? []).map((row) => [row.id, row.name]));
    return new Map([
      ['branches', byId(branches)],
      ['vehicle_categories', byId(categories)],
      ['seasons', byId(seasons)],
    ]);
  }, [branches, categories, seasons]);
  const rows = useMemo(
    () => found && orderRows(found, spec, names, language),
    [found, spec, names, language],
  );
  const mayAdd = mayAddTo(name, role);

  const columns = useMemo<readonly Column<Row>[]>(() => {
    const textOf = (field: FieldSpec, row: Row): string => {
      const value = row[field.name] as string | number | null | undefined;
      if (value === null || value === undefined || value === '')
        return field.kind === 'row' ? noneText(field.name, t) : '';
      switch (field.kind) {
        case 'money':
          return formatAmount(rappen(Number(value)));
        case 'share':
          return `${Number(value) / 100} %`;
        case 'day':
          return formatDay(isoDay(String(value)));
        case 'yes':
          return t(value === 1 ? 'master.yes' : 'master.no');
        case 'choice': {
          const choice = field.choices.find((one) => one === value);
          return choice ? t(`master.choices.${choice}`) : String(value);
        }
        case 'row':
          return names.get(field.of)?.get(String(value)) ?? '';
        case 'whole':
          return formatKilometres(Number(value));
        default:
          return String(value);
      }
    };
    const told = (spec.told ?? []).map(({ name: column, kind }): Column<Row> => {
      const valueOf = (row: Row): string => (row[column] as string | null | undefined) ?? '';
      return {
        key: column,
        title: t(`master.fields.${column}`),
        width: '150px',
        renderCell: (row) => {
          const value = valueOf(row);
          if (kind === 'moment') return value === '' ? '' : formatInstant(instant(value));
          const runs = { channel: row['channel'] as string | null, version: value };
          return isBehind(runs, policies ?? []) ? (
            <>
              {value} <span className={styles['behind']}>{t('master.behind')}</span>
            </>
          ) : (
            value
          );
        },
        // Versions by their numbers: 0.9.0 is before 0.10.0.
        sortBy: (row) =>
          kind === 'moment'
            ? valueOf(row)
            : valueOf(row).replaceAll(/\d+/g, (digits) => digits.padStart(4, '0')),
      };
    });
    const written = spec.fields
      .filter((field) => field.inTable)
      .map((field): Column<Row> => ({
        key: field.name,
        title: t(`master.fields.${field.name}`),
        width: ownWidths[field.name] ?? widths[field.kind] ?? 'minmax(90px, 1fr)',
        align: field.kind === 'money' || field.kind === 'whole' || field.kind === 'share' ? 'right' : 'left',
        renderCell: (row) => textOf(field, row),
        // What names another row goes by that name, not by the number behind it.
        sortBy: (row) =>
          field.kind === 'row'
            ? textOf(field, row)
            : ((row[field.name] as string | number | null | undefined) ?? null),
      }));
    return [...written, ...told];
  }, [spec, names, policies, t]);

  return (
    <div className={styles['list']}>
      <div className={styles['listHead']}>
        <h1>{t(`master.tables.${name}`)}</h1>
        {mayAdd ? <NewButton onPress={() => setOpen('new')}>{t('master.add')}</NewButton> : null}
      </div>
      <div className={styles['table']}>
        <DataTable
          key={name}
          label={t(`master.tables.${name}`)}
          rows={rows}
          columns={columns}
          rowKey={(row) => String(row['id'])}
          onOpen={setOpen}
          sorting={shownBy.sort}
          onSorting={(sort) => show({ sort })}
          empty={<EmptyState title={t('master.nothing')} />}
          autoFocus
        />
      </div>
      {open === null ? null : (
        <MasterForm
          title={
            open === 'new'
              ? t('master.addTo', { table: t(`master.tables.${name}`) })
              : titleOf(open) || t(`master.tables.${name}`)
          }
          spec={spec}
          row={open === 'new' ? null : open}
          rows={rows ?? []}
          names={names}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
