import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plate } from '#shared/fleet/plate.ts';
import {
  type VehicleEnergy,
  type VehicleErrors,
  type VehicleField,
  energies,
  readVehicle,
} from '#shared/fleet/vehicle-form.ts';
import { vehicleFaultTexts, vehicleRefusalTexts } from '#shared/fleet/vehicle-refusal-texts.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
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
import { type Entry, emptyEntry } from '../ui/fields/entry.ts';
import { KilometreField } from '../ui/fields/NumberField.tsx';
import { PlateField } from '../ui/fields/PlateField.tsx';
import { Select } from '../ui/fields/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { focusFirstInvalid } from '../ui/focus-first.ts';
import { useTask } from '../ui/use-task.ts';
import styles from './Fleet.module.css';
import { addVehicle } from './vehicle-commands.ts';
import { useBranches, useCategories } from './use-choices.ts';

/** The form of a new car. Ctrl+Enter saves, Escape leaves without. */
export function NewVehicle() {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const navigate = useNavigate();
  const counter = useCounter();
  const categories = useCategories();
  const branches = useBranches();
  const [own] =
    useRows('vehicle/new/who', (rows) =>
      rows.selectFrom('users').select('branch_id').where('id', '=', counter.place.clerkId),
    ) ?? [];
  const [vin, setVin] = useState('');
  const [plate, setPlate] = useState<Entry<Plate>>(emptyEntry);
  const [make, setMake] = useState('');
  const [model, setModel] = useState('');
  const [colour, setColour] = useState('');
  const [energy, setEnergy] = useState<VehicleEnergy>('petrol');
  const [categoryId, setCategoryId] = useState<string | null>(null);
  const [branchId, setBranchId] = useState<string>(counter.place.branchId);
  const [odometer, setOdometer] = useState<Entry<number>>(emptyEntry);
  const [parkingPlace, setParkingPlace] = useState('');
  const [errors, setErrors] = useState<VehicleErrors>({});
  const [problem, setProblem] = useState('');
  const said = (field: VehicleField): string | undefined => {
    const fault = errors[field];
    return fault ? sayRefusal(vehicleFaultTexts, fault, language) : undefined;
  };
  const texts = [vin, plate.text, make, model, colour, odometer.text, parkingPlace];
  const isTouched =
    texts.some((text) => text !== '') ||
    energy !== 'petrol' ||
    categoryId !== null ||
    branchId !== counter.place.branchId;
  const { leave, isAsking, question } = useUnsaved(isTouched, useReturn('/fleet'));
  const { isBusy, run } = useTask(setProblem);
  const save = async (): Promise<void> => {
    const read = readVehicle({
      vin,
      plate: plate.value ?? plate.text,
      make,
      model,
      colour,
      energy,
      categoryId,
      branchId,
      odometerKm: odometer.value,
      parkingPlace,
    });
    setErrors(read.ok ? {} : read.errors);
    setProblem(read.ok ? '' : t('customers.fieldsWrong'));
    if (!read.ok) return focusFirstInvalid();
    const added = await addVehicle(counter, read.value);
    if (added.ok) await navigate({ to: '/fleet/$vehicleId', params: { vehicleId: added.value } });
    else setProblem(sayRefusal(vehicleRefusalTexts, added.refusal, language));
  };
  useHotkeys(isAsking ? {} : { 'Ctrl+Enter': () => void run(save), Escape: leave });
  useKeyLine({
    keys: [
      ['Ctrl ↵', t('keys.save')],
      ['Tab', t('keys.nextField')],
      ['Esc', t('keys.back')],
    ],
    status: '',
  });
  return (
    <div className={styles['form']}>
      <h1>{t('fleet.add')}</h1>
      <p className={styles['problem']} role="alert">
        {problem}
      </p>
      <Fields>
        <Cell width={7}>
          <TextField
            label={t('fleet.vin')}
            value={vin}
            onChange={(typed) => setVin(typed.toUpperCase())}
            error={said('vin')}
            maxLength={30}
            autoFocus
          />
        </Cell>
        <Cell width={5}>
          <PlateField label={t('fleet.plate')} entry={plate} onChange={setPlate} error={said('plate')} />
        </Cell>
        <Cell width={4}>
          <TextField
            label={t('fleet.make')}
            value={make}
            onChange={setMake}
            error={said('make')}
            maxLength={60}
          />
        </Cell>
        <Cell width={4}>
          <TextField
            label={t('fleet.model')}
            value={model}
            onChange={setModel}
            error={said('model')}
            maxLength={60}
          />
        </Cell>
        <Cell width={4}>
          <TextField
            label={t('fleet.colour')}
            value={colour}
            onChange={setColour}
            error={said('colour')}
            maxLength={60}
          />
        </Cell>
        <Cell width={12}>
          <Choice
            label={t('fleet.energy')}
            value={energy}
            onChange={setEnergy}
            options={energies.map((value) => ({ value, label: t(`fleet.energies.${value}`) }))}
          />
        </Cell>
        <Cell width={6}>
          <Select
            label={t('fleet.category')}
            value={categoryId}
            onChange={setCategoryId}
            options={categories}
            error={said('categoryId')}
          />
        </Cell>
        <Cell width={6}>
          <Select
            label={t('fleet.branch')}
            value={branchId}
            onChange={setBranchId}
            options={own?.branch_id ? branches.filter(({ value }) => value === own.branch_id) : branches}
            error={said('branchId')}
          />
        </Cell>
        <Cell width={4}>
          <KilometreField
            label={t('fleet.kilometres')}
            entry={odometer}
            onChange={setOdometer}
            error={said('odometerKm')}
          />
        </Cell>
        <Cell width={8}>
          <TextField
            label={t('fleet.place')}
            value={parkingPlace}
            onChange={setParkingPlace}
            error={said('parkingPlace')}
            maxLength={60}
          />
        </Cell>
      </Fields>
      <div className={styles['buttons']}>
        <Button kind="primary" hotkey="Ctrl ↵" onPress={() => void run(save)} isDisabled={isBusy}>
          {t('customers.save')}
        </Button>
        <Button hotkey="Esc" onPress={leave}>
          {t('ui.cancel')}
        </Button>
      </div>
      {question}
    </div>
  );
}
