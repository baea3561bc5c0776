import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, now } from '#shared/time/instant.ts';
import { useCounter } from '../../app/hooks/counter-context.ts';
import { Button } from '../../ui/Button.tsx';
import { Cell, Fields } from '../../ui/Fields.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import type { FieldName, FieldSpec, MasterSpec } from './field-spec.ts';
import styles from './Master.module.css';
import { MasterField } from './MasterField.tsx';
import { firstValues } from './first-values.ts';
import { type Wrong, readRow, typedRow } from './row-values.ts';
import { saveRow } from './save-row.ts';

export interface MasterFormProps {
  readonly title: string;
  readonly spec: MasterSpec;
  /** Null for a new row. */
  readonly row: Readonly<Record<string, unknown>> | null;
  /** Those there are. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly names: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly onClose: () => void;
}

/** One row of the company's own data: to look at, or for who may, to change. Ctrl+Enter saves. */
export function MasterForm({ title, spec, row, rows, names, onClose }: MasterFormProps) {
  const { t } = useTranslation();
  const counter = useCounter();
  const today = dayOf(now());
  const [typed, setTyped] = useState(() =>
    typedRow(spec.fields, row ?? firstValues(spec, rows, counter.place.branchId), today),
  );
  const [wrong, setWrong] = useState<Wrong>({});
  const [problem, setProblem] = useState('');
  const isWide = spec.fields.length > 9;
  const mayWrite = spec.mayWrite.some((role) => role === counter.role);
  const save = async (): Promise<void> => {
    const read = readRow(spec.fields, typed, today);
    setWrong(read.wrong);
    if (Object.keys(read.wrong).length > 0) return;
    const id = row === null ? null : String(row['id']);
    const saved = await saveRow(counter, spec, id, row ?? {}, read.values);
    if (saved.ok) return onClose();
    const { refusal } = saved;
    if (refusal.code === 'field') setWrong({ [refusal.field]: 'invalid' });
    else if (refusal.code === 'taken') setWrong({ [refusal.field]: 'taken' });
    else setProblem(t(`master.problems.${refusal.code}`));
  };
  const say = (name: FieldName): string | undefined => {
    const code = wrong[name];
    return code && t(`field.${code}`);
  };
  // The first field takes the focus; where none may be written, the form itself, so that its keys are heard.
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLInputElement>('input:not(:disabled)');
    (first ?? form.current)?.focus();
    first?.select();
  }, []);
  return (
    <Dialog title={title} isOpen onClose={onClose} isWide={isWide}>
      {/* The keys of all that stands in the dialog come by here; it is none to press itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={form}
        tabIndex={-1}
        className={styles['form']}
        onKeyDownCapture={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !mayWrite) return;
          event.preventDefault();
          event.stopPropagation();
          void save();
        }}
      >
        <Fields>
          {spec.fields.map((field) => (
            <Cell key={field.name} width={widthOf(field, isWide)}>
              <MasterField
                field={field}
                text={typed[field.name] ?? ''}
                onChange={(text) => {
                  setProblem('');
                  setWrong(({ [field.name]: _mended, ...others }) => others);
                  setTyped((before) => ({ ...before, [field.name]: text }));
                }}
                error={say(field.name)}
                isChecked={wrong[field.name] !== undefined}
                isDisabled={!mayWrite || (field.isFixed === true && row !== null)}
                names={names}
                today={today}
              />
            </Cell>
          ))}
        </Fields>
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      </div>
      <div className={styles['actions']}>
        <Button hotkey="Esc" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
        {mayWrite ? (
          <Button kind="primary" hotkey="Ctrl ↵" onPress={() => void save()}>
            {t('master.save')}
          </Button>
        ) : null}
      </div>
    </Dialog>
  );
}

/** Three beside each other in a wide form, two in a narrow one; names are long, and an IBAN in its groups. */
function widthOf({ kind, name }: FieldSpec, isWide: boolean): 4 | 6 | 8 | 12 {
  if (kind === 'long') return 12;
  if (kind === 'opening' || kind === 'days' || kind === 'iban') return 6;
  if (name === 'name') return isWide ? 8 : 12;
  return isWide ? 4 : 6;
}
