import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '#shared/money/format-money.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { instant } from '#shared/time/instant.ts';
import { Plate } from '../../ui/Plate.tsx';
import { formatKilometres } from '../../ui/format-kilometres.ts';
import styles from './FreeVehicles.module.css';
import { HeldVehicles } from './HeldVehicles.tsx';
import { useFreeVehicles } from './use-free-vehicles.ts';

export interface FreeVehiclesProps {
  /** Empty while none is chosen. */
  readonly chosenId: string;
  readonly onChoose: (vehicleId: string) => void;
  /** What was reserved: its cars come first, and are marked. */
  readonly reservedCategoryId?: string;
}

/** One of the cars that stand here and are free: the arrow keys choose. */
export function FreeVehicles({ chosenId, onChoose, reservedCategoryId }: FreeVehiclesProps) {
  const { t } = useTranslation();
  const free = useFreeVehicles();
  const isReserved = ({ category_id: categoryId }: { readonly category_id: string }): boolean =>
    categoryId === reservedCategoryId;
  const vehicles = free && [...free.filter(isReserved), ...free.filter((vehicle) => !isReserved(vehicle))];
  // What goes with a car is read before it is chosen: a quick hand is ahead of that, and goes on from where it was.
  const asked = useRef<readonly string[]>([]);
  useEffect(() => {
    const at = asked.current.indexOf(chosenId);
    asked.current = at < 0 ? [] : asked.current.slice(at + 1);
  }, [chosenId]);
  const move = (by: number): void => {
    const from = asked.current.at(-1) ?? chosenId;
    const index = vehicles?.findIndex(({ id }) => id === from) ?? -1;
    const next = vehicles?.[Math.min(vehicles.length - 1, Math.max(0, index + by))];
    if (!next || next.id === from) return;
    asked.current = [...asked.current, next.id];
    onChoose(next.id);
  };
  if (vehicles?.length === 0)
    return (
      <>
        <p className="quiet">{t('checkOut.noVehicles')}</p>
        <HeldVehicles />
      </>
    );
  // One that was chosen and is taken by now is not in the list: the first can be reached all the same.
  const hasChosen = vehicles?.some(({ id }) => id === chosenId) === true;
  return (
    <>
      <div
        className={styles['vehicles']}
        role="radiogroup"
        tabIndex={-1}
        aria-label={t('checkOut.vehicleTitle')}
        onKeyDown={(event) => {
          const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          move(by);
        }}
      >
        {vehicles?.map((vehicle, index) => {
          const isChosen = vehicle.id === chosenId;
          return (
            <button
              key={vehicle.id}
              type="button"
              role="radio"
              aria-checked={isChosen}
              tabIndex={isChosen || (!hasChosen && index === 0) ? 0 : -1}
              ref={(element) => {
                if (isChosen && element?.parentElement?.contains(document.activeElement)) element.focus();
              }}
              className={styles['vehicle']}
              onClick={() => onChoose(vehicle.id)}
            >
              <Plate plate={vehicle.plate} />
              <span className={styles['model']}>
                {vehicle.make} {vehicle.model}
                <small>
                  {vehicle.category} · {formatKilometres(vehicle.odometer_km)} km · {vehicle.parking_place}
                  {isReserved(vehicle) ? <b>{t('checkOut.asReserved')}</b> : null}
                  {vehicle.reserved_from === null ? null : (
                    <em>
                      {t('checkOut.reservedAt', { time: formatInstant(instant(vehicle.reserved_from)) })}
                    </em>
                  )}
                </small>
              </span>
              <span className="amount">
                {vehicle.from_day_price === null ? '–' : formatAmount(vehicle.from_day_price)}
              </span>
            </button>
          );
        })}
      </div>
      <HeldVehicles />
    </>
  );
}
