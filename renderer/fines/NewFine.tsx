import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FineRefusal } from '#shared/fines/fine-refusal.ts';
import type { Fine } from '#shared/fines/fine-register.ts';
import { fineRefusalTexts } from '#shared/fines/refusal-texts.ts';
import type { Plate } from '#shared/fleet/plate.ts';
import type { Address } from '#shared/parties/address.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { formatDay } from '#shared/time/format-time.ts';
import { type IsoDay, dayOf, now } from '#shared/time/instant.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useUnsaved } from '../app/hooks/use-unsaved.tsx';
import { useRows } from '../app/hooks/use-rows.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useReturn } from '../app/shell/use-trail.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Cell, Fields } from '../ui/Fields.tsx';
import { AddressField } from '../ui/fields/AddressField.tsx';
import { DayField } from '../ui/fields/DayField.tsx';
import { type Entry, emptyEntry, saidFault } from '../ui/fields/entry.ts';
import { PlateField } from '../ui/fields/PlateField.tsx';
import { pastDayReader, plateReader } from '../ui/fields/readers.ts';
import { Screen, Steps } from '../ui/Screen.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useFaults } from '../ui/use-faults.ts';
import { useTask } from '../ui/use-task.ts';
import { type FineField, faultyField } from './fine-faults.ts';
import { Finding } from './Finding.tsx';
import styles from './fines.module.css';
import { type RecordRefusal, neededTexts, recordFine } from './record-fine.ts';
import { useResolution } from './use-resolution.ts';

const nowhere: Address = { street: '', houseNumber: '', postcode: '', town: '', country: 'CH' };
const noTexts = { time: '', authority: '', addition: '', reference: '', place: '', offence: '' };

