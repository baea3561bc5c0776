import { useTranslation } from 'react-i18next';
import { checkInRefusalTexts } from '#shared/contracts/check-in-refusal-texts.ts';
import { openSessionOf } from '../app/billing/drawer.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { SigningPad } from '../app/signing/SigningPad.tsx';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Choice } from '../ui/Choice.tsx';
import { Cell, Fields } from '../ui/Fields.tsx';
import { readablePlate } from '../ui/readable-plate.ts';
import styles from './CheckIn.module.css';
import type { StepProps } from './ConditionStep.tsx';

const closed = { code: 'drawer_closed', field: 'method' } as const;
const methods = ['card', 'cash', 'twint', 'deposit', 'invoice'] as const;

export interface SettleStepProps extends StepProps {
  readonly name: string;
  /** Of the report as it is now. */
  readonly mark: string | null;
}

/** How what is open is paid, and the renter's signature: the last look before the car is back. */
export function SettleStep({ draft, gathered, onChange, name, mark }: SettleStepProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { counterId } = useCounter().place;
  const open = useRows(`check-in/drawer/${counterId}`, (rows) => openSessionOf(rows, counterId));
  const { vehicle, deposit } = gathered;
  // What is kept of a deposit stays in the drawer; with every other way all of it goes back.
  const needsDrawer = draft.method === 'cash' || (draft.method !== 'deposit' && deposit?.method === 'cash');
  return (
    <>
      <Fields>
        <Cell width={12}>
          <Choice
            label={t('checkIn.method')}
            value={draft.method}
            onChange={(method) => onChange({ method })}
            options={methods
              .filter((value) => value !== 'deposit' || deposit !== null)
              .map((value) => ({ value, label: t(`checkIn.methods.${value}`) }))}
            error={
              needsDrawer && open?.length === 0
                ? checkInRefusalTexts.drawer_closed[language](closed)
                : undefined
            }
          />
        </Cell>
        <Cell width={12}>
          <Choice
            label={t('checkIn.renter')}
            value={draft.renter}
            onChange={(renter) => onChange({ renter })}
            options={[
              { value: 'present', label: t('checkIn.present') },
              { value: 'key_box', label: t('checkIn.key_box') },
            ]}
          />
        </Cell>
      </Fields>
      {draft.renter === 'key_box' ? null : (
        <>
          <p className={styles['agreement']}>
            {t('checkIn.agreement', { name, plate: readablePlate(vehicle.plate) })}
          </p>
          <SigningPad label={t('checkIn.signHere')} given={draft} mark={mark} onChange={onChange} />
        </>
      )}
    </>
  );
}
