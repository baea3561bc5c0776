import { useTranslation } from 'react-i18next';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { formatDay, formatInstant } from '#shared/time/format-time.ts';
import { type Instant, dayOf, instant } from '#shared/time/instant.ts';
import { formatKilometres } from '../ui/format-kilometres.ts';
import { useAgreedLines } from '../app/contracts/use-agreed-lines.ts';
import { refusalText } from '../app/attention/refusal-text.ts';
import { SheetButtons } from '../app/SheetButtons.tsx';
import { BillLines } from '../ui/BillLines.tsx';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Plate } from '../ui/Plate.tsx';
import { readablePhone } from '../ui/readable-phone.ts';
import { ConflictDetail } from './ConflictDetail.tsx';
import styles from './Desk.module.css';
import type { DeskItem } from './desk-items.ts';
import type { DeskRow } from './desk-queries.ts';

export interface DeskDetailProps {
  readonly item: DeskItem | undefined;
  readonly time: Instant;
  readonly mayWrite: boolean;
  readonly onOpen: () => void;
  readonly onWalkIn: () => void;
  readonly onReserve: () => void;
  /** Opens the chosen reservation, or contract that is out, to change it. */
  readonly onChange: () => void;
}

/** What is known of the chosen row, and its one next step. */
export function DeskDetail({ item, mayWrite, onOpen, onWalkIn, onReserve, onChange }: DeskDetailProps) {
  const { t } = useTranslation();
  const step = !item
    ? null
    : item.kind === 'out' && mayWrite
      ? 'startCheckOut'
      : item.kind === 'back' && mayWrite
        ? 'startCheckIn'
        : item.kind === 'out' || item.kind === 'back'
          ? 'openContract'
          : item.kind === 'drawer'
            ? 'openCash'
            : 'openInbox';
  return (
    <>
      {!item ? <p className="quiet">{mayWrite ? t('desk.choose') : ''}</p> : null}
      {item?.kind === 'out' || item?.kind === 'back' ? <RentalDetail row={item.row} /> : null}
      {item?.kind === 'drawer' ? (
        <>
          <h1>{t('cash.openSince', { day: formatDay(dayOf(item.drawer.opened_at)) })}</h1>
          <p className="quiet">{t('cash.openSinceHint')}</p>
        </>
      ) : null}
      {item?.kind === 'conflict' ? <ConflictDetail conflict={item.conflict} /> : null}
      {item?.kind === 'refusal' ? (
        <>
          <h1>{refusalText(t, item.refusal.code)}</h1>
          <p className="quiet small">
            {[item.refusal.clerk, item.refusal.counter, formatInstant(instant(item.refusal.refused_at))]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      ) : null}
      <div className={styles['steps']}>
        {step ? (
          <Button kind="primary" hotkey="↵" onPress={onOpen}>
            {t(`desk.${step}`)}
          </Button>
        ) : null}
        {mayWrite ? (
          <Button hotkey="N" onPress={onWalkIn} kind={step ? 'plain' : 'primary'}>
            {t('desk.walkIn')}
          </Button>
        ) : null}
        {mayWrite ? (
          <Button hotkey="B" onPress={onReserve}>
            {t('reservation.newTitle')}
          </Button>
        ) : null}
        {mayWrite && (item?.kind === 'out' || item?.kind === 'back') ? (
          <Button hotkey="C" onPress={onChange}>
            {t(item.kind === 'out' ? 'reservation.changeTitle' : 'change.start')}
          </Button>
        ) : null}
        {item?.kind === 'out' || item?.kind === 'back' ? (
          <SheetButtons customerId={item.row.customer_id} vehicleId={item.row.vehicle_id} />
        ) : null}
      </div>
    </>
  );
}

function RentalDetail({ row }: { readonly row: DeskRow }) {
  const { t } = useTranslation();
  const lines = useAgreedLines(row.id);
  const vehicle = row.make
    ? `${row.make} ${row.model}, ${formatKilometres(row.odometer_km ?? 0)} km, ${t('desk.tank', { eighths: row.fuel_eighths ?? 0 })}`
    : t('desk.noVehicle');
  return (
    <>
      <div className={styles['head']}>
        <h1>{row.customer_name}</h1>
        {row.plate ? <Plate plate={row.plate} large /> : null}
      </div>
      <p className="quiet small">
        {t('desk.pickUpAt', { time: formatInstant(instant(row.starts_at)) })}
        <br />
        {t('desk.returnAt', { time: formatInstant(instant(row.due_at)) })}
      </p>
      <Facts
        facts={[
          [t('desk.contract'), row.number ?? t(`status.${row.status}`)],
          [t('desk.category'), row.category],
          [t('desk.vehicle'), vehicle],
          [t('desk.place'), row.parking_place ?? ''],
          [t('desk.phone'), readablePhone(row.phone ?? '')],
        ]}
      />
      <BillLines
        lines={[
          ...lines.map((line, at) => ({
            key: `${at}`,
            title: line.label,
            amount: formatAmount(line.amount),
          })),
          { key: 'total', title: t('checkOut.total'), amount: formatMoney(row.agreed), isTotal: true },
        ]}
      />
    </>
  );
}
