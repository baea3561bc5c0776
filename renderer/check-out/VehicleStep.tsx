import { useTranslation } from 'react-i18next';
import { formatInstant, formatTime } from '#shared/time/format-time.ts';
import { addDays, atWallClock, dayOf } from '#shared/time/instant.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import type { Occupation } from '#shared/fleet/occupation.ts';
import { WaitingFor } from '../app/fleet/WaitingFor.tsx';
import { FreeVehicles } from '../app/fleet/FreeVehicles.tsx';
import { useFreeVehicles } from '../app/fleet/use-free-vehicles.ts';
import { useMinute } from '../app/hooks/use-minute.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { OptionsField } from '../app/prices/OptionsField.tsx';
import { usePriceList } from '../app/prices/use-price-list.ts';
import { Choice } from '../ui/Choice.tsx';
import { PeriodField } from '../ui/fields/PeriodField.tsx';
import { typedPeriod } from '../ui/fields/typed-period.ts';
import { Cell, Fields } from '../ui/Fields.tsx';
import styles from './CheckOut.module.css';
import type { StepProps } from './DraftField.tsx';
import { withVehicle } from './new-draft.ts';
import type { PromisedRental } from './promised.ts';
import { saidBeside } from './said-beside.ts';

const lengths = [1, 2, 3, 7, 14] as const;

/** Which vehicle, from when to when. */
export function VehicleStep({
  draft,
  errors,
  problem,
  onChange,
  waiting,
  promised,
}: StepProps & {
  readonly waiting: readonly Occupation[];
  /** What was reserved; null for a walk-in. */
  readonly promised: PromisedRental | null;
}) {
  const { t } = useTranslation();
  const { rows } = useCounter();
  const vehicles = useFreeVehicles();
  const branches = useRows('check-out/branches', (all) =>
    all.selectFrom('branches').select(['id', 'name']).orderBy('name'),
  );
  const chosen = vehicles?.find(({ id }) => id === draft.vehicleId);
  const isOther = promised !== null && chosen !== undefined && chosen.category_id !== promised.categoryId;
  const priceList = usePriceList(chosen?.category_id ?? '');
  const shared = { draft, errors, problem, onChange };
  const choose = async (id: string): Promise<void> => {
    const { vehicleId, odometer, fuelEighths, found, repaired, ...taken } = await withVehicle(
      rows,
      draft,
      id,
    );
    const { keys, accessories, moreAccessories } = taken;
    const given = { keys, accessories, moreAccessories };
    onChange({ vehicleId, odometer, fuelEighths, found, repaired, ...given });
  };
  const time = useMinute();
  const period = typedPeriod(draft, time);
  const setLength = (days: number): void => {
    const start = period.start.value;
    if (start === null) return;
    onChange({ end: formatInstant(atWallClock(addDays(dayOf(start), days), formatTime(start))) });
  };
  const saidOf = (field: 'start' | 'end'): string | undefined => saidBeside(shared, field, t);

  return (
    <>
      <Fields>
        <Cell width={12}>
          <PeriodField
            startLabel={t('checkOut.start')}
            endLabel={t('checkOut.end')}
            period={period}
            onChange={({ start, end }) =>
              onChange({
                ...(start.text === draft.start ? {} : { start: start.text }),
                ...(end.text === draft.end ? {} : { end: end.text }),
              })
            }
            now={time}
            startError={saidOf('start')}
            endError={saidOf('end')}
            autoFocus="end"
          />
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
      {errors.vehicleId || problem?.field === 'vehicleId' ? (
        <p className={styles['problem']} role={errors.vehicleId ? 'alert' : undefined}>
          {errors.vehicleId ? t('problem.vehicle_missing') : problem?.text}
        </p>
      ) : null}
      {promised === null ? null : (
        <p className={isOther ? styles['other'] : 'quiet'} role="status">
          {isOther
            ? t('checkOut.otherCategory', { reserved: promised.category, chosen: chosen.category })
            : t('checkOut.reservedCategory', { category: promised.category })}
        </p>
      )}
      <FreeVehicles
        chosenId={draft.vehicleId}
        onChoose={(id) => void choose(id)}
        {...(promised === null ? {} : { reservedCategoryId: promised.categoryId })}
      />
      <WaitingFor found={waiting} />
      <Choice
        label={t('checkOut.returnBranch')}
        value={draft.returnBranchId}
        onChange={(returnBranchId) => onChange({ returnBranchId })}
        options={(branches ?? []).map((branch) => ({ value: branch.id, label: branch.name }))}
        error={saidBeside(shared, 'returnBranchId', t)}
      />
      {priceList ? (
        <section className={styles['taken']}>
          <OptionsField
            list={priceList}
            options={draft.options}
            onChange={(options) => onChange({ options })}
            vouchers={draft.vouchers}
            onVouchers={(typed) => onChange({ vouchers: typed })}
            voucherError={saidBeside(shared, 'vouchers', t)}
          />
        </section>
      ) : null}
    </>
  );
}
