import { useTranslation } from 'react-i18next';
import { formatAmount } from '#shared/money/format-money.ts';
import { formatDay, formatInstant } from '#shared/time/format-time.ts';
import { addDays, dayOf, instant, now } from '#shared/time/instant.ts';
import { parseTypedDay } from '#shared/time/parse-typed.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { OptionsField } from '../app/prices/OptionsField.tsx';
import { usePriceList } from '../app/prices/use-price-list.ts';
import { Choice } from '../ui/Choice.tsx';
import { Cell, Fields } from '../ui/Fields.tsx';
import { Plate } from '../ui/Plate.tsx';
import { formatKilometres } from '../ui/format-kilometres.ts';
import styles from './CheckOut.module.css';
import { DraftField, type StepProps } from './DraftField.tsx';
import { withVehicle } from './new-draft.ts';
import { freeVehicles } from '../app/fleet/free-vehicles.ts';

const lengths = [1, 2, 3, 7, 14] as const;

/** Which vehicle, from when to when. */
export function VehicleStep({ draft, errors, onChange }: StepProps) {
  const { t } = useTranslation();
  const { rows, place } = useCounter();
  const vehicles = useRows(`check-out/vehicles/${place.branchId}`, (all) =>
    freeVehicles(all, place.branchId),
  );
  const branches = useRows('check-out/branches', (all) =>
    all.selectFrom('branches').select(['id', 'name']).orderBy('name'),
  );
  const chosen = vehicles?.find(({ id }) => id === draft.vehicleId);
  const priceList = usePriceList(chosen?.category_id ?? '');
  const shared = { draft, errors, onChange };
  const move = (by: number): void => {
    const index = vehicles?.findIndex(({ id }) => id === draft.vehicleId) ?? -1;
    const next = vehicles?.[Math.min(vehicles.length - 1, Math.max(0, index + by))];
    if (next) void choose(next.id);
  };
  const choose = async (id: string): Promise<void> => {
    const { vehicleId, odometer, fuelEighths } = await withVehicle(rows, draft, id);
    onChange({ vehicleId, odometer, fuelEighths });
  };
  const setLength = (days: number): void => {
    const start = parseTypedDay(draft.startDay, addDays(dayOf(now()), 2 * 366));
    if (start.ok) onChange({ endDay: formatDay(addDays(start.value, days)), endTime: draft.startTime });
  };

  return (
    <>
      <Fields>
        <Cell width={3}>
          <DraftField {...shared} field="startDay" label={t('checkOut.startDay')} inputMode="numeric" />
        </Cell>
        <Cell width={2}>
          <DraftField {...shared} field="startTime" label={t('checkOut.startTime')} inputMode="numeric" />
        </Cell>
        <Cell width={3}>
          <DraftField {...shared} field="endDay" label={t('checkOut.endDay')} inputMode="numeric" autoFocus />
        </Cell>
        <Cell width={2}>
          <DraftField {...shared} field="endTime" label={t('checkOut.endTime')} inputMode="numeric" />
        </Cell>
        <Cell width={12}>
          <div className={styles['lengths']}>
            <span className="quiet small">{t('checkOut.lengthTitle')}</span>
            {lengths.map((days) => (
              <button key={days} type="button" className={styles['length']} onClick={() => setLength(days)}>
                {t('desk.days', { count: days })}
              </button>
            ))}
          </div>
        </Cell>
      </Fields>
      <h2>{t('checkOut.vehicleTitle')}</h2>
      {errors.vehicleId ? (
        <p className={styles['problem']} role="alert">
          {t('problem.vehicle_missing')}
        </p>
      ) : null}
      {vehicles?.length === 0 ? <p className="quiet">{t('checkOut.noVehicles')}</p> : null}
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
          const isChosen = vehicle.id === draft.vehicleId;
          return (
            <button
              key={vehicle.id}
              type="button"
              role="radio"
              aria-checked={isChosen}
              tabIndex={isChosen || (draft.vehicleId === '' && index === 0) ? 0 : -1}
              ref={(element) => {
                if (isChosen && element?.parentElement?.contains(document.activeElement)) element.focus();
              }}
              className={styles['vehicle']}
              onClick={() => void choose(vehicle.id)}
            >
              <Plate plate={vehicle.plate} />
              <span className={styles['model']}>
                {vehicle.make} {vehicle.model}
                <small>
                  {vehicle.category} · {formatKilometres(vehicle.odometer_km)} km · {vehicle.parking_place}
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
      <Choice
        label={t('checkOut.returnBranch')}
        value={draft.returnBranchId}
        onChange={(returnBranchId) => onChange({ returnBranchId })}
        options={(branches ?? []).map((branch) => ({ value: branch.id, label: branch.name }))}
      />
      {priceList ? (
        <section className={styles['taken']}>
          <OptionsField
            list={priceList}
            options={draft.options}
            onChange={(options) => onChange({ options })}
            vouchers={draft.vouchers}
            onVouchers={(typed) => onChange({ vouchers: typed })}
          />
        </section>
      ) : null}
    </>
  );
}
