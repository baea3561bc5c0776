import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '#shared/money/format-money.ts';
import { Select } from '../ui/fields/Select.tsx';
import type { PartProps } from './CustomerPart.tsx';
import type { VehicleRow } from '../app/fleet/occupation-queries.ts';
import { readablePlate } from '../ui/readable-plate.ts';
import styles from './Reservation.module.css';
import type { Offer } from './use-offer.ts';

export interface CategoryPartProps extends PartProps {
  readonly offer: Offer;
  readonly vehicles: readonly VehicleRow[];
}

const anyVehicle = 'any';

/** Which category, with how many of it are left and what each costs for the period; and perhaps a certain vehicle of it. */
export function CategoryPart({ draft, errors, onChange, offer, vehicles }: CategoryPartProps) {
  const { t } = useTranslation();
  const { categories } = offer;
  const choose = (categoryId: string): void => onChange({ categoryId, vehicleId: '' });
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const index = categories.findIndex(({ id }) => id === draft.categoryId);
    const next = categories[Math.max(0, Math.min(categories.length - 1, index + by))];
    if (next) choose(next.id);
  };
  const own = vehicles.filter(
    ({ id }) => offer.freeVehicleIds.includes(id) || (id === draft.vehicleId && id !== ''),
  );
  return (
    <>
      {errors.categoryId ? <p className={styles['wrong']}>{t('reservation.chooseCategory')}</p> : null}
      <div
        className={styles['categories']}
        role="radiogroup"
        tabIndex={-1}
        aria-label={t('reservation.what')}
        onKeyDown={onKeyDown}
      >
        {categories.map(({ id, name, left, total }, index) => {
          const isChosen = id === draft.categoryId;
          return (
            <button
              key={id}
              type="button"
              role="radio"
              aria-checked={isChosen}
              tabIndex={isChosen || (draft.categoryId === '' && index === 0) ? 0 : -1}
              ref={(element) => {
                if (isChosen && element?.parentElement?.contains(document.activeElement)) element.focus();
              }}
              className={styles['category']}
              onClick={() => choose(id)}
            >
              <span>{name}</span>
              <span className={styles['left']} data-none={left !== null && left <= 0}>
                {left === null
                  ? ''
                  : left < 0
                    ? t('reservation.over', { count: -left })
                    : t('reservation.left', { count: left })}
              </span>
              <span className="amount">{total === null ? '–' : formatAmount(total)}</span>
            </button>
          );
        })}
      </div>
      {draft.categoryId === '' ? null : (
        <Select
          label={t('reservation.vehicle')}
          value={draft.vehicleId === '' ? anyVehicle : draft.vehicleId}
          onChange={(value) => onChange({ vehicleId: value === anyVehicle ? '' : value })}
          hint={t('reservation.vehicleHint')}
          options={[
            { value: anyVehicle, label: t('reservation.anyVehicle') },
            ...own.map(({ id, plate, make, model }) => ({
              value: id,
              label: readablePlate(plate),
              detail: `${make} ${model}`,
            })),
          ]}
        />
      )}
    </>
  );
}
