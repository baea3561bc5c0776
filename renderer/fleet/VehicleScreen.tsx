import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holdRefusalTexts } from '#shared/fleet/hold-refusal-texts.ts';
import type { HoldRefusal } from '#shared/fleet/lay-hold.ts';
import { vehicleRefusalTexts } from '#shared/fleet/vehicle-refusal-texts.ts';
import type { VehicleRefusal } from '#shared/fleet/change-vehicle.ts';
import type { Result } from '#shared/result/result.ts';
import { type Instant, now } from '#shared/time/instant.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { HoldDialog } from '../app/fleet/HoldDialog.tsx';
import { holdsFrom } from '../app/fleet/occupation-queries.ts';
import { endHolds } from '../app/fleet/put-hold.ts';
import { HistoryNote } from '../app/HistoryNote.tsx';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHistory } from '../app/hooks/use-history.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useMinute } from '../app/hooks/use-minute.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useReturn } from '../app/shell/use-trail.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Plate } from '../ui/Plate.tsx';
import { formatKilometres } from '../ui/format-kilometres.ts';
import styles from './Fleet.module.css';
import { fleetRows, outNow } from './fleet-queries.ts';
import { mayManage } from './may-manage.ts';
import { PlateDialog } from './PlateDialog.tsx';
import { stateText } from './state-text.ts';
import { changePlate, repairDamage } from './vehicle-commands.ts';
import { VehicleFile } from './VehicleFile.tsx';
import { fleetItems } from './vehicle-state.ts';

const refusalTexts = { ...vehicleRefusalTexts, ...holdRefusalTexts };

