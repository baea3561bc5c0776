import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#shared/time/instant.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useMinute } from '../app/hooks/use-minute.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { NewButton } from '../app/lists/NewButton.tsx';
import { newKeyHint } from '../app/lists/new-key.ts';
import { useListSearch } from '../app/lists/use-list-search.ts';
import { SavedViews } from '../app/views/SavedViews.tsx';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FilterBar } from '../ui/FilterBar.tsx';
import { foldText } from '../ui/fold-text.ts';
import { focusAll } from '../ui/focus-all.ts';
import { csvOf } from '../ui/table/column.ts';
import { DataTable } from '../ui/table/DataTable.tsx';
import { downloadCsv } from '../ui/table/download-csv.ts';
import styles from './Fleet.module.css';
import { fleetColumns } from './fleet-columns.tsx';
import { fleetSearch, vehicleStates } from './fleet-search.ts';
import { fleetRows, heldNow, outNow } from './fleet-queries.ts';
import { type FleetItem, type VehicleState, fleetItems } from './vehicle-state.ts';

const noItems: readonly FleetItem[] = [];

/** All cars of the company by category: which is free, out, held or elsewhere. */
export function Fleet() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { place, role } = useCounter();
  const time = useMinute();
  const [shownBy, show] = useListSearch(fleetSearch);
  const { text, states } = shownBy;
  const search = useRef<HTMLInputElement>(null);
  const vehicles = useRows('fleet', fleetRows);
  const out = useRows('fleet/out', outNow);
  const held = useRows(`fleet/held/${time}`, (rows) => heldNow(rows, time));
  // Each minute the holds are asked for anew: until they are there, those of the minute before stand.
  const [lastHeld, setLastHeld] = useState(held);
  if (held !== undefined && held !== lastHeld) setLastHeld(held);
  const items = useMemo(
    () => (vehicles && out ? fleetItems(vehicles, out, lastHeld ?? [], place.branchId) : noItems),
    [vehicles, out, lastHeld, place.branchId],
  );
  const shown = useMemo(() => {
    const words = foldText(text).split(' ');
    return items.filter(({ vehicle, state }) => {
      // What is sold is shown when it is asked for.
      if (states.length === 0 ? state.kind === 'retired' : !states.includes(state.kind)) return false;
      const { plate, make, model, vin, category, branch, branch_code: code } = vehicle;
      const known = foldText(
        [
          plate,
          plate.replaceAll(' ', ''),
          make,
          model,
          vin,
          category,
          branch,
          code,
          vehicle.parking_place,
        ].join(' '),
      );
      return words.every((word) => known.includes(word));
    });
  }, [items, text, states]);
  const columns = useMemo(() => fleetColumns(t), [t]);
  const mayManage = role === 'owner' || role === 'manager';
  const count = (kind: VehicleState['kind']): number =>
    items.filter(({ state }) => state.kind === kind).length;

  const add = (): void => void navigate({ to: '/fleet/new' });
  const importFile = (): void => {
    if (mayManage) void navigate({ to: '/imports/$what', params: { what: 'fleet' } });
  };
  const exportCsv = (): void => {
    const file = csvOf(columns, shown);
    downloadCsv(`${t('places.fleet')}-${dayOf(time)}`, file.head, file.rows);
  };
  useHotkeys({
    i: importFile,
    e: exportCsv,
    f: () => focusAll(search),
    Escape: () => void navigate({ to: '/' }),
  });
  useKeyLine({
    keys: [
      ['↵', t('keys.open')],
      ['J K', t('keys.upDown')],
      ['F', t('customers.keys.filter')],
      ...(mayManage ? [newKeyHint(t)] : []),
      ['E', t('customers.keys.csv')],
      ...(mayManage ? ([['I', t('customers.keys.import')]] as const) : []),
    ],
    status: t('fleet.count', { count: shown.length }),
  });
  return (
    <div className={styles['list']}>
      <div className={styles['title']}>
        <h1>{t('places.fleet')}</h1>
        <div className={styles['buttons']}>
          {mayManage ? (
            <Button hotkey="I" onPress={importFile}>
              {t('customers.import')}
            </Button>
          ) : null}
          <Button hotkey="E" onPress={exportCsv}>
            CSV
          </Button>
          {mayManage ? <NewButton onPress={add}>{t('fleet.add')}</NewButton> : null}
        </div>
      </div>
      <FilterBar
        label={t('fleet.search')}
        placeholder={t('fleet.search')}
        text={text}
        onText={(typed) => show({ text: typed })}
        inputRef={search}
        filters={vehicleStates.map((key) => ({
          key,
          label: t(`fleet.filter.${key}`),
          isOn: states.includes(key),
          count: count(key),
        }))}
        onToggle={(key) =>
          show({ states: vehicleStates.filter((one) => states.includes(one) !== (one === key)) })
        }
        onClear={() => show({ text: '', states: [] })}
        views={<SavedViews list="fleet" schema={fleetSearch} search={shownBy} onShow={show} />}
      />
      <DataTable
        label={t('places.fleet')}
        rows={vehicles && out ? shown : undefined}
        columns={columns}
        rowKey={({ vehicle }) => vehicle.id}
        onOpen={({ vehicle }) => {
          show({ row: vehicle.id });
          void navigate({ to: '/fleet/$vehicleId', params: { vehicleId: vehicle.id } });
        }}
        firstRow={shownBy.row}
        sorting={shownBy.sort}
        onSorting={(sort) => show({ sort })}
        autoFocus
        empty={<EmptyState title={t('fleet.nothing')} />}
      />
    </div>
  );
}
