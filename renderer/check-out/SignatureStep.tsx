import { useTranslation } from 'react-i18next';
import { SigningPad } from '../app/signing/SigningPad.tsx';
import type { Occupation } from '#shared/fleet/occupation.ts';
import { WaitingFor } from '../app/fleet/WaitingFor.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Cell, Fields } from '../ui/Fields.tsx';
import { readablePlate } from '../ui/readable-plate.ts';
import styles from './CheckOut.module.css';
import type { StepProps } from './DraftField.tsx';
import { payNowChoices } from './pay-now.ts';
import { saidBeside } from './said-beside.ts';

export interface SignatureStepProps extends StepProps {
  readonly plate: string;
  /** Of the contract as it is now. */
  readonly mark: string | null;
  /** What else has the car before it is back. */
  readonly waiting: readonly Occupation[];
}

/** Deposit and signature: the last look before the contract is signed. */
export function SignatureStep(props: SignatureStepProps) {
  const { draft, onChange, plate, mark, waiting } = props;
  const { t } = useTranslation();
  const name = `${draft.driverFirstName} ${draft.driverLastName}`.trim();
  return (
    <>
      <Fields>
        <Cell width={12}>
          <Choice
            label={t('checkOut.deposit')}
            value={draft.depositMethod}
            onChange={(depositMethod) => onChange({ depositMethod })}
            options={[
              { value: 'card', label: t('checkOut.depositCard') },
              { value: 'cash', label: t('checkOut.depositCash') },
              { value: 'twint', label: t('checkOut.depositTwint') },
              { value: 'none', label: t('checkOut.depositNone') },
            ]}
            error={saidBeside(props, 'depositMethod', t)}
          />
        </Cell>
        <Cell width={12}>
          <Choice
            label={t('checkOut.payNow')}
            value={draft.payNow}
            onChange={(payNow) => onChange({ payNow })}
            options={payNowChoices.map((value) => ({ value, label: t(`checkOut.payNowHow.${value}`) }))}
            error={saidBeside(props, 'payNow', t)}
          />
        </Cell>
      </Fields>
      <WaitingFor found={waiting} />
      <p className={styles['agreement']}>{t('checkOut.agreement', { name, plate: readablePlate(plate) })}</p>
      <SigningPad label={t('checkOut.signHere')} given={draft} mark={mark} onChange={onChange} />
    </>
  );
}
