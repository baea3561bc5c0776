import { useTranslation } from 'react-i18next';
import { Plate } from '../../ui/Plate.tsx';
import styles from './Plan.module.css';
import type { PlanRow } from './plan-rows.ts';

/** Who a row of the plan is: a category with its numbers, what waits for a vehicle, or a vehicle. */
export function PlanRowHead({ row }: { readonly row: PlanRow }) {
  const { t } = useTranslation();
  switch (row.kind) {
    case 'category':
      return (
        <>
          {row.name} <small>{t('plan.vehicleCount', { count: row.vehicles })}</small>
          {row.unassigned > 0 ? (
            <em className={styles['toAssign']}>{t('plan.unassignedCount', { count: row.unassigned })}</em>
          ) : null}
        </>
      );
    case 'lane':
      return <span className={styles['lane']}>{t('plan.unassigned')}</span>;
    case 'vehicle':
      return (
        <>
          <Plate plate={row.vehicle.plate} />
          <small>{row.vehicle.status === 'workshop' ? t('plan.workshop') : row.vehicle.model}</small>
        </>
      );
  }
}

export const planRowHead = (row: PlanRow) => <PlanRowHead row={row} />;
