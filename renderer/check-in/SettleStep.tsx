import { useTranslation } from 'react-i18next';
import { Choice } from '../ui/Choice.tsx';
import { Cell, Fields } from '../ui/Fields.tsx';
import { SignaturePad } from '../ui/SignaturePad.tsx';
import { readablePlate } from '../ui/readable-plate.ts';
import styles from './CheckIn.module.css';
import type { StepProps } from './ConditionStep.tsx';

const methods = ['card', 'cash', 'twint', 'deposit', 'invoice'] as const;

/** How what is open is paid, and the renter's signature: the last look before the car is back. */
export function SettleStep({ draft, gathered, onChange, name }: StepProps & { readonly name: string }) {
  const { t } = useTranslation();
  const { vehicle, deposit } = gathered;
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
          <SignaturePad
            label={t('checkIn.signHere')}
            hint={t('checkOut.signHint')}
            clearLabel={t('checkOut.clearSignature')}
            value={draft.signature}
            onChange={(signature) => onChange({ signature })}
          />
        </>
      )}
    </>
  );
}
