import { useTranslation } from 'react-i18next';
import { formatDay } from '#shared/time/format-time.ts';
import { addDays, dayOf, now } from '#shared/time/instant.ts';
import { parseTypedDay } from '#shared/time/parse-typed.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import type { Occupation } from '#shared/fleet/occupation.ts';
import { WaitingFor } from '../app/fleet/WaitingFor.tsx';
import { FreeVehicles } from '../app/fleet/FreeVehicles.tsx';
import { useFreeVehicles } from '../app/fleet/use-free-vehicles.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { OptionsField } from '../app/prices/OptionsField.tsx';
import { usePriceList } from '../app/prices/use-price-list.ts';
import { Choice } from '../ui/Choice.tsx';
import { Cell, Fields } from '../ui/Fields.tsx';
import styles from './CheckOut.module.css';
import { DraftField, type StepProps } from './DraftField.tsx';
import { withVehicle } from './new-draft.ts';
import { saidBeside } from './said-beside.ts';

const lengths = [1, 2, 3, 7, 14] as const;

/** Which vehicle, from when to when. */
export function VehicleStep({
  draft,
  errors,
  problem,
  onChange,
  waiting,
}: StepProps & { readonly waiting: readonly Occupation[] }) {
  const { t } = useTranslation();
  const { rows } = useCounter();
  const vehicles = useFreeVehicles();
  const branches = useRows('check-out/branches', (all) =>
    all.selectFrom('branches').select(['id', 'name']).orderBy('name'),
  );
  const chosen = vehicles?.find(({ id }) => id === draft.vehicleId);
  const priceList = usePriceList(chosen?.category_id ?? '');
  const shared = { draft, errors, problem, onChange };
  const choose = async (id: string): Promise<void> => {
    const { vehicleId, odometer, fuelEighths, found, repaired } = await withVehicle(rows, draft, id);
    onChange({ vehicleId, odometer, fuelEighths, found, repaired });
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
      {errors.vehicleId || problem?.field === 'vehicleId' ? (
        <p className={styles['problem']} role={errors.vehicleId ? 'alert' : undefined}>
          {errors.vehicleId ? t('problem.vehicle_missing') : problem?.text}
        </p>
      ) : null}
      <FreeVehicles chosenId={draft.vehicleId} onChoose={(id) => void choose(id)} />
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
