import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
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
import { useRows } from '../app/hooks/use-rows.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useReturn } from '../app/shell/use-trail.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Cell, Fields } from '../ui/Fields.tsx';
import { AddressField } from '../ui/fields/AddressField.tsx';
import { DayField } from '../ui/fields/DayField.tsx';
import { type Entry, emptyEntry } from '../ui/fields/entry.ts';
import { PlateField } from '../ui/fields/PlateField.tsx';
import { Screen, Steps } from '../ui/Screen.tsx';
import { TextField } from '../ui/TextField.tsx';
import { Finding } from './Finding.tsx';
import styles from './fines.module.css';
import { type RecordRefusal, recordFine } from './record-fine.ts';
import { useResolution } from './use-resolution.ts';

const nowhere: Address = { street: '', houseNumber: '', postcode: '', town: '', country: 'CH' };
/** A field that the fine cannot do without. */
type Missing = Extract<RecordRefusal, { readonly code: 'field_missing' }>['field'];

const noTexts = { time: '', authority: '', addition: '', reference: '', place: '', offence: '' };

/** Enters a fine as it lies on the desk; on the right stands at once who had the car. */
export function NewFine() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const counter = useCounter();
  const language = useUiLanguage();
  const today = dayOf(now());
  const [plate, setPlate] = useState<Entry<Plate>>(emptyEntry);
  const [day, setDay] = useState<Entry<IsoDay>>(emptyEntry);
  const [received, setReceived] = useState<Entry<IsoDay>>({ text: formatDay(today), value: today });
  const [texts, setTexts] = useState(noTexts);
  const [address, setAddress] = useState(nowhere);
  const [hour, setHour] = useState<Fine['hour']>(null);
  const [vehicleId, setVehicleId] = useState<string | null>(null);
  const [missing, setMissing] = useState<Missing | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
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
  const pointed = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (missing !== null) pointed.current?.focus();
  }, [missing]);
  const say = (refusal: Exclude<RecordRefusal, { readonly code: 'field_missing' }>): string =>
    refusal.code === 'fine'
      ? sayRefusal<FineRefusal>(fineRefusalTexts, refusal.because, language)
      : t(`fines.problem.${refusal.code}`);
  const record = async (): Promise<void> => {
    if (busy) return;
    setMissing(null);
    setProblem('');
    if (day.value === null || received.value === null) {
      setProblem(t('fines.problem.day_missing'));
      return;
    }
    setBusy(true);
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
    setBusy(false);
    if (recorded.ok) await navigate({ to: '/fines/$fineId', params: { fineId: recorded.value.fineId } });
    else if (recorded.refusal.code === 'field_missing') setMissing(recorded.refusal.field);
    else setProblem(say(recorded.refusal));
  };
  useHotkeys({ 'Ctrl+Enter': () => void record(), Escape: toList });
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
        setMissing(null);
        setTexts({ ...texts, [name]: value });
      }}
      {...(missing === name ? { error: t(`fines.problem.${missing}`), inputRef: pointed } : {})}
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
              onChange={(value) => setHour(value === 'first' ? 'first' : 'second')}
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
              onChange={setVehicleId}
              options={(cars ?? []).map(({ id, make, model }) => ({ value: id, label: `${make} ${model}` }))}
            />
          ) : null}
          <Steps>
            <Button kind="primary" hotkey="Ctrl ↵" onPress={() => void record()} isDisabled={busy}>
              {t('fines.record')}
            </Button>
            <Button hotkey="Esc" onPress={toList}>
              {t('fines.back')}
            </Button>
          </Steps>
        </>
      }
    >
      <div className={styles['form']}>
        <Fields>
          <Cell width={4}>
            <PlateField label={t('fines.plate')} entry={plate} onChange={setPlate} autoFocus />
          </Cell>
          <Cell width={3}>
            <DayField label={t('fines.day')} entry={day} onChange={setDay} today={today} kind="past" />
          </Cell>
          <Cell width={2}>{text('time', t('fines.time'), 5, t('fines.timeHint'))}</Cell>
          <Cell width={3}>
            <DayField
              label={t('fines.receivedOn')}
              entry={received}
              onChange={setReceived}
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
        <AddressField address={address} onChange={setAddress} />
      </div>
    </Screen>
  );
}
