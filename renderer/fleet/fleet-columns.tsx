import type { TFunction } from 'i18next';
import { Plate } from '../ui/Plate.tsx';
import { formatKilometres } from '../ui/format-kilometres.ts';
import type { Column } from '../ui/table/column.ts';
import styles from './Fleet.module.css';
import { stateText } from './state-text.ts';
import type { FleetItem } from './vehicle-state.ts';

/** The columns of the fleet, and of its file. */
export function fleetColumns(t: TFunction): readonly Column<FleetItem>[] {
  const text = (
    key: string,
    title: string,
    width: string,
    of: (item: FleetItem) => string,
  ): Column<FleetItem> => ({ key, title, width, renderCell: of, sortBy: of, csv: of });
  return [
    text(
      'category',
      t('fleet.category'),
      'minmax(150px, 1fr)',
      ({ vehicle }) => `${vehicle.category_code} · ${vehicle.category}`,
    ),
    {
      ...text('plate', t('fleet.plate'), '130px', ({ vehicle }) => vehicle.plate),
      renderCell: ({ vehicle }) => <Plate plate={vehicle.plate} />,
    },
    text(
      'model',
      t('fleet.model'),
      'minmax(150px, 1fr)',
      ({ vehicle }) => `${vehicle.make} ${vehicle.model}`,
    ),
    {
      ...text('state', t('fleet.stateTitle'), 'minmax(230px, 1.4fr)', ({ state }) => stateText(t, state)),
      renderCell: ({ state }) => (
        <span className={styles['state']} data-state={state.kind}>
          {stateText(t, state)}
        </span>
      ),
    },
    text('place', t('fleet.place'), '110px', ({ vehicle }) => vehicle.parking_place),
    {
      key: 'odometer',
      title: t('fleet.kilometres'),
      width: '110px',
      align: 'right',
      renderCell: ({ vehicle }) => formatKilometres(vehicle.odometer_km),
      sortBy: ({ vehicle }) => vehicle.odometer_km,
      csv: ({ vehicle }) => vehicle.odometer_km,
    },
  ];
}
