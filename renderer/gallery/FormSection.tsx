import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '#shared/parties/address.ts';
import { atWallClock, isoDay } from '#shared/time/instant.ts';
import { AddressField } from '../ui/fields/AddressField.tsx';
import { emptyEntry, typedEntry, writtenEntry } from '../ui/fields/entry.ts';
import { type LicenceEntry, LicenceField } from '../ui/fields/LicenceField.tsx';
import { type PeriodEntry, PeriodField } from '../ui/fields/PeriodField.tsx';
import { momentReader, pastDayReader } from '../ui/fields/readers.ts';
import { now, today } from './example-day.ts';
import styles from './Gallery.module.css';
import { ShownFocused } from './ShownFocused.tsx';

const moment = momentReader(now);
const pastDay = pastDayReader(today);
const [start, end] = [
  writtenEntry(moment, now),
  writtenEntry(moment, atWallClock(isoDay('2026-11-23'), '16:30')),
];

/** Filled, empty with the focus, the wrong way round, and disabled. */
const periods: readonly PeriodEntry[] = [
  { start, end },
  { start: emptyEntry, end: emptyEntry },
  { start: end, end: start },
  { start, end },
];

/** Filled, empty with the focus, with all that can be wrong or worth a warning, abroad, and disabled. */
const addresses: readonly Address[] = [
  { street: 'Bahnhofstrasse', houseNumber: '12', postcode: '8001', town: 'Zürich', country: 'CH' },
  { street: '', houseNumber: '', postcode: '', town: '', country: 'CH' },
  { street: '', houseNumber: '12', postcode: '7000', town: 'Churwalden', country: 'CH' },
  { street: 'Hauptstrasse', houseNumber: '7', postcode: '9999', town: '', country: 'CH' },
  { street: 'Rue de la République', houseNumber: '41 bis', postcode: '69002', town: 'Lyon', country: 'FR' },
  { street: 'Bahnhofstrasse', houseNumber: '12', postcode: '8001', town: 'Zürich', country: 'CH' },
];

const licence: LicenceEntry = {
  number: '003784562001',
  categories: 'B, BE',
  since: writtenEntry(pastDay, isoDay('2009-03-01')),
  expires: emptyEntry,
  country: 'CH',
};
/** Filled, empty with the focus, wrong, and disabled. */
const licences: readonly LicenceEntry[] = [
  licence,
  { number: '', categories: '', since: emptyEntry, expires: emptyEntry, country: '' },
  { ...licence, categories: '', since: typedEntry(pastDay, '31.02.2009'), country: '' },
  licence,
];

/** Fields made of several. */
export function FormSection() {
  return (
    <>
      <Periods />
      <Addresses />
      <Licences />
    </>
  );
}

function Periods() {
  const { t } = useTranslation();
  const [shown, setShown] = useState(periods);
  return (
    <div className={styles['pair']}>
      {shown.map((period, at) => (
        <State key={at} isFocused={at === 1}>
          <PeriodField
            startLabel={t('checkOut.start')}
            endLabel={t('checkOut.end')}
            period={period}
            onChange={(next) => setShown(shown.with(at, next))}
            now={now}
            isDisabled={at === 3}
          />
        </State>
      ))}
    </div>
  );
}

function Addresses() {
  const { t } = useTranslation();
  const [shown, setShown] = useState(addresses);
  return (
    <div className={styles['pair']}>
      {shown.map((address, at) => {
        const missing = (value: string): string | undefined =>
          (at === 2 || at === 3) && value === '' ? t('field.required') : undefined;
        return (
          <State key={at} isFocused={at === 1}>
            <AddressField
              title={t('checkOut.customerTitle')}
              address={address}
              onChange={(next) => setShown(shown.with(at, next))}
              errors={{ street: missing(address.street), town: missing(address.town) }}
              isDisabled={at === 5}
            />
          </State>
        );
      })}
    </div>
  );
}

function Licences() {
  const { t } = useTranslation();
  const [shown, setShown] = useState(licences);
  return (
    <div className={styles['pair']}>
      {shown.map((one, at) => {
        const missing = (value: string): string | undefined =>
          at === 2 && value === '' ? t('field.required') : undefined;
        return (
          <State key={at} isFocused={at === 1}>
            <LicenceField
              title={t('checkOut.driverTitle')}
              licence={one}
              onChange={(next) => setShown(shown.with(at, next))}
              today={today}
              errors={{
                categories: missing(one.categories),
                country: missing(one.country),
                since: at === 2 && one.since.value === null ? t('field.day') : undefined,
              }}
              isDisabled={at === 3}
            />
          </State>
        );
      })}
    </div>
  );
}

function State({ isFocused, children }: { readonly isFocused: boolean; readonly children: ReactNode }) {
  return <div>{isFocused ? <ShownFocused>{children}</ShownFocused> : children}</div>;
}