/** Enters a fine as it lies on the desk; on the right stands at once who had the car. */
export function NewFine() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const counter = useCounter();
  const language = useUiLanguage();
  const today = dayOf(now());
  const dayReader = pastDayReader(today);
  const [plate, setPlate] = useState<Entry<Plate>>(emptyEntry);
  const [day, setDay] = useState<Entry<IsoDay>>(emptyEntry);
  const [received, setReceived] = useState<Entry<IsoDay>>({ text: formatDay(today), value: today });
  const [texts, setTexts] = useState(noTexts);
  const [address, setAddress] = useState(nowhere);
  const [hour, setHour] = useState<Fine['hour']>(null);
  const [vehicleId, setVehicleId] = useState<string | null>(null);
  const { faults, point, forget } = useFaults<FineField>();
  const [problem, setProblem] = useState('');
  const { isBusy, run } = useTask(setProblem);
  const time = texts.time
    .trim()
    .replace(/^(\d{1,2})[.:](\d{2})$/, (_, h: string, m: string) => `${h.padStart(2, '0')}:${m}`);
  const fine: Fine | null =
    plate.value !== null && day.value !== null && /^\d\d:\d\d$/.test(time)
      ? { plate: plate.value, day: day.value, time, hour, vehicleId }
      : null;
  const { found, past } = useResolution(fine);
  const several =
    found?.ok === false && found.refusal.code === 'several_vehicles'
      ? found.refusal.vehicles.map((one) => one.vehicleId)
      : [];
  const cars = useRows(`fines/cars/${several.join()}`, (rows) =>
    rows.selectFrom('vehicles').select(['id', 'make', 'model']).where('id', 'in', several),
  );
  const isTwice = hour !== null || (found?.ok === false && found.refusal.code === 'fine_time_twice');
  const toList = useReturn('/fines');
  const say = (refusal: RecordRefusal): string => {
    if (refusal.code === 'fine') return sayRefusal<FineRefusal>(fineRefusalTexts, refusal.because, language);
    return t(`fines.problem.${refusal.code === 'field_missing' ? refusal.field : refusal.code}`);
  };
  const record = async (): Promise<void> => {
    setProblem('');
    const asked = { ...texts, postcode: address.postcode, town: address.town };
    const wrong = {
      plate: saidFault(plateReader, plate, t('field.required'), language),
      day: saidFault(dayReader, day, t('field.day'), language),
      time: time === '' ? t('field.time') : undefined,
      receivedOn: saidFault(dayReader, received, t('field.day'), language),
      ...Object.fromEntries(
        neededTexts
          .filter((field) => asked[field].trim() === '')
          .map((field) => [field, t(`fines.problem.${field}`)]),
      ),
    };
    if (point(wrong) || day.value === null || received.value === null) return;
    const recorded = await recordFine(counter, {
      plate: plate.value ?? plate.text,
      day: day.value,
      time,
      hour,
      vehicleId,
      authority: { name: texts.authority, addition: texts.addition, address },
      reference: texts.reference,
      place: texts.place,
      offence: texts.offence,
      receivedOn: received.value,
    });
    if (recorded.ok) {
      await navigate({ to: '/fines/$fineId', params: { fineId: recorded.value.fineId } });
      return;
    }
    const field = faultyField(recorded.refusal);
    const says = say(recorded.refusal);
    if (field === null) setProblem(says);
    else point({ [field]: says });
  };
  const isTouched =
    plate.text !== '' ||
    day.text !== '' ||
    received.text !== formatDay(today) ||
    Object.values(texts).some((typed) => typed !== '') ||
    JSON.stringify(address) !== JSON.stringify(nowhere);
  const { leave, isAsking, question } = useUnsaved(isTouched, toList);
  useHotkeys(isAsking ? {} : { 'Ctrl+Enter': () => void run(record), Escape: leave });
  useKeyLine({
    keys: [
      ['Ctrl ↵', t('keys.fine')],
      ['Esc', t('keys.back')],
    ],
    status: '',
  });
  const text = (name: keyof typeof noTexts, label: string, maxLength: number, hint?: string) => (
    <TextField
      label={label}
      value={texts[name]}
      onChange={(value) => {
        if (name !== 'addition') forget(name);
        setTexts({ ...texts, [name]: value });
      }}
      error={name === 'addition' ? undefined : faults[name]}
      maxLength={maxLength}
      hint={hint}
    />
  );
  return (
    <Screen
      title={t('fines.fresh')}
      problem={problem}
      aside={
        <>
          <Finding found={found} past={past} />
          {isTwice ? (
            <Choice
              label={t('fines.hour')}
              value={hour ?? ''}
              onChange={(value) => {
                forget('hour');
                setHour(value === 'first' ? 'first' : 'second');
              }}
              error={faults.hour}
              options={(['first', 'second'] as const).map((value) => ({
                value,
                label: t(`fines.hours.${value}`),
              }))}
            />
          ) : null}
          {several.length > 0 || vehicleId !== null ? (
            <Choice
              label={t('fines.vehicle')}
              value={vehicleId ?? ''}
              onChange={(id) => {
                forget('vehicle');
                setVehicleId(id);
              }}
              error={faults.vehicle}
              options={(cars ?? []).map(({ id, make, model }) => ({ value: id, label: `${make} ${model}` }))}
            />
          ) : null}
          <Steps>
            <Button kind="primary" hotkey="Ctrl ↵" onPress={() => void run(record)} isDisabled={isBusy}>
              {t('fines.record')}
            </Button>
            <Button hotkey="Esc" onPress={leave}>
              {t('fines.back')}
            </Button>
          </Steps>
          {question}
        </>
      }
    >
      <div className={styles['form']}>
        <Fields>
          <Cell width={4}>
            <PlateField
              label={t('fines.plate')}
              entry={plate}
              onChange={(entry) => {
                forget('plate');
                setPlate(entry);
              }}
              error={faults.plate}
              autoFocus
            />
          </Cell>
          <Cell width={3}>
            <DayField
              label={t('fines.day')}
              entry={day}
              onChange={(entry) => {
                forget('day');
                setDay(entry);
              }}
              error={faults.day}
              today={today}
              kind="past"
            />
          </Cell>
          <Cell width={2}>{text('time', t('fines.time'), 5, t('fines.timeHint'))}</Cell>
          <Cell width={3}>
            <DayField
              label={t('fines.receivedOn')}
              entry={received}
              onChange={(entry) => {
                forget('receivedOn');
                setReceived(entry);
              }}
              error={faults.receivedOn}
              today={today}
              kind="past"
            />
          </Cell>
          <Cell width={4}>{text('reference', t('fines.reference'), 60)}</Cell>
          <Cell width={8}>{text('place', t('fines.place'), 140)}</Cell>
          <Cell width={12}>{text('offence', t('fines.offence'), 200)}</Cell>
          <Cell width={6}>{text('authority', t('fines.authority'), 70)}</Cell>
          <Cell width={6}>{text('addition', t('fines.addition'), 70)}</Cell>
        </Fields>
        <AddressField
          address={address}
          onChange={(changed) => {
            forget('postcode', 'town');
            setAddress(changed);
          }}
          errors={{ postcode: faults.postcode, town: faults.town }}
        />
      </div>
    </Screen>
  );
}