/** One car: what it is and does, its plates, damages, holds, transfers and contracts. */
export function VehicleScreen() {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const navigate = useNavigate();
  const counter = useCounter();
  const { role, place } = counter;
  const { vehicleId } = useParams({ from: '/fleet/$vehicleId' });
  const time = useMinute();
  const found = useRows(`vehicle/${vehicleId}`, (rows) =>
    fleetRows(rows).where('vehicles.id', '=', vehicleId),
  );
  const out = useRows('fleet/out', outNow);
  const holds = useRows(`vehicle/${vehicleId}/holds/${time}`, (rows) =>
    holdsFrom(rows, time).where('vehicle_id', '=', vehicleId),
  );
  // By the clock, not by the last full minute: a hold that was just laid or ended is seen at once.
  const held = holds?.filter((hold) => lasts(hold, now()));
  const past = useHistory({ of: 'vehicle', vehicleId });
  const [asks, setAsks] = useState<'plate' | 'hold' | null>(null);
  const [problem, setProblem] = useState('');
  const [vehicle] = found ?? [];
  const manages = useMayManage(vehicle?.branch_id ?? '');
  const mayWrite = role !== 'viewer';

  const tell = async (done: Promise<Result<unknown, VehicleRefusal | HoldRefusal>>): Promise<void> => {
    const result = await done;
    setAsks(null);
    setProblem(result.ok ? '' : sayRefusal(refusalTexts, result.refusal, language));
  };
  const back = useReturn('/fleet');
  const edit = (): void => {
    if (manages) void navigate({ to: '/fleet/$vehicleId/edit', params: { vehicleId } });
  };
  const [item] = vehicle ? fleetItems([vehicle], out ?? [], held ?? [], place.branchId) : [];
  const isFree = item?.state.kind === 'free';
  const isHeld = (held?.length ?? 0) > 0;
  const checkOut = (): void => {
    if (mayWrite && isFree) void navigate({ to: '/check-out/new', search: { vehicleId } });
  };
  const outWith = item?.state.kind === 'out' ? item.state.contractId : null;
  const changeContract = (): void => {
    if (mayWrite && outWith !== null)
      void navigate({ to: '/contracts/$contractId/change', params: { contractId: outWith } });
  };
  const toContract = (): void => {
    if (outWith !== null) void navigate({ to: '/contracts/$contractId', params: { contractId: outWith } });
  };
  const toggleHold = (): void => {
    if (!mayWrite) return;
    if (held && isHeld)
      void tell(
        endHolds(
          counter,
          held.map(({ id }) => id),
        ),
      );
    else setAsks('hold');
  };
  useHotkeys({
    n: checkOut,
    c: changeContract,
    v: toContract,
    b: edit,
    k: () => setAsks(manages ? 'plate' : null),
    s: toggleHold,
    Escape: back,
  });
  useKeyLine({
    keys: [
      ...(mayWrite && isFree ? ([['N', t('keys.checkOut')]] as const) : []),
      ...(outWith === null ? [] : ([['V', t('keys.contract')]] as const)),
      ...(mayWrite && outWith !== null ? ([['C', t('keys.change')]] as const) : []),
      ...(manages
        ? ([
            ['B', t('keys.edit')],
            ['K', t('keys.plate')],
          ] as const)
        : []),
      ...(mayWrite ? ([['S', t(isHeld ? 'keys.endHold' : 'keys.hold')]] as const) : []),
      ['Esc', t('keys.back')],
    ],
    status: '',
  });
  if (found === undefined) return null;
  if (!vehicle || !item) return <EmptyState title={t('fleet.missing')} />;
  return (
    <div className={styles['screen']}>
      <section className={styles['main']}>
        <div className={styles['title']}>
          <h1>
            {vehicle.make} {vehicle.model}
          </h1>
          <Plate plate={vehicle.plate} large />
        </div>
        <p className={styles['state']} data-state={item.state.kind}>
          {stateText(t, item.state)}
        </p>
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
        <HistoryNote state={past} />
        <VehicleFile
          vehicleId={vehicleId}
          onRepair={mayWrite ? (damageId) => void tell(repairDamage(counter, damageId)) : null}
        />
      </section>
      <aside className={styles['side']}>
        <Facts
          facts={[
            [t('fleet.category'), `${vehicle.category_code} · ${vehicle.category}`],
            [t('fleet.branch'), vehicle.branch],
            [t('fleet.place'), vehicle.parking_place],
            [t('fleet.kilometres'), `${formatKilometres(vehicle.odometer_km)} km`],
            [t('fleet.tank'), `${vehicle.fuel_eighths}/8`],
            [t('fleet.energy'), t(`fleet.energies.${vehicle.energy}`)],
            [t('fleet.vin'), vehicle.vin],
          ]}
        />
        <div className={styles['actions']}>
          {mayWrite && isFree ? (
            <Button kind="primary" hotkey="N" onPress={checkOut}>
              {t('customers.checkOut')}
            </Button>
          ) : null}
          {outWith === null ? null : (
            <Button kind="primary" hotkey="V" onPress={toContract}>
              {t('desk.openContract')}
            </Button>
          )}
          {mayWrite && outWith !== null ? (
            <Button hotkey="C" onPress={changeContract}>
              {t('change.start')}
            </Button>
          ) : null}
          {manages ? (
            <>
              <Button hotkey="B" onPress={edit}>
                {t('customers.edit')}
              </Button>
              <Button hotkey="K" onPress={() => setAsks('plate')}>
                {t('fleet.newPlate')}
              </Button>
            </>
          ) : null}
          {mayWrite ? (
            <Button hotkey="S" onPress={toggleHold}>
              {t(isHeld ? 'hold.end' : 'hold.save')}
            </Button>
          ) : null}
          <Button hotkey="Esc" onPress={back}>
            {t('commands.back')}
          </Button>
        </div>
      </aside>
      <PlateDialog
        isOpen={asks === 'plate'}
        onClose={() => setAsks(null)}
        onSave={(plate, from) => void tell(changePlate(counter, vehicleId, plate, from))}
      />
      {asks === 'hold' ? <HoldDialog vehicle={vehicle} at={now()} onClose={() => setAsks(null)} /> : null}
    </div>
  );
}

function lasts(
  hold: { readonly starts_at: Instant; readonly ends_at: Instant | null },
  at: Instant,
): boolean {
  return hold.starts_at <= at && (hold.ends_at === null || hold.ends_at > at);
}

/** Whether this person may change the vehicles of a branch; not until it is known. */
export function useMayManage(branchId: string): boolean {
  const counter = useCounter();
  const [answer, setAnswer] = useState({ branchId: '', may: false });
  useEffect(() => {
    let isGone = false;
    const ask = async (): Promise<void> => {
      const may = await mayManage(counter, branchId);
      if (!isGone) setAnswer({ branchId, may });
    };
    void ask();
    return () => {
      isGone = true;
    };
  }, [counter, branchId]);
  return answer.branchId === branchId && answer.may;
}
