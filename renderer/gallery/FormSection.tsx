import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { atWallClock, isoDay } from '#shared/time/instant.ts';
import { AddressField } from '../ui/fields/AddressField.tsx';
import { emptyEntry, writtenEntry } from '../ui/fields/entry.ts';
import { type LicenceEntry, LicenceField } from '../ui/fields/LicenceField.tsx';
import { type PeriodEntry, PeriodField } from '../ui/fields/PeriodField.tsx';
import { momentReader, pastDayReader } from '../ui/fields/readers.ts';
import { now, today } from './example-day.ts';
import styles from './Gallery.module.css';

const moment = momentReader(now);

/** Fields made of several. */
export function FormSection() {
  const { t } = useTranslation();
  const [period, setPeriod] = useState<PeriodEntry>({
    start: writtenEntry(moment, now),
    end: writtenEntry(moment, atWallClock(isoDay('2026-11-23'), '16:30')),
  });
  const [address, setAddress] = useState({
    street: 'Bahnhofstrasse',
    houseNumber: '12',
    postcode: '8001',
    town: 'Zürich',
    country: 'CH',
  });
  const [wrong, setWrong] = useState({ ...address, postcode: '7000', town: 'Churwalden', street: '' });
  const [licence, setLicence] = useState<LicenceEntry>({
    number: '003784562001',
    categories: 'B, BE',
    since: writtenEntry(pastDayReader(today), isoDay('2009-03-01')),
    expires: emptyEntry,
    country: 'CH',
  });
  const backwards: PeriodEntry = { start: period.end, end: period.start };
  return (
    <div className={styles['form']}>
      <PeriodField
        startLabel={t('checkOut.start')}
        endLabel={t('checkOut.end')}
        period={period}
        onChange={setPeriod}
        now={now}
      />
      <br />
      <PeriodField
        startLabel={t('checkOut.start')}
        endLabel={t('checkOut.end')}
        period={backwards}
        onChange={({ start, end }) => setPeriod({ start: end, end: start })}
        now={now}
      />
      <br />
      <AddressField title={t('checkOut.customerTitle')} address={address} onChange={setAddress} />
      <AddressField
        title={t('checkOut.customerTitle')}
        address={wrong}
        onChange={setWrong}
        errors={{ street: wrong.street === '' ? t('field.required') : undefined }}
      />
      <AddressField address={address} onChange={setAddress} isDisabled />
      <LicenceField
        title={t('checkOut.driverTitle')}
        licence={licence}
        onChange={(changed) => setLicence(changed)}
        today={today}
        errors={{ categories: t('field.required') }}
      />
    </div>
  );
}
