import { useTranslation } from 'react-i18next';
import { SigningPad } from '../app/signing/SigningPad.tsx';
import { readablePlate } from '../ui/readable-plate.ts';
import { unbroken } from '../ui/unbroken.ts';
import styles from './ContractChange.module.css';
import type { StepProps } from './step-props.ts';

export interface SignStepProps extends StepProps {
  readonly name: string;
  /** Of the amendment as it is now. */
  readonly mark: string | null;
}

/** The last look before the amendment is signed: once, for the price and for the state of both cars. */
export function SignStep({ draft, gathered, onChange, name, mark }: SignStepProps) {
  const { t } = useTranslation();
  const { contract, vehicle, next } = gathered;
  const agrees = t('change.agreement', { name, number: unbroken(contract.number ?? '') });
  return (
    <>
      <p className={styles['agreement']}>
        {next === null
          ? agrees
          : `${agrees} ${t('change.agreementExchange', { back: readablePlate(vehicle.plate), out: readablePlate(next.plate) })}`}
      </p>
      <SigningPad label={t('change.signHere')} given={draft} mark={mark} onChange={onChange} />
    </>
  );
}
