import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vehicleRefusalTexts } from '#shared/fleet/vehicle-refusal-texts.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useUnsaved } from '../app/hooks/use-unsaved.tsx';
import { useRows } from '../app/hooks/use-rows.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Cell, Fields } from '../ui/Fields.tsx';
import { Select } from '../ui/fields/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { readablePlate } from '../ui/readable-plate.ts';
import { useTask } from '../ui/use-task.ts';
import styles from './Fleet.module.css';
import { useBranches, useCategories } from './use-choices.ts';
import { type VehicleChange, changeVehicle } from './vehicle-commands.ts';

const standings = ['active', 'workshop', 'retired'] as const;

export function EditVehicle() {
  const { vehicleId } = useParams({ from: '/fleet/$vehicleId/edit' });
  const [row] =
    useRows(`vehicle/${vehicleId}/edit`, (rows) =>
      rows.selectFrom('vehicles').selectAll().where('id', '=', vehicleId),
    ) ?? [];
  if (!row) return null;
  const before: VehicleChange = {
    branchId: row.branch_id,
    categoryId: row.category_id,
    parkingPlace: row.parking_place,
    colour: row.colour,
    status: row.status,
  };
  return (
    <VehicleEditor
      vehicleId={vehicleId}
      title={`${row.make} ${row.model}, ${readablePlate(row.plate)}`}
      before={before}
    />
  );
}

interface VehicleEditorProps {
  readonly vehicleId: string;
  readonly title: string;
  readonly before: VehicleChange;
}

/** Where a car belongs and what it is used for. Ctrl+Enter saves, Escape leaves without. */
function VehicleEditor({ vehicleId, title, before }: VehicleEditorProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const navigate = useNavigate();
  const counter = useCounter();
  const categories = useCategories();
  const branches = useBranches();
  const [change, setChange] = useState(before);
  const [problem, setProblem] = useState('');
  // What stood there when the form was opened.
  const [opened] = useState(before);
  const away = (): void => void navigate({ to: '/fleet/$vehicleId', params: { vehicleId } });
  const { leave, isAsking, question } = useUnsaved(JSON.stringify(change) !== JSON.stringify(opened), away);
  const { isBusy, run } = useTask(setProblem);
  const save = async (): Promise<void> => {
    const done = await changeVehicle(counter, vehicleId, change);
    if (done.ok) away();
    else setProblem(sayRefusal(vehicleRefusalTexts, done.refusal, language));
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
  // Not yet read: two empty choices would look as if nothing were chosen.
  if (categories.length === 0 || branches.length === 0) return null;
  const set = (changes: Partial<VehicleChange>): void => setChange({ ...change, ...changes });
  return (
    <div className={styles['form']}>
      <h1>{title}</h1>
      <p className={styles['problem']} role="alert">
        {problem}
      </p>
      <Fields>
        <Cell width={12}>
          <Choice
            label={t('fleet.stateTitle')}
            value={change.status}
            onChange={(status) => set({ status })}
            options={standings.map((value) => ({ value, label: t(`fleet.standing.${value}`) }))}
          />
        </Cell>
        <Cell width={6}>
          <Select
            label={t('fleet.category')}
            value={change.categoryId}
            onChange={(categoryId) => set({ categoryId })}
            options={categories}
          />
        </Cell>
        <Cell width={6}>
          <Select
            label={t('fleet.branch')}
            value={change.branchId}
            onChange={(branchId) => set({ branchId })}
            options={branches}
          />
        </Cell>
        <Cell width={6}>
          <TextField
            label={t('fleet.place')}
            value={change.parkingPlace}
            onChange={(parkingPlace) => set({ parkingPlace })}
            maxLength={60}
          />
        </Cell>
        <Cell width={6}>
          <TextField
            label={t('fleet.colour')}
            value={change.colour}
            onChange={(colour) => set({ colour })}
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
