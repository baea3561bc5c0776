import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Selectable } from 'kysely';
import type { Damage } from '#shared/fleet/damage.ts';
import { damageWords, describeSize } from '#shared/fleet/damage-words.ts';
import { formatDay, formatInstant } from '#shared/time/format-time.ts';
import { dayOf } from '#shared/time/instant.ts';
import type { DamageRow } from '#sync/schema/rows.generated.ts';
import { damageSpot } from '../app/damage/damage-name.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Button } from '../ui/Button.tsx';
import { DamagePicture } from '../ui/damage/DamagePicture.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { SectionHeading } from '../ui/SectionHeading.tsx';
import { readablePlate } from '../ui/readable-plate.ts';
import styles from './Fleet.module.css';
import { contractsOfVehicle } from './fleet-queries.ts';

/** So many contracts are shown at first, and so many when all are asked for: more than a car sees in its life. */
const newest = 30;
const all = 2_000;

export interface VehicleFileProps {
  readonly vehicleId: string;
  /** Null where this person may not. */
  readonly onRepair: ((damageId: string) => void) | null;
}

/** What is on file of a car: damages on the sketch, plates, holds, transfers, contracts. */
export function VehicleFile({ vehicleId, onRepair }: VehicleFileProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const language = useUiLanguage();
  const words = damageWords[language];
  const damages = useRows(`vehicle/${vehicleId}/damages`, (rows) =>
    rows
      .selectFrom('damages')
      .selectAll()
      .where('vehicle_id', '=', vehicleId)
      .orderBy('found_at')
      .orderBy('id'),
  );
  const plates = useRows(`vehicle/${vehicleId}/plates`, (rows) =>
    rows
      .selectFrom('vehicle_plates')
      .selectAll()
      .where('vehicle_id', '=', vehicleId)
      .orderBy('used_from', 'desc'),
  );
  const holds = useRows(`vehicle/${vehicleId}/holds`, (rows) =>
    rows
      .selectFrom('vehicle_holds')
      .selectAll()
      .where('vehicle_id', '=', vehicleId)
      .orderBy('starts_at', 'desc'),
  );
  const transfers = useRows(`vehicle/${vehicleId}/transfers`, (rows) =>
    rows
      .selectFrom('vehicle_transfers')
      .innerJoin('branches as one', 'one.id', 'vehicle_transfers.from_branch_id')
      .innerJoin('branches as other', 'other.id', 'vehicle_transfers.to_branch_id')
      .where('vehicle_transfers.vehicle_id', '=', vehicleId)
      .select(['vehicle_transfers.id', 'leaves_at', 'arrived_at', 'one.code as from', 'other.code as to'])
      .orderBy('leaves_at', 'desc'),
  );
  const [atMost, setAtMost] = useState(newest);
  const contracts = useRows(`vehicle/${vehicleId}/contracts/${atMost}`, (rows) =>
    contractsOfVehicle(rows, vehicleId, atMost),
  );
  const mayBeMore = atMost === newest && contracts?.length === newest;
  const open = (damages ?? []).filter((damage) => damage.repaired_at === null);
  const repaired = (damages?.length ?? 0) - open.length;
  return (
    <>
      <section>
        <SectionHeading count={open.length}>{t('fleet.damages')}</SectionHeading>
        {open.length === 0 ? <p className="quiet">{t('fleet.noDamages')}</p> : null}
        {open.length > 0 ? (
          <div className={styles['sketch']}>
            <DamagePicture known={open.map(damageOf)} />
          </div>
        ) : null}
        <table className={styles['rows']}>
          <tbody>
            {open.map((row, at) => {
              const damage = damageOf(row);
              return (
                <tr key={row.id}>
                  <td>
                    {at + 1} · {damageSpot(damage, language)}
                    {damage.note === null ? null : <small className={styles['note']}>{damage.note}</small>}
                  </td>
                  <td className="quiet">{describeSize(words, row.kind, row.size)}</td>
                  <td className="quiet">{formatDay(dayOf(row.found_at))}</td>
                  <td>
                    {onRepair ? (
                      <Button onPress={() => onRepair(row.id)}>{t('fleet.repaired')}</Button>
                    ) : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {repaired > 0 ? <p className="quiet small">{t('fleet.repairedCount', { count: repaired })}</p> : null}
      </section>
      <Part
        title={t('fleet.plates')}
        rows={(plates ?? []).map((row) => [
          row.id,
          readablePlate(row.plate),
          t('fleet.from', { time: formatInstant(row.used_from) }),
          row.used_to === null ? '' : t('fleet.until', { time: formatInstant(row.used_to) }),
        ])}
      />
      <Part
        title={t('fleet.holds')}
        rows={(holds ?? []).map((row) => [
          row.id,
          [t(`hold.reasons.${row.reason}`), row.note].filter(Boolean).join(' · '),
          t('fleet.from', { time: formatInstant(row.starts_at) }),
          row.ends_at === null ? '' : t('fleet.until', { time: formatInstant(row.ends_at) }),
        ])}
      />
      <Part
        title={t('fleet.transfers')}
        rows={(transfers ?? []).map((row) => [
          row.id,
          `${row.from} → ${row.to}`,
          t('fleet.from', { time: formatInstant(row.leaves_at) }),
          row.arrived_at === null ? '' : t('fleet.until', { time: formatInstant(row.arrived_at) }),
        ])}
      />
      <section>
        <SectionHeading {...(mayBeMore ? {} : { count: contracts?.length ?? 0 })}>
          {t('fleet.contracts')}
        </SectionHeading>
        <table className={styles['rows']}>
          <tbody>
            {contracts?.map((contract) => (
              <tr key={contract.id}>
                <td>
                  <LinkButton
                    onPress={() =>
                      void navigate({ to: '/contracts/$contractId', params: { contractId: contract.id } })
                    }
                  >
                    {contract.number ?? t('contract.reservation')}
                  </LinkButton>
                </td>
                <td>{contract.customer_name}</td>
                <td>
                  {formatDay(dayOf(contract.starts_at))} – {formatDay(dayOf(contract.due_at))}
                </td>
                <td className="quiet">{t(`status.${contract.status}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {mayBeMore ? <Button onPress={() => setAtMost(all)}>{t('fleet.olderContracts')}</Button> : null}
      </section>
    </>
  );
}

/** Lines of three texts under a heading; left out when there are none. */
function Part({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly (readonly [key: string, what: string, from: string, until: string])[];
}) {
  if (rows.length === 0) return null;
  return (
    <section>
      <SectionHeading count={rows.length}>{title}</SectionHeading>
      <table className={styles['rows']}>
        <tbody>
          {rows.map(([key, what, from, until]) => (
            <tr key={key}>
              <td>{what}</td>
              <td className="quiet">{from}</td>
              <td className="quiet">{until}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function damageOf(row: Selectable<DamageRow>): Damage {
  return {
    id: row.id,
    view: row.view,
    position: { x: row.x, y: row.y },
    kind: row.kind,
    size: row.size,
    note: row.note || null,
    foundAt: row.found_at,
    photoIds: [],
  };
}
