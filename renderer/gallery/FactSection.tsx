import { useTranslation } from 'react-i18next';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { rappen } from '#shared/money/rappen.ts';
import { formatDay } from '#shared/time/format-time.ts';
import { addDays } from '#shared/time/instant.ts';
import { BillLines } from '../ui/BillLines.tsx';
import { Button } from '../ui/Button.tsx';
import { BarChart } from '../ui/chart/BarChart.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Key } from '../ui/Key.tsx';
import { Plate } from '../ui/Plate.tsx';
import { SectionHeading } from '../ui/SectionHeading.tsx';
import { today } from './example-day.ts';
import styles from './Gallery.module.css';

/** What is only looked at: plates, keys, headings, facts, bills and bars. */
export function FactSection() {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles['row']}>
        <Plate plate="ZH 731204" />
        <Plate plate="GR 7" />
        <Plate plate="M-XY 1234" />
        <Plate plate="ZH 731204" large />
        <Plate plate="GE 98765" large />
        <span>
          <Key>Ctrl ↵</Key> <Key>Esc</Key> <Key>G</Key> <Key>+</Key> <Key>-</Key>
        </span>
      </div>
      <div className={styles['row']}>
        <div className={styles['column']}>
          <SectionHeading count={1_206} actions={<Button>{t('contract.show')}</Button>}>
            {t('desk.out')}
          </SectionHeading>
          <EmptyState title={t('desk.nothingOut')}>{t('desk.choose')}</EmptyState>
          <SectionHeading>{t('desk.needsYou')}</SectionHeading>
          <EmptyState title={t('desk.nothingNeeded')} />
        </div>
        <div className={styles['column']}>
          <Bill />
        </div>
        <div className={styles['column']}>
          <Facts
            facts={[
              [t('desk.customer'), 'Annalena Brunner-Hürlimann'],
              [t('desk.phone'), '079 214 88 03'],
              [t('desk.category'), ''],
              [t('checkOut.paperLanguage'), 'Rumantsch'],
              [t('invoices.reference'), '21 00000 00003 13947 14300 09017'],
              [t('desk.place'), 'Zürich HB, Parkhaus Sihlquai, Ebene 2'],
            ]}
          />
        </div>
      </div>
      <Charts />
    </>
  );
}

function Bill() {
  const { t } = useTranslation();
  return (
    <BillLines
      lines={[
        {
          key: 'rent',
          title: t('reports.kinds.rental'),
          small: t('ui.days', { count: 3 }),
          amount: '237.00',
        },
        { key: 'km', title: t('reports.kinds.kilometres'), amount: '0.00' },
        { key: 'discount', title: t('reports.kinds.discount'), small: '−5 %', amount: '−11.85' },
        {
          key: 'invoice',
          title: t('contract.openInvoice'),
          small: 'ZRH-A-26-00042',
          amount: formatAmount(rappen(159_000)),
          onOpen: () => undefined,
        },
        {
          key: 'total',
          title: t('checkOut.total'),
          small: t('checkOut.inclVat', { rate: '8.1', amount: '136.02' }),
          amount: formatMoney(rappen(181_515)),
          isTotal: true,
        },
      ]}
    />
  );
}

/** Few bars of two tones, and as many as a year has days. */
function Charts() {
  const { t } = useTranslation();
  const barsOf = (count: number) =>
    Array.from({ length: count }, (_, at) => {
      const day = formatDay(addDays(today, at));
      const [rented, held] = [(at * 7) % 23, at % 3];
      return {
        key: day,
        label: day.slice(0, 6),
        value: rented,
        second: held,
        text: t('reports.dayText', { day, rented, held, all: 30 }),
      };
    });
  return (
    <>
      <div className={styles['pair']}>
        <BarChart label={t('reports.utilisation')} bars={barsOf(14)} most={30} />
        <BarChart label={t('reports.vat')} bars={barsOf(3)} />
      </div>
      <BarChart label={t('reports.revenue')} bars={barsOf(365)} />
    </>
  );
}
