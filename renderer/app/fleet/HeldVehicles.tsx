import { useTranslation } from 'react-i18next';
import { formatInstant } from '#shared/time/format-time.ts';
import { instant } from '#shared/time/instant.ts';
import { Plate } from '../../ui/Plate.tsx';
import { useCounter } from '../hooks/counter-context.ts';
import { useRows } from '../hooks/use-rows.ts';
import styles from './FreeVehicles.module.css';
import { heldVehicles, vehiclesUnderWay } from './free-vehicles.ts';
import { useOccupationWords } from './use-occupation-words.ts';

/** The cars that stand here and are not to be had, each with the reason: nobody looks for one of them in vain. */
export function HeldVehicles() {
  const { t } = useTranslation();
  const { branchId } = useCounter().place;
  const words = useOccupationWords();
  const held = useRows(`fleet/held/${branchId}`, (rows) => heldVehicles(rows, branchId));
  const away = useRows(`fleet/under-way/${branchId}`, (rows) => vehiclesUnderWay(rows, branchId));
  const found = [
    ...(held ?? []).map(({ id, plate, reason, note, ends_at: until }) => {
      const why = [words.hold(reason), note].filter(Boolean).join(': ');
      const text =
        until === null
          ? t('checkOut.heldOpen', { why })
          : t('checkOut.heldUntil', { why, time: formatInstant(instant(until)) });
      return { id, plate, text };
    }),
    ...(away ?? []).map(({ id, plate, to_branch_id: to }) => ({ id, plate, text: words.transfer(to) })),
  ];
  if (found.length === 0) return null;
  return (
    <ul className={styles['held']} aria-label={t('checkOut.heldTitle')}>
      {found.map(({ id, plate, text }) => (
        <li key={id}>
          <Plate plate={plate} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
