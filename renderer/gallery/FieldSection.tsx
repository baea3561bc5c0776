import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { must } from '#shared/result/result.ts';
import { checkPlate } from '#shared/fleet/plate.ts';
import { rappen } from '#shared/money/rappen.ts';
import { normalisePhone } from '#shared/parties/phone.ts';
import { atWallClock, isoDay } from '#shared/time/instant.ts';
import { DayField } from '../ui/fields/DayField.tsx';
import { MomentField } from '../ui/fields/MomentField.tsx';
import { MoneyField } from '../ui/fields/MoneyField.tsx';
import { KilometreField, NumberField } from '../ui/fields/NumberField.tsx';
import { PhoneField } from '../ui/fields/PhoneField.tsx';
import { PlateField } from '../ui/fields/PlateField.tsx';
import {
  kilometreReader,
  momentReader,
  moneyReader,
  pastDayReader,
  phoneReader,
  plateReader,
  rentalDayReader,
  wholeReader,
} from '../ui/fields/readers.ts';
import { TextField } from '../ui/TextField.tsx';
import { now, today } from './example-day.ts';
import styles from './Gallery.module.css';
import { ShownFocused } from './ShownFocused.tsx';
import { StateRow } from './StateRow.tsx';

const money = moneyReader(false);
const signed = moneyReader(true);
const keys = wholeReader(0, 9);
const rentalDay = rentalDayReader(today);
const pastDay = pastDayReader(today);
const moment = momentReader(now);

/** Fields that read what is typed, each empty, with the focus, filled, wrong and disabled. */
export function FieldSection() {
  const { t } = useTranslation();
  const [name, setName] = useState('Brunner-Hürlimann');
  return (
    <div className={styles['states']}>
      <TextField label={t('checkOut.lastName')} value="" onChange={() => undefined} />
      <ShownFocused>
        <TextField
          label={t('checkOut.note')}
          value=""
          onChange={() => undefined}
          hint={t('checkOut.noteHint')}
        />
      </ShownFocused>
      <TextField label={t('checkOut.lastName')} value={name} onChange={setName} />
      <TextField
        label={t('checkOut.lastName')}
        value=""
        onChange={() => undefined}
        error={t('field.required')}
      />
      <TextField label={t('checkOut.lastName')} value={name} onChange={setName} isDisabled />
      <TextField
        label={t('checkOut.odometer')}
        value="31’012"
        onChange={() => undefined}
        warning={t('checkOut.odometerBack', { km: '31’842' })}
        unit="km"
        isNumeric
      />
      <TextField
        label={t('signIn.password')}
        value="not so secret"
        onChange={() => undefined}
        type="password"
      />
      <TextField
        label={t('checkOut.email')}
        value=""
        onChange={() => undefined}
        placeholder="name@example.com"
      />
      <span />
      <span />
      <StateRow
        label={t('checkOut.deposit')}
        reader={money}
        value={rappen(159_050)}
        wrong="1590.555"
        hint={t('checkOut.deductibleHint')}
        renderField={(props) => <MoneyField {...props} />}
      />
      <StateRow
        label={t('checkOut.total')}
        reader={signed}
        value={rappen(-12_345)}
        wrong="12 + 5"
        hint={t('invoices.creditableHint', { amount: 'EUR 500.00' })}
        renderField={(props) => <MoneyField {...props} currency="EUR" mayBeNegative />}
      />
      <StateRow
        label={t('checkOut.odometer')}
        reader={kilometreReader}
        value={31_846}
        wrong="31846 km"
        hint={t('checkOut.odometerHint', { km: '31’842' })}
        renderField={(props) => <KilometreField {...props} />}
      />
      <StateRow
        label={t('checkIn.keys')}
        reader={keys}
        value={2}
        wrong="12"
        hint={t('field.number')}
        renderField={(props) => <NumberField {...props} smallest={0} largest={9} />}
      />
      <StateRow
        label={t('checkOut.end')}
        reader={rentalDay}
        value={isoDay('2026-12-24')}
        wrong="31.11."
        hint={t('field.day')}
        renderField={(props) => <DayField {...props} kind="rental" today={today} />}
      />
      <StateRow
        label={t('checkOut.bornOn')}
        reader={pastDay}
        value={isoDay('1990-12-24')}
        wrong="31.02.1990"
        hint={t('field.day')}
        renderField={(props) => <DayField {...props} kind="past" today={today} />}
      />
      <StateRow
        label={t('checkOut.start')}
        reader={moment}
        value={atWallClock(isoDay('2026-12-24'), '14:00')}
        wrong="24.12. 25:00"
        hint={t('ui.periodHint')}
        renderField={(props) => <MomentField {...props} now={now} />}
      />
      <StateRow
        label={t('fleet.plate')}
        reader={plateReader}
        value={must(checkPlate('ZH 731204'))}
        wrong="XX 12"
        hint={t('fleet.plateHint')}
        renderField={(props) => <PlateField {...props} />}
      />
      <StateRow
        label={t('checkOut.phone')}
        reader={phoneReader}
        value={must(normalisePhone('079 214 88 03'))}
        wrong="214 88 03"
        hint={t('field.phone')}
        renderField={(props) => <PhoneField {...props} />}
      />
    </div>
  );
}
